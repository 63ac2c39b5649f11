namespace PostingsBot.Core.Vocabulary;

/// <summary>A term found in a text: characters <paramref name="Start"/> up to Start + <paramref name="Length"/> of the text given.</summary>
public readonly record struct TermMatch<T>(int Start, int Length, T Value);
