using System.Text.RegularExpressions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Recruiting;

/// <summary>Divides a sentence into corrections: "salary is 90–110k EUR, remote in the EU only and add Kubernetes" are three. A value's own commas divide nothing.</summary>
internal static partial class CorrectionClause
{
    /// <summary>More than this in one message is a text, not a correction.</summary>
    private const int Most = 30;

    private static readonly HashSet<string> Starts =
    [
        .. ("raise increase bump lift lower reduce cut decrease set change update move fix correct adjust put switch make shift push extend add include require requires needs need drop remove delete strike clear no not without apply closes close ends end "
            + "expires open rename call it it's pays pay paying now").Split(' '),
    ];

    public static IReadOnlyList<string> Split(string text)
    {
        var clauses = new List<string>();
        var start = 0;
        foreach (var separator in Separators().Matches(text).Cast<Match>())
        {
            var next = text[(separator.Index + separator.Length)..];
            if (separator.Index <= start || !(separator.Value.AsSpan().ContainsAny('\n', ';') || Begins(next, text[start..separator.Index])))
                continue;
            clauses.Add(text[start..separator.Index]);
            start = separator.Index + separator.Length;
            if (clauses.Count == Most)
                break;
        }

        clauses.Add(text[start..]);
        return [.. clauses.Select(clause => clause.Trim().TrimStart('-', '*', '•').TrimEnd('.', '!', ',', ';').Trim()).Where(clause => clause.Length > 0)];
    }

    /// <summary>Whether the words begin a correction of their own.</summary>
    private static bool Begins(string text, string before)
    {
        var words = Words.Split(text);
        if (words.Count == 0)
            return false;
        var from = words[0].Folded is "the" or "its" or "also" or "then" or "please" && words.Count > 1 ? 1 : 0;
        if (Starts.Contains(words[from].Folded) || Address().IsMatch(text))
            return true;
        if (IsText(before))
            return FieldWords.At(words, from) is { } named && named.End < words.Count && (words[named.End].Folded is "is" or "are" || text[(words[named.End - 1].Start + words[named.End - 1].Length)..].TrimStart().StartsWith(':'));
        return FieldWords.At(words, from) is not null || Money().IsMatch(text)
            || Terms.Workplaces.Find(text).Any(match => match.Start == words[from].Start) || Terms.EmploymentTypes.Find(text).Any(match => match.Start == words[from].Start);
    }

    /// <summary>A title or an employer's name may hold any word.</summary>
    private static bool IsText(string clause) => TextField().IsMatch(clause);

    [GeneratedRegex(@"\n+|;\s*|,\s+(and\s+|but\s+|also\s+)?|\.\s+|\s+(and|but|also)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\s*(change |set |update |the |call it |rename |it )*(title|company|employer|job title|role title|as |to )", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TextField();

    [GeneratedRegex(@"^\s*([€$£]\s?\d|\d[\d.,]*\s?k\b|\d[\d.,]*\s?[-–]\s?\d[\d.,]*\s?k\b)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Money();

    [GeneratedRegex(@"^\s*(<?https?://|www\.|<?mailto:|\S+@\S+\.\S+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
