using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Commands.Evaluation;

/// <summary>A value whose evidence does not hold.</summary>
internal sealed record EvidenceFault(string File, string Field, int Line, string Problem);

/// <summary>
/// The promise of evidence: its lines exist and contain its words, and the value stands in them: the words of titles, employers, places and
/// remarks, the spelling of skills, the digits of amounts and dates. Line 0 stands for the file's name.
/// </summary>
internal static partial class EvidenceRule
{
    private const int TimeLimit = 1000;
    private const int Shown = 60;

    public static IEnumerable<EvidenceFault> Check(ParsedDocument document, IReadOnlyList<string> lines)
    {
        foreach (var posting in document.Postings)
        {
            foreach (var fact in PostingFacts.All)
            {
                foreach (var value in fact.Of(posting))
                {
                    if (Problem(document, lines, fact.Field, value, posting) is { } problem)
                        yield return new EvidenceFault(document.File, fact.Field, value.Evidence.FirstLine, problem);
                }
            }

            foreach (var fault in OfSections(document, lines, posting.Sections))
                yield return fault;
        }

        if (document.Company is not { } company)
            yield break;
        foreach (var (label, value) in PostingFacts.Of(company))
        {
            var field = label switch { "employer" => "company", "tools" => "skills", "openings" => "applyUrl", _ => label };
            if (Problem(document, lines, field, value, null) is { } problem)
                yield return new EvidenceFault(document.File, "company document: " + label, value.Evidence.FirstLine, problem);
        }

        foreach (var fault in OfSections(document, lines, company.Sections))
            yield return fault;
    }

    private static IEnumerable<EvidenceFault> OfSections(ParsedDocument document, IReadOnlyList<string> lines, IReadOnlyList<Section> sections) => sections
        .SelectMany(section => section.Passages)
        .Select(passage => (passage, Problem: Problem(document, lines, "sections", new FactValue("", passage), null)))
        .Where(checkedPassage => checkedPassage.Problem is not null)
        .Select(checkedPassage => new EvidenceFault(document.File, "sections", checkedPassage.passage.FirstLine, checkedPassage.Problem!));

    private static string? Problem(ParsedDocument document, IReadOnlyList<string> lines, string field, FactValue value, Posting? posting)
    {
        var evidence = value.Evidence;
        if (evidence.FirstLine == 0)
            return Path.GetFileName(document.File).Contains(evidence.Text, StringComparison.Ordinal) ? null : $"the file's name is not \"{Short(evidence.Text)}\"";
        if (evidence.FirstLine < 1 || evidence.LastLine < evidence.FirstLine || evidence.LastLine > lines.Count)
            return $"lines {evidence.FirstLine} to {evidence.LastLine} of {lines.Count}";
        var written = Written(string.Join(' ', Enumerable.Range(evidence.FirstLine, evidence.LastLine - evidence.FirstLine + 1).Select(line => lines[line - 1])));
        if (MissingWord(evidence.Text, written) is { } word)
            return $"no \"{word}\" of \"{Short(evidence.Text)}\" in its lines";
        return IsStated(field, value, written, posting) ? null : $"\"{Short(value.Text)}\" is not in \"{Short(evidence.Text)}\"";
    }

    private static bool IsStated(string field, FactValue value, string written, Posting? posting) => field switch
    {
        "title" or "company" or "locations" or "remoteWithin" or "timeZones" or "visa" => MissingWord(value.Text, written) is null,
        "applyUrl" => MissingWord(Uri.UnescapeDataString(WithoutScheme(value.Text)), written) is null || IsSpelledOut(value.Text, written),
        "skills" => MissingWord(value.Text, written) is null
            || SkillVocabulary.Default.Find(value.Evidence.Text).Any(match => match.Value.Name == value.Text)
            || SkillVocabulary.Default.Find(value.Evidence.Text, lenient: true).Any(match => match.Value.Name == value.Text),
        "salary" => posting!.Salaries.Where(salary => salary.Evidence == value.Evidence).All(salary => HasAmount(salary.Value.Min, written) && HasAmount(salary.Value.Max, written)),
        "posted" or "validThrough" => HasNumber(value.Text[^2..].TrimStart('0'), written) || HasNumber(value.Text[2..4], written) || HasInstant(value.Text, written),
        _ => true,
    };

    // "jobs [at] heron [dot] example": each part of the mail address, and the word for its sign.
    private static bool IsSpelledOut(string address, string written) =>
        address.StartsWith("mailto:", StringComparison.Ordinal) && SpelledSign().IsMatch(written) && MissingWord(WithoutScheme(address).Replace('.', ' '), written) is null;

    // "65k" and "65.000" are 65000: its digits without the zeros at the end.
    private static bool HasAmount(decimal? amount, string written) =>
        amount is not { } number || HasNumber(number.ToString("0.##", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimEnd('0'), GroupSigns().Replace(written, ""));

    private static bool HasNumber(string digits, string written) => written.Contains(digits, StringComparison.Ordinal);

    private static string WithoutScheme(string address) => address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string? MissingWord(string text, string written) =>
        Words.Split(WithoutMarkup(text)).Select(word => word.Folded).FirstOrDefault(word => !written.Contains(word, StringComparison.Ordinal));

    // Feeds give dates as seconds or milliseconds since 1970.
    private static bool HasInstant(string day, string written) => Instant().Matches(written)
        .Select(match => long.Parse(match.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture))
        .Any(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day);

    // Lines as written, and again as they read: entities, escapes of JSON strings and of addresses, and tags and links inside words resolved.
    private static string Written(string lines)
    {
        var read = WebUtility.HtmlDecode(WebUtility.HtmlDecode(Escape().Replace(lines, match => match.Groups["code"] is { Success: true } code
            ? ((char)int.Parse(code.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : " ")));
        return WithoutMarkup(Words.Fold(lines + " " + read + " " + LinkTarget().Replace(Tag().Replace(read, ""), "") + " " + Uri.UnescapeDataString(read)));
    }

    // Emphasis can stand inside a word, and so can invisible characters.
    private static string WithoutMarkup(string text) => string.Concat(text.Where(c => c is not ('*' or '_' or '~' or '`' or '[' or ']' or '\\' or '\u00AD' or '\u200B' or '\uFEFF')));

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";

    [GeneratedRegex(@"\\(u(?<code>[0-9a-fA-F]{4})|[ntr])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?<!\d)(?<seconds>\d{10})(\d{3})?(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Instant();

    [GeneratedRegex(@"\bat\b|@", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex SpelledSign();

    [GeneratedRegex("<[^<>]{1,300}>", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\])\([^()\s]{0,2000}\)", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"(?<=\d)[.,'’\s](?=\d)", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex GroupSigns();
}
