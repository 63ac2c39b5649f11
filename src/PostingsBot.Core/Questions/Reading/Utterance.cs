using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>A question cut into parts, with what was said before it. Positions are indexes of parts.</summary>
internal sealed class Utterance(string text, IReadOnlyList<Part> parts, Conversation conversation)
{
    private const int NegationReach = 5;

    private static readonly HashSet<string> Portuguese =
        [.. "vaga vagas emprego empregos trabalho trabalhos quais qual quantas quantos tem remoto remota remotas remotos desenvolvedor desenvolvedora desenvolvedores pessoa moro posso quero oportunidades empresas salario".Split(' ')];

    private readonly IReadOnlyList<Word> words = Words.Split(text);

    public Conversation Conversation => conversation;

    public int Count => parts.Count;

    public Part this[int i] => parts[i];

    public Part this[Index i] => parts[i.GetOffset(parts.Count)];

    public IReadOnlyList<Part> Parts => parts;

    public bool EndsAsQuestion { get; } = text.TrimEnd().EndsWith('?');

    /// <summary>Without any small letter, so that capitals say nothing.</summary>
    public bool IsShouted { get; } = !text.Any(char.IsLower);

    public bool Has(Cue cue) => IndexOf(cue) >= 0;

    public int IndexOf(Cue cue, int from = 0)
    {
        for (var i = from; i < parts.Count; i++)
        {
            if (parts[i].Is(cue))
                return i;
        }

        return -1;
    }

    public bool HasConstraint => parts.Any(p => p.HasConstraint);

    /// <summary>The first part that is more than a small word of connection or politeness; the count when there is none.</summary>
    public int FirstContent
    {
        get
        {
            var i = 0;
            while (i < parts.Count && (IsFiller(i) || parts[i].Is(Cue.Greeting) || parts[i].Is(Cue.Now) || parts[i].Is(Cue.And) || parts[i].Is(Cue.But) || parts[i].Is(Cue.Thanks)))
                i++;
            return i;
        }
    }

    /// <summary>Nothing but a function word or politeness.</summary>
    public bool IsFiller(int i) => parts[i] is { IsUnknown: false, HasConstraint: false, Ordinal: null, Said.Count: 0 };

    public bool EndsSentence(int i) => i + 1 >= parts.Count || parts[i + 1].Gap is '.' or '?' or '!' or ';' or '\n';

    /// <summary>The nearest part before i that is not filler, within the same sentence; -1 when there is none.</summary>
    public int Before(int i)
    {
        for (var k = i - 1; k >= 0 && !EndsSentence(k); k--)
        {
            if (!IsFiller(k))
                return k;
        }

        return -1;
    }

    /// <summary>The nearest part after i that is not filler, within the same sentence; -1 when there is none.</summary>
    public int After(int i)
    {
        for (var k = i + 1; k < parts.Count && !EndsSentence(k - 1); k++)
        {
            if (!IsFiller(k))
                return k;
        }

        return -1;
    }

    public bool IsBefore(int i, Cue cue) => Before(i) is >= 0 and var k && parts[k].Is(cue);

    public bool IsAfter(int i, Cue cue) => After(i) is >= 0 and var k && parts[k].Is(cue);

    /// <summary>The name that begins at a part, with the last part of it.</summary>
    public (string Name, int Last)? NameAt(int i, PhraseTable<string> names)
    {
        foreach (var (end, name) in names.At(words, parts[i].First))
        {
            var last = Enumerable.Range(i, parts.Count - i).FirstOrDefault(k => parts[k].End == end, -1);
            if (last >= 0)
                return (name, last);
        }

        return null;
    }

    /// <summary>The words as written.</summary>
    public string Written(int first, int last)
    {
        var start = words[parts[first].First].Start;
        var end = words[parts[last].End - 1];
        return text[start..(end.Start + end.Length)];
    }

    public bool IsCapital(int i) => char.IsUpper(text[words[parts[i].First].Start]);

