namespace PostingsBot.Core.Questions.Reading;

/// <summary>German words that are made of what is looked for and a word for a job: "Werkstudentenjob", "Entwicklerstelle".</summary>
internal static class Compounds
{
    /// <summary>Shorter first parts are more often words of their own ("Baustelle").</summary>
    private const int LeastFirst = 5;

    private static readonly string[] Heads = ["stellenangebote", "stellenangebot", "positionen", "position", "stellen", "stelle", "jobs", "job", "vertrag"];

    /// <summary>Ends with an "s" that only joins: "Praktikumsstelle".</summary>
    private static readonly string[] Linked = ["ums", "ungs", "ions", "schafts", "heits", "keits"];

    private static readonly HashSet<string> Whole = [.. "schnittstelle schnittstellen haltestelle haltestellen dienststelle dienststellen arbeitsstelle arbeitsstellen anlaufstelle geschaftsstelle arbeitsvertrag".Split(' ')];

    /// <summary>The two words with a blank between; null when the word is none of these.</summary>
    public static string? Split(string word)
    {
        var folded = word.ToLowerInvariant();
        if (Whole.Contains(folded) || Array.Find(Heads, h => folded.EndsWith(h, StringComparison.Ordinal)) is not { } head || word.Length < LeastFirst + head.Length)
            return null;
        var first = word[..^head.Length];
        if (Array.Exists(Linked, end => first.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            first = first[..^1];
        return first.TrimEnd('-') + " " + word[^head.Length..];
    }
}
