using System.Buffers;
using System.Text;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>The words of role-words.tsv: what makes a short text a job title.</summary>
internal sealed class RoleWords
{
    private const int MinStem = 3;

    private static readonly SearchValues<char> Divider = SearchValues.Create("-–—,;:|/(");

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> endings = new(StringComparer.Ordinal);
    private readonly HashSet<string> fields = new(StringComparer.Ordinal);
    private readonly List<string> parts = [];
    private readonly int longestEnding;

    private RoleWords()
    {
        foreach (var line in DataFile.Read("role-words.tsv"))
        {
            var folded = line.List(2).Select(word => Words.Fold(word)).ToList();
            switch (line[0])
            {
                case "word":
                    words.UnionWith(folded);
                    break;
                case "ending":
                    endings.UnionWith(folded);
                    break;
                case "field":
                    fields.UnionWith(folded);
                    break;
                case "part":
                    parts.AddRange(folded);
                    break;
                default:
                    throw line.Fault($"\"{line[0]}\" is no way to meet a word");
            }
        }

        longestEnding = endings.Max(ending => ending.Length);
    }

    public static RoleWords Default { get; } = new();

    /// <param name="text">A short text.</param>
    /// <param name="split">Its words.</param>
    public bool NameRole(string text, IReadOnlyList<Word> split)
    {
        for (var i = 0; i < split.Count; i++)
        {
            var word = split[i].Folded;
            if (IsWord(word) || EndsAsRole(word) || (i > 0 && fields.Contains(word) && IsLast(text, split, i)))
                return true;
        }

        return !Ascii.IsValid(text) && HasPart(Words.Fold(text));
    }

    private bool HasPart(string folded) => parts.Exists(part => folded.Contains(part, StringComparison.Ordinal));

    private bool IsWord(string word) => words.Contains(word) || (word.Length > MinStem && word[^1] is 's' or 'n' && words.Contains(word[..^1]));

    private bool EndsAsRole(string word)
    {
        if (endings.Contains(word) || (word.Length > MinStem && word[^1] is 'n' or 's' && endings.Contains(word[..^1])))
            return true;
        var known = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(longestEnding, word.Length - MinStem); length > MinStem; length--)
        {
            if (known.Contains(word.AsSpan(word.Length - length)))
                return true;
        }

        return false;
    }

    private static bool IsLast(string text, IReadOnlyList<Word> split, int index)
    {
        var end = split[index].Start + split[index].Length;
        return index == split.Count - 1 || text.AsSpan(end, split[index + 1].Start - end).IndexOfAny(Divider) >= 0;
    }
}
