using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>The words of area-cues.tsv.</summary>
internal sealed class AreaCues
{
    private readonly Dictionary<string, HashSet<string>> sides = [];

    public AreaCues()
    {
        foreach (var line in DataFile.Read("area-cues.tsv"))
            sides.Add(line[0], [.. line.List(1).Select(w => Words.Fold(w))]);
    }

    public bool Before(string words, bool shortForm) => sides["before"].Contains(words) || (shortForm && sides["short-before"].Contains(words));

    public bool After(string word) => sides["after"].Contains(word);

    public bool Demonym(string word) => sides["demonym"].Contains(word);

    public bool BeforePronoun(string word) => sides["us-before"].Contains(word);
}
