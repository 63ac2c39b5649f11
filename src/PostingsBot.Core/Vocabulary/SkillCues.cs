using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>The words of skill-cues.tsv.</summary>
internal sealed class SkillCues
{
    private readonly Dictionary<string, HashSet<string>> sides = [];

    public SkillCues()
    {
        foreach (var line in DataFile.Read("skill-cues.tsv"))
            sides.Add(line[0], [.. line.List(1).Select(w => Words.Fold(w))]);
    }

    public bool Before(string words, bool lenient) => sides["before"].Contains(words) || (lenient && sides["ask-before"].Contains(words));

    public bool After(string word, bool lenient) => sides["after"].Contains(word) || (lenient && sides["ask-after"].Contains(word));

    public bool Role(string word) => sides["role"].Contains(word);
}
