using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>The words of a sentence, and which of them were read as part of a rhythm.</summary>
internal sealed class RhythmText(string text)
{
    private static readonly System.Buffers.SearchValues<char> WordEnds = System.Buffers.SearchValues.Create(" \t\n,;)(\"");

    private readonly IReadOnlyList<Word> words = Words.Split(text);
    private readonly HashSet<int> read = [];

    public int Count => words.Count;

    /// <summary>The folded word, without dots at the end; empty beyond the ends.</summary>
    public string this[int i] => i >= 0 && i < words.Count ? words[i].Folded : "";

    public bool IsRead(int i) => read.Contains(i);

    public void Mark(int first, int end) => read.UnionWith(Enumerable.Range(first, end - first));

    /// <summary>The sign that stands right between a word and the one before it, without blanks; '\0' for anything else.</summary>
    public char Sign(int i)
    {
        if (i <= 0 || i >= words.Count)
            return '\0';
        var end = words[i - 1].Start + words[i - 1].Length;
        return words[i].Start == end + 1 && !char.IsWhiteSpace(text[end]) ? text[end] : '\0';
    }

    /// <summary>Nothing but blanks before it.</summary>
    public bool IsBehindBlank(int i) =>
        i > 0 && i < words.Count && string.IsNullOrWhiteSpace(text[(words[i - 1].Start + words[i - 1].Length)..words[i].Start]);

    /// <summary>The character before a word; a blank at the start.</summary>
    public char Before(int i) => words[i].Start > 0 ? text[words[i].Start - 1] : ' ';

    public string Written(int first, int end) => text[words[first].Start..(words[end - 1].Start + words[end - 1].Length)];

    /// <summary>From a word on, up to the next blank, comma or bracket.</summary>
    public string WrittenOn(int i)
    {
        var start = words[i].Start;
        var end = text.AsSpan(start).IndexOfAny(WordEnds);
        return (end < 0 ? text[start..] : text[start..(start + end)]).TrimEnd('.', '!', '?', ':');
    }

    /// <summary>The word after those that stand before the given end of text.</summary>
    public int After(int i, int length)
    {
        var end = words[i].Start + length;
        while (i < words.Count && words[i].Start < end)
            i++;
        return i;
    }

    /// <summary>The sentence without what was read.</summary>
    public string Rest()
    {
        var rest = new System.Text.StringBuilder(text.Length);
        var from = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (!read.Contains(i))
                continue;
            rest.Append(text, from, Math.Max(0, words[i].Start - from)).Append(' ');
            from = words[i].Start + words[i].Length;
        }

        return rest.Append(text, from, text.Length - from).ToString().Trim(' ', ',', ';', '-', '–', '—', '@', '(', ')');
    }
}
