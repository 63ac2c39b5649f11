using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

/// <summary>What a recruiter should look at before a posting is published.</summary>
public static partial class PostingWarnings
{
    private const int MostOfWording = 8;
    private const int LongestLine = 4_000;
    private const int LongestQuote = 200;

    /// <param name="posting">As it would be shown.</param>
    /// <param name="text">What was pasted; empty when there is only a form.</param>
    /// <param name="lookAlikes">Open roles that are much like it, the nearest first.</param>
    /// <param name="today">In the recruiter's zone.</param>
    public static IReadOnlyList<Warning> Of(Posting posting, string text, IReadOnlyList<Posting> lookAlikes, LocalDate today) =>
        [.. Missing(posting), .. Closing(posting, today), .. lookAlikes.Select(LookAlike), .. Currency(posting), .. OfText(text)];

    private static IEnumerable<Warning> Missing(Posting posting)
    {
        if (posting.Salaries.Count == 0)
            yield return new Warning(WarningCode.NoPay, WarningWording.NoPay);
        else if (posting.Salaries is [{ Value: { Min: { } min, Max: var max } } pay] && min == max)
            yield return new Warning(WarningCode.NoPay, WarningWording.NoRange, pay.Evidence);
        if (posting.Locations.Count == 0 && posting.Workplace?.Value is not Workplace.Remote)
            yield return new Warning(WarningCode.NoPlace, WarningWording.NoPlace);
        if (posting.ApplyUrl is null)
            yield return new Warning(WarningCode.NoApply, WarningWording.NoApply);
    }

    private static IEnumerable<Warning> Closing(Posting posting, LocalDate today) =>
        posting.ValidThrough is { } end && end.Value < today ? [new Warning(WarningCode.PastClosing, WarningWording.PastClosing(LocalDatePattern.Iso.Format(end.Value)), end.Evidence)] : [];

    private static Warning LookAlike(Posting other) => new(WarningCode.LookAlike, WarningWording.LookAlike(Show.Name(other))) { Role = other.Id };

    private static IEnumerable<Warning> Currency(Posting posting) =>
        posting.Salaries.Where(pay => pay.Value.Currency is null).Take(1).Select(pay => new Warning(WarningCode.UnknownCurrency, WarningWording.UnknownCurrency, pay.Evidence));

    private static IEnumerable<Warning> OfText(string text)
    {
        var (told, scripts, mentions) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), false, false);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Length > LongestLine ? lines[i][..LongestLine] : lines[i];
            var at = new Evidence(i + 1, i + 1, Quoted(line.Trim()));
            if (!scripts && Script().IsMatch(line))
            {
                scripts = true;
                yield return new Warning(WarningCode.Defused, WarningWording.Script, at);
            }

            if (!mentions && Mention().IsMatch(line))
            {
                mentions = true;
                yield return new Warning(WarningCode.Defused, WarningWording.Mention, at);
            }

            foreach (var (written, hint) in WordingHints.Of(line))
            {
                if (told.Count < MostOfWording && told.Add(written))
                    yield return new Warning(WarningCode.Wording, WarningWording.Hint(written, hint), at);
            }
        }
    }

    /// <summary>A quote calls nobody and runs nothing, wherever it is shown.</summary>
    private static string Quoted(string line) => (line.Length > LongestQuote ? line[..LongestQuote] : line).Replace('<', '‹').Replace('>', '›').Replace("{{", "{ {", StringComparison.Ordinal).Replace("@", "@\u200B", StringComparison.Ordinal);

    [GeneratedRegex(@"<\s*/?\s*(script|iframe|object|embed|style|svg|form)\b|\bon(error|load|click|mouseover)\s*=|javascript\s*:|\$\{[^}]{0,200}\}|\{\{[^}]{0,200}\}\}", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Script();

    [GeneratedRegex(@"<!(channel|here|everyone)|@(channel|here|everyone)\b|<@[A-Z0-9]+|<at\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Mention();
}