    /// <summary>
    /// Does a "not" reach this part? It reaches over small words, verbs of asking and "or", and over "and" or a comma from one term to the next;
    /// it ends at a role noun, at "but", "only", and at the end of the sentence. Two in a row lift each other.
    /// </summary>
    public bool IsNegated(int i)
    {
        var (nots, steps) = (0, 0);
        for (var k = i - 1; k >= 0 && steps < NegationReach && !EndsSentence(k); k--)
        {
            var part = parts[k];
            if (part.Is(Cue.Not) || (part.Is(Cue.Outside) && parts[i].Area is null) || (part.Text is "nothing" && (k == 0 || EndsSentence(k - 1))))
            {
                if ((part.Text is "non" && k + 1 < i) || IsPlaceWord(k, i))
                    break;
                if (parts[k + 1].Gap is ',' or ':' || parts[k + 1].Is(Cue.Only))
                    break;
                nots++;
            }
            else if (nots > 0 || (part.IsUnknown && parts[k + 1].Gap is ','))
            {
                break;
            }
            else if (part.HasConstraint && !part.Is(Cue.Uses))
            {
                return IsJoined(k, i) && !(k > 0 && parts[k - 1].Text is "non") && (HasBetween(k, i, Cue.Or) || HasBetween(k, i, Cue.And) || HasGap(k, i, '/') || IsAlike(part, parts[i])) && IsNegated(k);
            }
            else if (Stops(part) && !(part.Is(Cue.Anything) && k > 0 && parts[k - 1].Is(Cue.Not) && k + 1 == i) && !(parts[i].Term is PaidPerConstraint && part.Field is RoleField.Pay))
            {
                break;
            }

            steps += IsFiller(k) && parts[k].Said.Count == 0 ? 0 : 1;
        }

        return nots % 2 == 1;
    }

    /// <summary>"Vagas no Brasil": in a Portuguese sentence "no" is "in the".</summary>
    private bool IsPlaceWord(int k, int i) => parts[k].Text is "no" && k + 1 == i && parts[i].Area is not null && parts.Any(p => Portuguese.Contains(p.Text));

    /// <summary>Between the two stand only "or", "and", "nor", a comma, a slash and small words.</summary>
    public bool IsJoined(int left, int right)
    {
        for (var k = left + 1; k < right; k++)
        {
            if (!IsFiller(k) && !parts[k].Is(Cue.Or) && !parts[k].Is(Cue.And) && !parts[k].Is(Cue.In) && !parts[k].Is(Cue.Example) && !(parts[k].Is(Cue.Role) && HasBetween(k, right, Cue.Example)) && !((parts[k].Is(Cue.Role) || parts[k].Is(Cue.Roles) || parts[k].Is(Cue.Person)) && HasBetween(k, right, Cue.Or)))
                return false;
            if (parts[k].Is(Cue.But) || parts[k].Text is "with" or "mit" or "but")
                return false;
        }

        return true;
    }

    public bool HasBetween(int left, int right, Cue cue)
    {
        for (var k = left + 1; k < right; k++)
        {
            if (parts[k].Is(cue))
                return true;
        }

        return false;
    }

    public bool HasGap(int left, int right, char gap)
    {
        for (var k = left + 1; k <= right; k++)
        {
            if (parts[k].Gap == gap)
                return true;
        }

        return false;
    }

    private static bool IsAlike(Part a, Part b) =>
        (a.Term is not null && a.Term.GetType() == b.Term?.GetType()) || (a.Area is not null && b.Area is not null) || (a.Employer is not null && b.Employer is not null);

    private static bool Stops(Part part) =>
        part.Is(Cue.Roles) || part.Is(Cue.Role) || part.Is(Cue.Person) || part.Is(Cue.But) || (part.Is(Cue.Only) && !part.Is(Cue.LimitedTo)) || part.Is(Cue.Anything) || part.Is(Cue.Also) || part.Is(Cue.Tell)
        || (part.Field is not null && !part.HasConstraint && !part.Is(Cue.Uses) && !part.Is(Cue.LimitedTo));
}
