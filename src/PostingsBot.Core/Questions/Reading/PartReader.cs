using NodaTime;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Cuts a text into parts: every vocabulary says what it knows, the longest stretch wins, stretches of the same words are one part with several meanings.
/// </summary>
internal sealed class PartReader(string text, CatalogueNames names, LocalDate today)
{
    /// <summary>The whole world is no place to look in; that work is not limited is said by a cue.</summary>
    private const string Everywhere = "WORLD";

    private readonly IReadOnlyList<Word> words = Words.Split(text);
    private readonly List<Part> found = [];

    public IReadOnlyList<Part> Read()
    {
        ReadCues();
        ReadEmployers();
        ReadTerms();
        ReadAreas();
        ReadOrdinals();
        foreach (var (first, end, posted) in new DateReader(text, words, today).Find())
            AddPart(first, end, p => p with { Term = posted });
        var asksForPay = found.Exists(p => p.Field is RoleField.Pay);
        foreach (var (start, length, pay) in AmountReader.Find(text, asksForPay))
            Add(start, length, p => p with { Term = pay });
        if (asksForPay && !found.Exists(p => p.Term is PayConstraint))
            ReadCurrencies();
        return Chosen();
    }

    private void ReadCues()
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, said) in CueLexicon.Table.At(words, i))
                AddPart(i, end, p => p with { Said = [.. p.Said, said] });
        }
    }

    private void ReadEmployers()
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, employer) in names.Table.At(words, i))
            {
                if (!employer.IsOrdinaryWord || IsMeantAsName(i))
                    AddPart(i, end, p => p with { Employer = employer.Name });
            }
        }
    }

    private void ReadTerms()
    {
        foreach (var m in SkillVocabulary.Default.Find(text, words, lenient: true))
            Add(m.Start, m.Length, p => p.Term is null ? p with { Term = new SkillConstraint([m.Value.Name]) } : p);
        foreach (var m in Terms.Disciplines.Find(text))
            Add(m.Start, m.Length, p => WithDiscipline(p, m.Value));
        foreach (var m in Terms.EmploymentTypes.Find(text))
            Add(m.Start, m.Length, p => p.Term is null or SkillConstraint ? p with { Term = new EmploymentConstraint([m.Value]) } : p);
        foreach (var m in Terms.Seniorities.Find(text))
            Add(m.Start, m.Length, p => p.Term is null or SkillConstraint ? p with { Term = new SeniorityConstraint([m.Value]) } : p);
        foreach (var m in Terms.Workplaces.Find(text))
            Add(m.Start, m.Length, p => p with { Term = new WorkplaceConstraint([m.Value]) });
    }

    /// <summary>
    /// "Engineer", "developer" alone name the person; the trade is said by the words beside them. "Machine learning" is both a discipline and a skill.
    /// </summary>
    private static Part WithDiscipline(Part part, string discipline)
    {
        if ((discipline == "software" && part.Is(Cue.Person)) || part.Term is not null and not SkillConstraint)
            return part;
        return part with { Term = new DisciplineConstraint([discipline]), AsSkill = part.Term as SkillConstraint };
    }

    /// <summary>"Salaries in pounds".</summary>
    private void ReadCurrencies()
    {
        foreach (var m in Terms.Currencies.Find(text))
            Add(m.Start, m.Length, p => p with { Term = new PayConstraint(null, null, m.Value, null) });
    }

    private void ReadAreas()
    {
        foreach (var m in AreaVocabulary.Default.Find(text, words, lenient: true))
        {
            if (m.Value.Code != Everywhere && AreaWords.IsMeant(text, words, m.Start, m.Length))
                Add(m.Start, m.Length, p => p with { Area = m.Value });
        }
    }

    private void ReadOrdinals()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Ordinals.At(text, words, i) is { } ordinal)
                AddPart(i, ordinal.End, p => p with { Ordinal = ordinal.Number });
        }
    }

    /// <summary>Written with a capital inside a sentence, or beside a word that expects a name.</summary>
    private bool IsMeantAsName(int i)
    {
        if (WordList(i - 1) && WordList(i + 1) && words[i].Folded is var name && !IsAdjective(name))
            return true;
        var before = i > 0 ? words[i - 1].Folded : "";
        var after = i + 1 < words.Count ? words[i + 1].Folded : "";
        return (i > 0 && char.IsUpper(text[words[i].Start]))
            || before is "at" or "about" or "bei" or "chez" or "does" or "by" or "vs" or "versus" or "compare" or "of" or "drop" or "except" or "than"
            || after is "job" or "jobs" or "role" or "roles" or "salary" or "position" or "hire" or "hiring" or "want" or "wants" or "offer" or "offers" or "pay" or "vs" or "engineer" or "benefits"
            || words.Count == 1;
    }

    private static bool IsAdjective(string word) =>
        word.EndsWith("ible", StringComparison.Ordinal) || word.EndsWith("able", StringComparison.Ordinal) || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal);

    /// <summary>Beside a name stand small words, or nothing; "to fetch", "a crunch" are no names.</summary>
    private bool WordList(int i) =>
        i < 0 || i >= words.Count || (WordLists.IsStop(words[i].Folded) && words[i].Folded is not ("to" or "i" or "you" or "we" or "they" or "a" or "an" or "the" or "my" or "your"))
        || words[i].Folded is "salary" or "benefits" or "remote" or "hiring" or "versus" or "vs" or "compare" or "compared";

    private void Add(int start, int length, Func<Part, Part> read)
    {
        var (first, end) = (-1, -1);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Start + words[i].Length > start && words[i].Start < start + length)
                (first, end) = (first < 0 ? i : first, i + 1);
        }

        if (first >= 0)
            AddPart(first, end, read);
    }

    private void AddPart(int first, int end, Func<Part, Part> read)
    {
        var at = found.FindIndex(p => p.First == first && p.End == end);
        if (at < 0)
        {
            at = found.Count;
            found.Add(new Part(first, end, string.Join(' ', words.Skip(first).Take(end - first).Select(w => w.Folded)), GapBefore(first)));
        }

        found[at] = read(found[at]);
    }

    private List<Part> Chosen()
    {
        var taken = new bool[words.Count];
        var chosen = new List<Part>();
        foreach (var part in found.OrderByDescending(Weight))
        {
            if (taken.AsSpan(part.First, part.End - part.First).Contains(true))
                continue;
            taken.AsSpan(part.First, part.End - part.First).Fill(true);
            chosen.Add(part);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!taken[i])
                chosen.Add(new Part(i, i + 1, words[i].Folded, GapBefore(i)) { IsUnknown = !WordLists.IsStop(words[i].Folded) && words[i].Folded.Any(char.IsLetter) && !DateReader.IsNumber(words[i].Folded) });
        }

        chosen.Sort((a, b) => a.First.CompareTo(b.First));
        return chosen;
    }

    /// <summary>Longer beats shorter; of equal length what names something beats what steers.</summary>
    private static int Weight(Part part) =>
        ((part.End - part.First) * 4) + (part.Term is PayConstraint or PostedConstraint ? 3 : part.Employer is not null ? 2 : part.HasConstraint ? 1 : 0);

    private char GapBefore(int word)
    {
        if (word == 0)
            return ' ';
        var from = words[word - 1].Start + words[word - 1].Length;
        foreach (var c in text.AsSpan(from, words[word].Start - from))
        {
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'' or '(' or ')'))
                return c;
        }

        return ' ';
    }
}
