using System.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>The word lists of Questions/Data.</summary>
internal static class WordLists
{
    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "ings", "er", "ers", "or", "ors", "ly"];

    private static readonly Lazy<HashSet<string>> LazyStop = new(() => [.. Lines("stop-words.txt").SelectMany(l => l.Split(' '))]);
    private static readonly Lazy<HashSet<string>> LazyOrdinary = new(() => [.. Lines("ordinary-words.txt")]);

    /// <summary>Words that carry nothing in a search.</summary>
    public static bool IsStop(string word) => LazyStop.Value.Contains(word);

    /// <summary>Ordinary English words: never a typing mistake.</summary>
    public static bool IsOrdinary(string word) => LazyOrdinary.Value.Contains(word) || LazyStop.Value.Contains(word);

    /// <summary>An ordinary word or a form of one ("investors", "mentoring"): it is not mended.</summary>
    public static bool IsSpelledRight(string word)
    {
        if (IsOrdinary(word))
            return true;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal) && (IsOrdinary(word[..^ending.Length]) || IsOrdinary(word[..^ending.Length] + "e")))
                return true;
        }

        return false;
    }

    /// <summary>The lines of a data file that are neither empty nor a comment.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream("PostingsBot.Core.Questions.Data." + file)
            ?? throw new InvalidOperationException($"Questions/Data/{file} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
