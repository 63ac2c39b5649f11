using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The language that most of the role's text is written in. Its evidence is the first line that is clear by itself.</summary>
internal sealed class LanguageStage : IStage<Stated<string>>
{
    private const int EnoughCharacters = 6000;

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        var all = new LanguageGuess();
        var length = 0;
        var read = new List<OutlineLine>();
        foreach (var line in role.Lines)
        {
            if (length >= EnoughCharacters)
                break;
            var text = Bounded(line.Text);
            all.Add(text);
            length += text.Length;
            read.Add(line);
        }

        return all.Best is { } language && read.Find(line => LanguageOf(line) == language) is { } clear
            ? Verdict<Stated<string>>.Found(new Stated<string>(language, clear.ToEvidence()))
            : Verdict<Stated<string>>.None;
    }

    private static string? LanguageOf(OutlineLine line)
    {
        var guess = new LanguageGuess();
        guess.Add(Bounded(line.Text));
        return guess.Best;
    }

    private static ReadOnlySpan<char> Bounded(string text) => text.AsSpan(0, Math.Min(text.Length, EnoughCharacters));
}
