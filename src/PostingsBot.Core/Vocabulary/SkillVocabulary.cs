using System.Globalization;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Skills by every spelling that postings and people use.</summary>
public sealed class SkillVocabulary
{
    /// <summary>Letters of an ISO 4217 code.</summary>
    private const int CodeLength = 3;

    private static readonly Lazy<SkillVocabulary> LazyDefault = new(() => new SkillVocabulary());

    private readonly PhraseTrie<SkillSpelling> trie = new();
    private readonly List<SkillTerm> all = [];

    private SkillVocabulary()
    {
        foreach (var line in DataFile.Read("skills.tsv"))
            Add(line);
        foreach (var spelling in all.SelectMany(s => Variants(s.Name), (s, variant) => (Skill: s, variant)))
            trie.Slot(spelling.variant, Words.Split(spelling.variant)) ??= new SkillSpelling(spelling.Skill, spelling.variant, default, "");
        foreach (var line in DataFile.Read("not-skills.tsv"))
        {
            foreach (var phrase in line.List(0))
                Add(line, phrase, new SkillSpelling(null, phrase, default, line.Where));
        }
    }

    public static SkillVocabulary Default => LazyDefault.Value;

    public IReadOnlyList<SkillTerm> All => all;

    /// <summary>The skills named in a text. Spellings that are ordinary words too count only in context, see <see cref="SkillContext"/>.</summary>
    /// <param name="text">The text: a passage, or a question.</param>
    /// <param name="lenient">The text is a short question, in which case cannot be relied on.</param>
    public IReadOnlyList<TermMatch<SkillTerm>> Find(string text, bool lenient = false) => Find(text, Words.Split(text), lenient);

    /// <param name="text">The text.</param>
    /// <param name="words">The text's own words, for callers that look into several vocabularies.</param>
    /// <param name="lenient">The text is a short question, in which case cannot be relied on.</param>
    public IReadOnlyList<TermMatch<SkillTerm>> Find(string text, IReadOnlyList<Word> words, bool lenient = false)
    {
        List<FoundSkill>? found = null;
        var split = Words.AsSpan(words);
        for (var i = 0; i < split.Length;)
        {
            var taken = trie.Longest(text, split, i, out var spelling);
            if (spelling?.Skill is not null && !IsCurrency(text, split, i, i + taken))
                (found ??= []).Add(new FoundSkill(spelling, i, i + taken));
            i += Math.Max(taken, 1);
        }

        if (found is null)
            return [];
        var accepted = new SkillContext(text, words, found, lenient).Accept();
        var matches = new List<TermMatch<SkillTerm>>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            if (!accepted[i])
                continue;
            var (first, last) = (words[found[i].First], words[found[i].End - 1]);
            matches.Add(new TermMatch<SkillTerm>(first.Start, last.Start + last.Length - first.Start, found[i].Spelling.Skill!));
        }

        return matches;
    }

    /// <summary>The skill with this name or spelling, whatever its case; null when there is none.</summary>
    public SkillTerm? ByName(string nameOrAlias)
    {
        var words = Words.Split(nameOrAlias);
        return words.Count > 0 && trie.Longest(nameOrAlias, Words.AsSpan(words), 0, out var spelling) == words.Count ? spelling!.Skill : null;
    }

    /// <summary>"R$ 5.000", "CAD $6,000", "CAD 6,000", "$140k CAD": a currency.</summary>
    private static bool IsCurrency(string text, ReadOnlySpan<Word> words, int first, int end)
    {
        var rest = text.AsSpan(words[end - 1].Start + words[end - 1].Length).TrimStart(' ');
        if (!rest.IsEmpty && CharUnicodeInfo.GetUnicodeCategory(rest[0]) is UnicodeCategory.CurrencySymbol)
            return true;
        var besideNumber = (end < words.Length && char.IsAsciiDigit(words[end].Folded[0])) || (first > 0 && char.IsAsciiDigit(words[first - 1].Folded[0]));
        return besideNumber && end == first + 1 && words[first].Length is CodeLength && Terms.Currencies.Find(text.Substring(words[first].Start, CodeLength)).Count > 0;
    }

    private void Add(DataLine line)
    {
        var (name, mark) = Mark(line[0]);
        var skill = new SkillTerm(name, line[1]);
        all.Add(skill);
        Add(line, name, new SkillSpelling(skill, name, mark, line.Where));
        foreach (var alias in line.List(2))
        {
            var (spelling, needs) = Mark(alias);
            Add(line, spelling, new SkillSpelling(skill, spelling, needs, line.Where));
        }
    }

    private void Add(DataLine line, string phrase, SkillSpelling spelling)
    {
        ref var slot = ref trie.Slot(phrase, Words.Split(phrase));
        if (slot is { } other)
            throw line.Fault($"\"{phrase}\" stands already in {other.Where}");
        slot = spelling;
    }

    private static (string Phrase, SkillMark Mark) Mark(string written) => written[0] switch
    {
        '=' => (written[1..], SkillMark.ThisCase),
        '+' => (written[1..], SkillMark.Capital),
        '~' => (written[1..], SkillMark.Cue),
        '^' => (written[1..], SkillMark.ListOnly),
        _ => (written, SkillMark.None),
    };

    /// <summary>Spellings that need no line of their own: "Nodejs" and "Node js", "AWS S3" for "Amazon S3", "MS Project".</summary>
    private static IEnumerable<string> Variants(string name)
    {
        if (name.EndsWith(".js", StringComparison.Ordinal))
        {
            yield return name[..^3] + "js";
            yield return name[..^3] + " js";
        }

        if (name.StartsWith("Amazon ", StringComparison.Ordinal))
            yield return "AWS" + name[6..];
        else if (name.StartsWith("AWS ", StringComparison.Ordinal))
            yield return "Amazon" + name[3..];
        else if (name.StartsWith("Microsoft ", StringComparison.Ordinal))
            yield return "MS" + name[9..];
    }
}
