using System.Text.RegularExpressions;
using NodaTime;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The day the document says it was posted; else the day its file name begins with.</summary>
internal sealed partial class PostedStage : IStage<Stated<LocalDate>>
{
    private const int MaxBlocks = 8;
    private const int MaxLine = 60;
    private static readonly Cue PostedOnCue = new(PostedOn, Patterns.AnyCase);
    private static readonly Label[] Labels = [Label.Posted, Label.Opened];

    public Verdict<Stated<LocalDate>> Read(RoleScope role, Findings found)
    {
        foreach (var label in Labels)
        {
            foreach (var value in role.LabelledAs(label))
            {
                if (ToDate(value, found) is { } verdict)
                    return verdict;
            }
        }

        return (FromLine(role, found) ?? FromFileName(role)) is { } posted ? Verdict<Stated<LocalDate>>.Found(posted) : Verdict<Stated<LocalDate>>.None;
    }

    // English boards write the month first; other languages write the day first. Where both readings are days, the other one is named.
    private static Verdict<Stated<LocalDate>>? ToDate(LabelledValue value, Findings found)
    {
        var dayFirst = found.Language is { Value: not "en" };
        if (DateReader.Read(value.Value, dayFirst) is not { } date)
            return null;
        var posted = new Stated<LocalDate>(date, value.Evidence);
        return found.Language is not null || !DateReader.IsAmbiguous(value.Value)
            ? Verdict<Stated<LocalDate>>.Found(posted)
            : Verdict<Stated<LocalDate>>.Ambiguous(posted, Diagnostics.Ambiguous("posted", $"\"{value.Value}\" may be month first or day first; month first was taken.", value.Evidence.FirstLine));
    }

    // "posted on 06.10.2020", a line of its own without a colon, or the day alone as programs write it.
    private static Stated<LocalDate>? FromLine(RoleScope role, Findings found)
    {
        if (!role.IsWhole)
            return null;
        foreach (var line in role.Blocks.Take(MaxBlocks).Lines().Where(line => line.Text.Length <= MaxLine))
        {
            if (DayAlone().IsMatch(line.Text) && DateReader.Read(line.Text) is { } day)
                return new Stated<LocalDate>(day, line.ToEvidence());
            if (PostedOnCue.Match(line) is { Success: true } cue && DateReader.Read(line.Text[(cue.Index + cue.Length)..], found.Language is { Value: not "en" }) is { } date)
                return new Stated<LocalDate>(date, line.ToEvidence());
        }

        return null;
    }

    private const string PostedOn = @"^\W*(date )?(posted|published|listed|veröffentlicht|publié|publicado|publicada)( on| am| le| em| el)?\b\W*";

    [GeneratedRegex(@"^\W{0,4}20\d\d-\d\d-\d\d\W{0,4}$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex DayAlone();

    // Static site generators take the date from names like 2015-05-31-title.md; the evidence is the name, not a line.
    private static Stated<LocalDate>? FromFileName(RoleScope role)
    {
        var name = Path.GetFileName(role.Outline.File);
        if (!role.IsWhole || name.Length < 11 || name[10] is not ('-' or '_' or '.') || DateReader.Read(name[..10]) is not { } date)
            return null;
        return new Stated<LocalDate>(date, new Evidence(0, 0, name));
    }
}
