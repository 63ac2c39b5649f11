using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Cuts a text into parts: every vocabulary says what it knows, the longest stretch wins, stretches of the same words are one part with several meanings.
/// </summary>
internal sealed class PartReader(string text, CatalogueNames names, IReadOnlySet<string> possessives, LocalDate today, bool afterPay = false, bool ordersByPay = false)
{
    /// <summary>The whole world is no place to look in; that work is not limited is said by a cue.</summary>
    private const string Everywhere = "WORLD";
    private const string MachineLearning = "machine learning";

    /// <summary>"Student jobs" as against "student loans".</summary>
    private static readonly HashSet<string> Positions = [.. "job jobs role roles one ones position positions work gig gigs placement placements assistant assistants".Split(' ')];

    private readonly IReadOnlyList<Word> words = Words.Split(text);
    private readonly List<Part> found = [];

    public IReadOnlyList<Part> Read()
    {
        ReadCues();
        ReadTerms();
        ReadEmployers();
        ReadAreas();
        ReadPerson();
        ReadOpenness();
        ReadOrdinals();
        foreach (var (first, end, dates) in new DateReader(text, words, today, ahead: found.Exists(p => p.Field is RoleField.ValidThrough)).Find())
            AddPart(first, end, p => p with { Term = dates });
        var asksForPay = afterPay || found.Exists(p => p.Field is RoleField.Pay);
        foreach (var (start, length, pay) in AmountReader.Find(text, asksForPay))
            Add(start, length, p => p with { Term = pay });
        if (!found.Exists(p => p.Term is PayConstraint))
        {
            if (asksForPay || found.Exists(p => p.Is(Cue.BestPaid) || p.Is(Cue.LowestPaid)))
                ReadCurrencies();
            if (!AsksHowMuch())
                ReadPayPeriods(asksForPay);
        }
        else
        {
            ReadApartFromAmount();
        }

        return Chosen();
    }

