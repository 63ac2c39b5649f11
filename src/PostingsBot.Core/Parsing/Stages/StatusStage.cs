using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Draft or closed, where the document says so; open is the unwritten default.</summary>
internal sealed partial class StatusStage : IStage<Stated<PostingStatus>>
{
    private const int MaxLine = 200;
    private static readonly Cue ClosedSentenceCue = new(ClosedSentence());
    private static readonly Cue ClosedTitleCue = new(ClosedTitle());

    public Verdict<Stated<PostingStatus>> Read(RoleScope role, Findings found)
    {
        var status = FromLabels(role) ?? FromTitle(role, found) ?? FromText(role);
        return status is null ? Verdict<Stated<PostingStatus>>.None : Verdict<Stated<PostingStatus>>.Found(status);
    }

    private static Stated<PostingStatus>? FromLabels(RoleScope role)
    {
        foreach (var value in role.Labels.Where(value => value.IsField))
        {
            PostingStatus? status = value.Label switch
            {
                Label.Draft when Cues.Says(value.Value) => PostingStatus.Draft,
                Label.Closed when Cues.Says(value.Value) => PostingStatus.Closed,
                Label.Open when Cues.Denies(value.Value) => PostingStatus.Closed,
                Label.Status when ClosedWord().IsMatch(value.Value) => PostingStatus.Closed,
                Label.Status when value.Value.Contains("draft", StringComparison.OrdinalIgnoreCase) => PostingStatus.Draft,
                _ => null,
            };
            if (status is { } known)
                return new Stated<PostingStatus>(known, value.Evidence);
        }

        return null;
    }

    private static Stated<PostingStatus>? FromTitle(RoleScope role, Findings found)
    {
        if (found.Title is not { } title)
            return null;
        var struck = !role.IsRecord && role.Blocks.Any(block => block.IsStruck && block.FirstLine == title.Evidence.FirstLine);
        var row = !role.IsWhole && role.Blocks.Any(block => block.Kind is BlockKind.TableRow && (block.IsStruck || ClosedTitleCue.IsMatch(block)));
        return struck || row || ClosedTitle().IsMatch(title.Evidence.Text) ? new Stated<PostingStatus>(PostingStatus.Closed, title.Evidence) : null;
    }

    private static Stated<PostingStatus>? FromText(RoleScope role)
    {
        foreach (var line in role.Blocks.Lines())
        {
            if (line.Text.Length <= MaxLine && ClosedSentenceCue.IsMatch(line))
                return new Stated<PostingStatus>(PostingStatus.Closed, line.ToEvidence());
        }

        return null;
    }

    [GeneratedRegex(@"\b(closed|filled|inactive|archived|expired)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ClosedWord();

    [GeneratedRegex(@"🔒|\b(closed|filled|position filled|pourvu|encerrada|besetzt|cubierta)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ClosedTitle();

    [GeneratedRegex(@"\b(position|role|job|vacancy|posting|application|applications|vaga|poste|stelle)( \w+){0,2} (is|are|has been|have been|está|est|ist) (now |currently |no longer |not )?(closed|filled|no longer (open|available|accepting)|open anymore|encerrada|preenchida|pourvu|besetzt)\b|\bno longer (open|accepting applications|available)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ClosedSentence();
}
