using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Tests.Parsing;

/// <summary>The promise of evidence: its lines contain its words. Line 0 stands for the file's name.</summary>
internal static partial class EvidenceCheck
{
    public static void Verify(ParsedDocument document, byte[] content)
    {
        var lines = Mojibake.Mend(TextDecoder.Decode(content)!).Split('\n');
        foreach (var evidence in document.Postings.SelectMany(Of).Concat(Of(document.Company)))
        {
            if (evidence.FirstLine == 0)
            {
                Assert.Equal(Path.GetFileName(document.File), evidence.Text);
                continue;
            }

            Assert.InRange(evidence.FirstLine, 1, lines.Length);
            Assert.InRange(evidence.LastLine, evidence.FirstLine, lines.Length);
            var written = WithoutMarkup(Words.Fold(Unescape(string.Join(' ', lines[(evidence.FirstLine - 1)..evidence.LastLine]))));
            foreach (var word in Words.Split(WithoutMarkup(evidence.Text)))
                Assert.True(written.Contains(word.Folded, StringComparison.Ordinal), $"line {evidence.FirstLine} has no \"{word.Folded}\" of \"{evidence.Text}\": {written}");
        }
    }

    /// <summary>The weaker promise that even a damaged document is read with: evidence lies inside it.</summary>
    public static void VerifyLines(ParsedDocument document, byte[] content)
    {
        var lines = (TextDecoder.Decode(content) ?? "").AsSpan().Count('\n') + 1;
        foreach (var evidence in document.Postings.SelectMany(Of).Concat(Of(document.Company)).Where(evidence => evidence.FirstLine != 0))
        {
            Assert.InRange(evidence.FirstLine, 1, lines);
            Assert.InRange(evidence.LastLine, evidence.FirstLine, lines);
        }
    }

    // JSON escapes letters, HTML does, and feeds escape HTML once more.
    private static string Unescape(string written)
    {
        var text = JsonEscape().Replace(written, match => match.Value[1] is 'u'
            ? ((char)int.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : match.Value[1] is 'n' or 't' or 'r' ? " " : match.Value[1..]);
        return WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex(@"\\(u[0-9a-fA-F]{4}|[ntr""/\\])", RegexOptions.NonBacktracking)]
    private static partial Regex JsonEscape();

    // Emphasis can stand inside a word, and so can invisible characters.
    private static string WithoutMarkup(string text) => string.Concat(text.Where(c => c is not ('*' or '_' or '~' or '`' or '\\' or '\u00AD' or '\u200B' or '\uFEFF')));

    private static IEnumerable<Evidence> Of(Posting posting)
    {
        Evidence?[] single =
        [
            posting.Title.Evidence, posting.Company?.Evidence, posting.Workplace?.Evidence, posting.Posted?.Evidence, posting.ValidThrough?.Evidence,
            posting.ApplyUrl?.Evidence, posting.Degree?.Evidence, posting.Experience?.Evidence, posting.Visa?.Evidence, posting.TimeZones?.Evidence, posting.Language?.Evidence, posting.Status?.Evidence,
        ];
        return single.OfType<Evidence>()
            .Concat(posting.Locations.Select(place => place.Evidence))
            .Concat(posting.RemoteWithin.Select(place => place.Evidence))
            .Concat(posting.EmploymentTypes.Select(type => type.Evidence))
            .Concat(posting.Seniorities.Select(level => level.Evidence))
            .Concat(posting.Disciplines.Select(discipline => discipline.Evidence))
            .Concat(posting.Salaries.Select(salary => salary.Evidence))
            .Concat(posting.Skills.Select(skill => skill.Evidence))
            .Concat(posting.Sections.SelectMany(section => section.Passages));
    }

    private static IEnumerable<Evidence> Of(CompanyDocument? company) => company is null
        ? []
        : company.Sections.SelectMany(section => section.Passages)
            .Concat(company.Skills.Select(skill => skill.Evidence))
            .Concat(new[] { company.Name?.Evidence, company.CareersUrl?.Evidence, company.Workplace?.Evidence }.OfType<Evidence>());
}