    private void ReadCues()
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, said) in CueLexicon.Table.AllAt(words, i))
                AddPart(i, end, p => p with { Said = [.. p.Said, said] });
        }
    }

    private void ReadEmployers()
    {
        var meaning = new EmployerMeaning(text, words, possessives);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, employer) in names.Table.At(words, i))
            {
                var isTerm = found.Exists(p => p.First == i && p.End == end && p.Term is not null);
                if (!employer.IsOrdinaryWord || (isTerm ? meaning.IsWrittenAsName(i) : meaning.IsMeant(i)))
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
        foreach (var (m, discipline) in Professions.Find(text, words))
            Add(m.Start, m.Length, p => p.Term is null or SkillConstraint or DisciplineConstraint ? p with { Term = new DisciplineConstraint([discipline]) { Profession = m.Value == discipline ? null : m.Value } } : p);
        foreach (var m in Terms.EmploymentTypes.Find(text))
            Add(m.Start, m.Length, p => p.Term is null or SkillConstraint ? p with { Term = new EmploymentConstraint([m.Value]) } : p);
        foreach (var m in Terms.Seniorities.Find(text))
            Add(m.Start, m.Length, p => p.Term is null or SkillConstraint ? p with { Term = new SeniorityConstraint([SearchedLevel.Of(m.Value)]) } : p);
        foreach (var m in Terms.Workplaces.Find(text))
            Add(m.Start, m.Length, p => p with { Term = new WorkplaceConstraint([m.Value]) });
        for (var i = 0; i < words.Count; i++)
        {
            if (TitleTerms.Chief(words[i].Folded) is { } chief)
                AddPart(i, i + 1, p => p with { Term = chief });
            if (words[i].Folded is "student" or "students" && (words.Count == 1 || (i > 0 && words[i - 1].Folded is "for") || (i + 1 < words.Count && Positions.Contains(words[i + 1].Folded))))
                AddPart(i, i + 1, p => p with { Term = TitleTerms.Student });
        }

        for (var i = 0; i < found.Count; i++)
            found[i] = found[i] with { Term = IsTradeOfAi(found[i]) ? new DisciplineConstraint([MachineLearning]) : TitleTerms.Of(found[i]) };
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, term) in TextTerms.Table.At(words, i))
                AddPart(i, end, p => p with { Term = term });
        }
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

    /// <summary>"AI engineers", "AI / machine learning engineers": who makes it, not who may use it.</summary>
    private bool IsTradeOfAi(Part part)
    {
        if (part.Term is not SkillConstraint { AnyOf: ["AI"] })
            return false;
        var next = part.End;
        while (next < words.Count && (words[next].Folded is "and" or "or" or "ml" or "machine" or "learning" or "llm"))
            next++;
        return next < words.Count && found.Exists(p => p.First == next && p.Is(Cue.Person) && p.Text is not ("people" or "person" or "folks" or "candidates"));
    }

    /// <summary>"Salaries in pounds".</summary>
    private void ReadCurrencies()
    {
        foreach (var m in Terms.Currencies.Find(text))
            Add(m.Start, m.Length, p => p.Term is SkillConstraint ? p : p with { Term = new PayConstraint(null, null, m.Value, null) });
    }

    /// <summary>"A yearly dollar salary between 70 and 110k": the currency and the period stand apart from the figures.</summary>
    private void ReadApartFromAmount()
    {
        if (Terms.Currencies.Find(text) is [var currency, ..])
        {
            Complete(pay => pay with { Currency = pay.Currency ?? currency.Value });
            Add(currency.Start, currency.Length, p => p);
        }

        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, period) in PayPeriods.At(words, i, asksForPay: true))
            {
                Complete(pay => pay with { Period = pay.Period ?? period });
                AddPart(i, end, p => p);
            }
        }
    }

    private void Complete(Func<PayConstraint, PayConstraint> complete)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Term is PayConstraint pay)
                found[i] = found[i] with { Term = complete(pay) };
        }
    }

    /// <summary>"What is the hourly rate?", "how much a month?" ask for a figure, not for roles paid by the hour.</summary>
    private bool AsksHowMuch() =>
        words.Count > 0 && (words[0].Folded is "how" or "wie" or "combien" or "cuanto" or "quanto"
        || (words[0].Folded is "what" or "was" && !found.Exists(p => p.First is 1 or 2 && (p.Is(Cue.Roles) || p.Is(Cue.Role) || p.Is(Cue.Ones)))));

    private void ReadPayPeriods(bool asksForPay)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (end, period) in PayPeriods.At(words, i, asksForPay))
                AddPart(i, end, p => p with { Term = new PaidPerConstraint(period), Said = [] });
        }
    }

    private void ReadAreas()
    {
        foreach (var m in AreaVocabulary.Default.Find(text, words, lenient: true))
        {
            if (m.Value.Code != Everywhere && AreaWords.IsMeant(text, words, m.Start, m.Length))
                Add(m.Start, m.Length, p => p with { Area = m.Value });
        }

        foreach (var m in Terms.Peoples.Find(text))
            Add(m.Start, m.Length, p => p with { Area = AreaVocabulary.Default.ByCode(m.Value), IsPeople = true });
    }

    /// <summary>"Can a Brazilian apply?", "I am Canadian": one of a people, where no noun follows.</summary>
    private void ReadPerson()
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Folded is "a" or "an" or "am" or "as" && (i + 1 == words.Count || GapBefore(i + 1) != ' ' || WordLists.IsStop(words[i + 1].Folded) || words[i + 1].Folded is "apply" or "work" or "do" or "join" or "citizen")
                && Terms.Peoples.Find(words[i].Folded + "s") is [{ Start: 0 } people])
                AddPart(i, i + 1, p => p with { Area = AreaVocabulary.Default.ByCode(people.Value), IsPeople = true });
        }
    }

    private void ReadOpenness()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (OpennessWords.At(words, i) is var (end, isOpen))
                AddPart(i, end, p => p with { Term = new OpennessConstraint(isOpen, today) });
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
        var at = IndexOf(first, end);
        if (at < 0)
        {
            at = found.Count;
            found.Add(new Part(first, end, end == first + 1 ? words[first].Folded : string.Join(' ', words.Skip(first).Take(end - first).Select(w => w.Folded)), GapBefore(first)));
        }

        found[at] = read(found[at]);
    }

    private int IndexOf(int first, int end)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].First == first && found[i].End == end)
                return i;
        }

        return -1;
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
        if (chosen.Exists(p => p.Is(Cue.Roles)))
            chosen = chosen.ConvertAll(p => p is { HasConstraint: false, Said: [var said] } && said.Is(Cue.OutOfScope) && p.End == p.First + 1 ? p with { Said = [], IsUnknown = true } : p);
        for (var i = 0; i + 1 < chosen.Count; i++)
        {
            if (chosen[i] is { Text: "staff", Term: SeniorityConstraint } && OfEmployees.Contains(chosen[i + 1].Text))
                chosen[i] = chosen[i] with { Term = null, IsUnknown = true };
            if (chosen[i] is { Text: "paid", Field: RoleField.Pay, HasConstraint: false } && TimeOff.Contains(chosen[i + 1].Text))
                chosen[i] = chosen[i] with { Said = [], IsUnknown = true };
            if (chosen[i + 1] is { Text: "staff", Term: SeniorityConstraint } && chosen[i].Text is "its" or "their" or "your" or "our")
                chosen[i + 1] = chosen[i + 1] with { Term = null };
        }

        return Extremes.Read(chosen, afterPay || ordersByPay);
    }

    /// <summary>What follows "paid" when no salary is asked for.</summary>
    private static readonly HashSet<string> TimeOff = [.. "time leave vacation vacations holiday holidays parental maternity paternity sick family volunteer sabbatical".Split(' ')];

    /// <summary>What follows "staff" when it means all who work there.</summary>
    private static readonly HashSet<string> OfEmployees =
        [.. "discount discounts event events meal meals canteen restaurant party parties turnover meeting meetings training room lunch parking benefits perks shop outing number numbers".Split(' ')];

    /// <summary>Longer beats shorter; of equal length what names something beats what steers.</summary>
    private static int Weight(Part part) =>
        ((part.End - part.First) * 4) + (part.Term is PayConstraint or PostedConstraint or ClosingConstraint or PaidPerConstraint ? 3 : part.Employer is not null ? 2 : part.HasConstraint ? 1 : 0);

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
