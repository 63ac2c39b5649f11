namespace PostingsBot.Core.Text;

/// <summary>A word in its folded form, with what is told by that alone: made once for many places where it stands.</summary>
internal sealed class WordForm(string folded)
{
    private string? stem;

    public string Folded { get; } = folded;

    /// <summary>For <see cref="WordFilter"/>.</summary>
    public int Number { get; } = WordFilter.NumberOf(folded);

    /// <summary>Made when it is first asked for: most readers of words need none.</summary>
    public string Stem => stem ??= Stemmer.Stem(Folded);
}
