namespace PostingsBot.Core.Text;

/// <summary>
/// Answers about short texts that were asked for a moment ago: the same title, label or heading is looked at by several stages. Bounded: a
/// new text takes the place of another one. Thread-safe without locks, since losing an entry costs only another answer.
/// </summary>
/// <param name="answer">Depends on nothing but the text, and what it returns does not change.</param>
internal sealed class TextMemo<T>(Func<string, T> answer)
{
    private const int LongestText = 200;
    private const int Size = 1 << 9;

    private readonly Entry?[] entries = new Entry?[Size];

    public T Of(string text)
    {
        if (text.Length > LongestText)
            return answer(text);
        ref var entry = ref entries[text.GetHashCode(StringComparison.Ordinal) & (Size - 1)];
        if (entry is { } known && known.Text == text)
            return known.Answer;
        var made = answer(text);
        entry = new Entry(text, made);
        return made;
    }

    private sealed record Entry(string Text, T Answer);
}
