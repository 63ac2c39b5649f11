using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Draft or closed, where the document says so; open is the unwritten default.</summary>
internal sealed partial class StatusStage : IStage<Stated<PostingStatus>>
{
    private const int MaxLine = 200;
    private static readonly Cue ClosedStemCue = new(ClosedStem, Patterns.AnyCase);
    private static readonly Cue ClosedSentenceCue = new(ClosedSentence, Patterns.AnyCase);
    private static readonly Cue ClosedTitleCue = new(ClosedTitle, Patterns.AnyCase);

    public Verdict<Stated<PostingStatus>> Read(RoleScope role, Findings found)
    {
        var status = FromLabels(role) ?? FromTitle(role, found) ?? FromText(role);
        return status is null ? Verdict<Stated<PostingStatus>>.None : Verdict<Stated<PostingStatus>>.Found(status);
    }

    private static Stated<PostingStatus>? FromLabels(RoleScope role)
    {
        var isRow = role.Blocks is [{ Kind: BlockKind.TableRow }];
        foreach (var value in role.Labels.Where(value => value.IsField || (isRow && value.Label is Label.Open)))
        {
            PostingStatus? status = value.Label switch
            {
                Label.Draft when Cues.Says(value.Value) => PostingStatus.Draft,
                Label.Posted when Cues.Denies(value.Value) => PostingStatus.Draft,
                Label.Closed when Cues.Says(value.Value) => PostingStatus.Closed,
                Label.Open when Cues.Denies(value.Value) || value.Value.Trim() is "❌" or "✗" or "✖" or "🔒" => PostingStatus.Closed,
                Label.Status when Terms.Statuses.Find(value.Value) is [var phrase, ..] => phrase.Value,
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
        var named = Terms.Statuses.Find(title.Evidence.Text);
        if (named.Count > 0)
            return new Stated<PostingStatus>(named[0].Value, title.Evidence);
        return struck || row || ClosedTitleCue.Expression.IsMatch(title.Evidence.Text) ? new Stated<PostingStatus>(PostingStatus.Closed, title.Evidence) : null;
    }

    private static Stated<PostingStatus>? FromText(RoleScope role)
    {
        foreach (var line in role.Lines)
        {
            if (line.Text.Length > MaxLine)
                continue;
            var sentence = ClosedSentenceCue.Match(line);
            if ((sentence.Success && !Condition().IsMatch(line.Text.AsSpan(0, sentence.Index))) || (ClosedStemCue.IsMatch(line) && SaysClosed(line.Text)))
                return new Stated<PostingStatus>(PostingStatus.Closed, line.ToEvidence());
        }

        return null;
    }

    private static bool SaysClosed(string text) =>
        Terms.Statuses.Find(text).Any(match => match.Value is PostingStatus.Closed && !Condition().IsMatch(text.AsSpan(0, match.Start)));

    // "Open until the position is filled" says that it is open.
    [GeneratedRegex(@"\b(until|till|when|once|if|before|after|unless|as soon as|bis|wenn|sobald|jusqu['’]à ce que|lorsque|até|quando|hasta|cuando)( \w+){0,2} $", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Condition();

    // A part of each phrase of statuses.tsv that speaks of closing.
    private const string ClosedStem = @"filled|closed|no longer|expired|besetzt|nicht mehr|abgelaufen|vergeben|pourv|plus disponible|expir|cl[oô]tur|closes|termin|cubiert|cerrad|caducad|encerrad|fechad|preenchid|chius|copert|gesloten|vervuld|zako|終了|額滿|徵滿|截止|停止|關閉|关闭|结束|結束|마감|완료";

    [GeneratedRegex(@"\b(closed|filled|inactive|archived|expired|solved|resolved|hired|finished|ended|completed?|taken)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ClosedWord();

    private const string ClosedTitle = @"🔒|\b(closed(?![- ](loop|caption\w*|won|source|circuit|beta|end)\b)|filled|expired|pourvu|encerrada|besetzt|cubierta)\b";

    private const string ClosedSentence = @"\b(position|role|job|vacancy|posting|application|applications|vaga|poste|stelle)( \w+){0,2} (is|are|has been|have been|está|est|ist) (now |currently |already )?(closed|filled|no longer (open|available|accepting)|not( currently)? (open|available)(?=\W*$| (at|anymore|any more|right|now|yet)\b)|encerrada|preenchida|pourvu|besetzt)\b|\bno longer (open|accepting applications|available)\b|\b(offre|annonce)( \S+){0,2} (est|n['’]est)( \S+){0,2} (caduque|pourvue|clôturée|close|expirée|plus (valable|d['’]actualité|disponible))\b";
}
