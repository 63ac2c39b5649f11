using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Short names of areas that are also words: "us", "in", "or", "PA" need a sign that a place is meant.</summary>
internal static class AreaWords
{
    public static bool IsMeant(string text, IReadOnlyList<Word> words, int start, int length)
    {
        var written = text.AsSpan(start, length);
        if (IsPartOfName(text, start + length))
            return false;
        if (written.Equals("spring", StringComparison.OrdinalIgnoreCase))
            return text.AsSpan(start + length).TrimStart(" ,").StartsWith("T", StringComparison.OrdinalIgnoreCase);
        if (length > 3 || written.Contains('.'))
            return !WordLists.IsStop(Words.Fold(written)) || char.IsUpper(written[0]);
        var folded = written.ToString().ToLowerInvariant();
        if (folded is "uk" or "eu" or "sf" or "nyc" or "usa" or "uae" or "emea" or "apac" or "dach")
            return true;
        var i = 0;
        while (i < words.Count && words[i].Start < start)
            i++;
        var before = i > 0 ? words[i - 1].Folded : "";
        var after = i + 1 < words.Count ? words[i + 1].Folded : "";
        var placed = before is "the" or "in" or "from" or "outside" or "to" or "near" or "within" or "of" or "non" or "across" or "around" or "inside";
        if (folded is "us")
            return written[0] is 'U' || (placed && after is not ("about" or "know")) || after is "only" or "based" or "residents" or "citizens" or "citizen" or "citizenship" or "visa" or "visas" or "company" or "companies" or "applicants" or "candidates" or "work" or "remote" or "jobs" or "roles" || words.Count == 1;
        var comma = i > 0 && text[(words[i - 1].Start + words[i - 1].Length)..start].Contains(',');
        return char.IsUpper(written[0]) && char.IsUpper(written[^1]) && (placed || comma || words.Count == 1) && !IsLowerAround(text, written);
    }

    /// <summary>"US-RSE": the name of something else goes on in capitals.</summary>
    private static bool IsPartOfName(string text, int end)
    {
        if (end + 2 >= text.Length || text[end] is not '-' || !char.IsUpper(text[end + 1]) || !char.IsUpper(text[end + 2]))
            return false;
        var last = end + 1;
        while (last < text.Length && char.IsLetter(text[last]))
            last++;
        return text.Any(char.IsLower) && AreaVocabulary.Default.Find(text[(end + 1)..last]).Count == 0 && Terms.Workplaces.Find(text[(end + 1)..last]).Count == 0;
    }

    /// <summary>In a text without any small letter a capital says nothing.</summary>
    private static bool IsLowerAround(string text, ReadOnlySpan<char> written) => text.Length > written.Length && !text.Any(char.IsLower);
}
