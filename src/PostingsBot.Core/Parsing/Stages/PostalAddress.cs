using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Addresses as forms print them: "227 Elm Lane, NC, NC, 28301", "WA 98057-2906, WA, WA, 98104", "Polk County, IA, IA, 50319".</summary>
internal static partial class PostalAddress
{
    private const int MaxWords = 5;
    private const int MaxText = 60;

    /// <summary>The place that the address names without street and postal code, with the address as its text; else null and the address's pieces without repetition.</summary>
    public static (Place? Place, IReadOnlyList<string> Pieces) Read(string text)
    {
        var pieces = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var hasCode = ZipCode().IsMatch(text);
        var kept = new List<string>();
        foreach (var piece in pieces)
        {
            var name = ZipCode().Replace(piece, "").Trim();
            if (name.Length > 0 && (!hasCode || name.Count(c => c is ' ') < MaxWords) && !Street().IsMatch(name) && !kept.Contains(name, StringComparer.OrdinalIgnoreCase))
                kept.Add(name);
        }

        if (kept.Count == 0 || (!hasCode && kept.Count == pieces.Length))
            return (null, pieces);
        if (kept.Count == 1 && hasCode && kept[0].Length == 2 && AreaVocabulary.Default.ByCode("US-" + kept[0].ToUpperInvariant()) is { } state)
            return (AreaVocabulary.Default.ToPlace(state, text), kept);
        var place = AreaVocabulary.Default.Resolve(string.Join(", ", kept)) ?? (hasCode ? Town(kept) : null);
        return (place is not null && text.Length <= MaxText ? place with { Text = text } : place, kept);
    }

    // "Bee Cave, TX" behind a street and in front of a code: a place, however small.
    private static Place? Town(List<string> kept)
    {
        if (kept.Count < 2 || kept[^1].Length != 2 || AreaVocabulary.Default.ByCode("US-" + kept[^1].ToUpperInvariant()) is not { } state || !kept[^2].All(c => char.IsLetter(c) || c is ' ' or '.' or '\'' or '-'))
            return null;
        return AreaVocabulary.Default.ToPlace(state, kept[^2] + ", " + kept[^1]);
    }

    [GeneratedRegex(@"\b\d{5}(-\d{4})?$|^\d{5}(-\d{4})?\b", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex ZipCode();

    [GeneratedRegex(@"^\d+\w?(-\d+)?\s+\p{L}", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Street();
}
