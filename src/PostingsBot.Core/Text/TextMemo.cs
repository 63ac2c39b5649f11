namespace PostingsBot.Core.Text;

/// <summary>
/// Answers about short texts that were asked for a moment ago: the same title, label or heading is looked at by several stages. Bounded: a
/// new text takes the place of another one. Thread-safe without locks, since losing an entry costs only another answer.
/// </summary>
/// <param name="answer">Depends on nothing but the text, and what it returns does not change.</param>
/// <param name="size">Texts that are kept; a power of two.</param>
internal sealed class TextMemo<T>(Func<string, T> answer, int size = 1 << 9)
{
    private const int LongestText = 200;

    private readonly Entry?[] entries = new Entry?[size];

    public T Of(string text)
    {
        if (text.Length > LongestText)
            return answer(text);
        ref var entry = ref entries[text.GetHashCode(StringComparison.Ordinal) & (size - 1)];
        if (entry is { } known && known.Text == text)
            return known.Answer;
        var made = answer(text);
        entry = new Entry(text, made);
        return made;
    }

    private sealed record Entry(string Text, T Answer);
}
