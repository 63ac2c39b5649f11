namespace PostingsBot.Core.Questions.Reading;

/// <summary>A target with the parts First to Last that name it.</summary>
internal sealed record Pointed(int First, int Last, Target Target)
{
    /// <summary>"The Brightwheel job", "the second one": one thing is named, as against "it" or "they".</summary>
    public bool IsNamed => Target is not (Target.Focus or Target.AllListed);
}

/// <summary>
/// What a question points at: ordinals, descriptions ("the staff platform engineer", "the one in Canada"), employers, pronouns. A description begins at
/// "the", "this", "that" or an employer and ends at a word for one role or person, with what is said of it after that ("at …", "in …", "that needs …").
/// </summary>
internal sealed class PointedReader(Utterance u, IReadOnlyList<Read> reads)
{
    private static readonly HashSet<string> Articles = [.. "the this that your der die das den dem le la el o".Split(' ')];
    private static readonly HashSet<string> Relative = [.. "that which who with using requiring needing mentioning for asking".Split(' ')];

    private static readonly HashSet<string> Persons = [.. "engineer developer manager designer scientist analyst architect administrator programmer specialist consultant entwickler".Split(' ')];

    private readonly List<Pointed> found = [];

    /// <summary>Parts of the present description that are looked for as words: "staff discount" in "the one with the staff discount".</summary>
    private readonly SortedSet<int> spoken = [];

    public static IReadOnlyList<Pointed> Of(Utterance u, IReadOnlyList<Read> reads)
    {
        var reader = new PointedReader(u, reads);
        for (var i = 0; i < u.Count;)
            i = reader.At(i) is { } pointed ? reader.Take(pointed) : i + 1;
        return reader.found;
    }

    private int Take(Pointed pointed)
    {
        if (!found.Exists(p => p.Target == pointed.Target))
            found.Add(pointed);
        return pointed.Last + 1;
    }

    private Pointed? At(int i)
    {
        var part = u[i];
        if (part.Ordinal is { } number)
            return new Pointed(i, i + 1 < u.Count && (u[i + 1].Is(Cue.One) || u[i + 1].Is(Cue.Role)) ? i + 1 : i, new Target.Ordinal(number));
        if (Neighbour(i) is { } neighbour)
            return neighbour;
        if (Description(i) is { } description)
            return description;
        if (reads.FirstOrDefault(r => r.First == i && r.Constraint is EmployerConstraint { Negated: false }) is { } employer)
            return new Pointed(i, employer.Last, new Target.Described([employer.Constraint]));
        if (part.Is(Cue.It) && u.Written(i, i) is "IT" && !u.IsShouted)
            return null;
        if (part.Is(Cue.It) && (HeadFirst(i) ?? Spoken(i)) is { } spokenOf)
            return spokenOf;
        if (part.Is(Cue.It))
            return IsPronoun(i) ? new Pointed(i, i, new Target.Focus()) : null;
        if (part.Is(Cue.They))
            return part.Text == "there" && (u.Has(Cue.Anything) || u.Has(Cue.Roles) || i == 0 || u[i - 1].Text is "is" or "are" or "which are" || (i + 1 < u.Count && u[i + 1].Text is "is" or "are" or "any")) ? null : new Pointed(i, i, new Target.Focus());
        return null;
    }

    /// <summary>"The other one", "the previous one", "the next one" beside the role in focus.</summary>
    private Pointed? Neighbour(int i)
    {
        if (u.Conversation is not { Role: { } role } conversation || !(u[i].Is(Cue.Other) || u[i].Is(Cue.Previous) || u[i].Is(Cue.Following) || (u[i].Text is "next" && u.Count == 1)))
            return null;
        var list = conversation.Listed.Count < 2 && conversation.Constraints.OfType<AmongConstraint>().FirstOrDefault() is { } among ? among.PostingIds : conversation.Listed;
        var at = list.ToList().IndexOf(role);
        var next = u[i].Is(Cue.Other) && list.Count == 2 ? 1 - at : u[i].Is(Cue.Previous) ? at - 1 : u[i].Is(Cue.Other) ? -1 : at + 1;
        return at >= 0 && next >= 0 && next < list.Count ? new Pointed(i, i, new Target.Role(list[next])) : null;
    }

    /// <summary>"It" and "that one" point; "that", "this" before a noun, "that" as a relative and "jobs with Go in it" do not.</summary>
    private bool IsPronoun(int i)
    {
        if (u[i].Text is "it" && i > 0 && u[i - 1].Text is "in" && (u.Has(Cue.Anything) || u.Has(Cue.Roles)))
            return false;
        if (u[i].Text is not ("that" or "this"))
            return true;
        var next = i + 1 < u.Count && !u.EndsSentence(i) ? u[i + 1] : null;
        return next is null || next.Is(Cue.Aux) || (i > 0 && u[i - 1].Is(Cue.Aux) && !next.IsUnknown && !next.Is(Cue.Role));
    }

    /// <summary>"The job with the tower view" when no role is in focus: described by words of its text.</summary>
    private Pointed? Spoken(int i)
    {
        if (u[i].End - u[i].First < 2 || u.Conversation.Role is not null)
            return null;
        spoken.Clear();
        var end = Modifiers(i + 1);
        return spoken.Count > 0 ? new Pointed(i, end - 1, new Target.Described(Said(i + 1, end))) : null;
    }

    private Pointed? Description(int i)
    {
        var isArticle = Articles.Contains(u[i].Text) && !u[i].HasConstraint;
        var possessive = reads.Any(r => r.First == i && r.Constraint is EmployerConstraint);
        var start = isArticle ? i + 1 : i;
        if (isArticle && u[i].Text is "the" && i > 0 && u[i - 1].Is(Cue.Aux) && u.FirstContent is var who && who < i && u[who].Text is "who" && (u.Conversation.Role ?? u.Conversation.Employer) is not null)
            return null;
        if (!isArticle && !possessive && !(u[i].HasConstraint && (IsAskedAbout() || IsCompared(i) || IsNamedFirst(i) || IsBehindField(i))))
            return null;
        var (end, head) = Run(start);
        if (end == start || (!head && !((isArticle || IsCompared(i) || IsBehindField(i)) && NamesRole(start, end))) || (end < u.Count && u[end].Is(Cue.Roles) && !u.EndsSentence(end - 1)))
            return null;
        if (!head && u.Before(i) is >= 0 and var b && u[b].Is(Cue.Uses))
            return null;
        spoken.Clear();
        end = Modifiers(end);
        var said = Said(start, end);
        if (said.Count == 0 && end < u.Count && Relative.Contains(u[end].Text) && reads.Any(r => r.First > end))
            return null;
        if (said.Count == 0)
            return head && isArticle ? new Pointed(i, end - 1, new Target.Focus()) : null;
        return new Pointed(i, end - 1, new Target.Described(said));
    }

    /// <summary>"The position of staff nurse", "die Stelle als Koch", "el puesto de cocinero": the word for a role stands before what it is.</summary>
    private Pointed? HeadFirst(int i)
    {
        if (u[i].End - u[i].First < 2 || i + 2 >= u.Count || u.EndsSentence(i) || u[i + 1].Text is not ("of" or "as" or "als" or "de" or "como"))
            return null;
        var (end, head) = Run(i + 2);
        if (end == i + 2 || !(head || NamesRole(i + 2, end)))
            return null;
        // "Développeur PHP": what the person works with stands behind.
        while (end < u.Count && u[end] is { HasConstraint: true, Gap: ' ' })
            end++;
        spoken.Clear();
        end = Modifiers(end);
        return Said(i + 2, end) is { Count: > 0 } said ? new Pointed(i, end - 1, new Target.Described(said)) : null;
    }

    /// <summary>"Senior python job salary": without an article a description needs a field that is asked for, and nothing that searches.</summary>
    private bool IsAskedAbout() =>
        u.Parts.Any(p => p.Field is not null) && !u.Has(Cue.Roles) && !u.Has(Cue.Find) && !u.Has(Cue.Anything) && u.Parts.Any(p => p.Is(Cue.Role) || p.Is(Cue.Person));

    /// <summary>"Senior SRE vs the cloud engineer": one of two without an article.</summary>
    private bool IsCompared(int i) =>
        u.Parts.Any(p => p.Is(Cue.Compare) && p.Text is "vs" or "versus" or "compared to" or "compare") && !u.Has(Cue.Roles) && !u.Has(Cue.Ones) && (i == 0 || u[i - 1].Is(Cue.Compare) || u[i - 1].Is(Cue.And) || u[i].Gap is ',');

    /// <summary>"HR one - do they …", "Berlin job: what is the pay?": named before what is asked of it.</summary>
    private bool IsNamedFirst(int i) =>
        i == u.FirstContent && Run(i) is (var end, true) && end < u.Count && u[end].Gap is '-' or '–' or ',' or ':' && u.Parts.Skip(end).Any(p => p.Is(Cue.Wh) || p.Is(Cue.Aux) || p.Field is not null);

    /// <summary>"Salary for corporate counsel", "deadline of staff nurse": what is asked stands first, and nothing speaks of several.</summary>
    private bool IsBehindField(int i) =>
        i > 1 && u[i - 1].Text is "for" or "of" or "fur" or "pour" or "para" && u[i - 2] is { Field: not null, HasConstraint: false }
        && !u[i].Text.EndsWith('s') && !u.Has(Cue.Roles) && !u.Has(Cue.Ones) && !u.Has(Cue.Find) && !u.Has(Cue.Anything) && u.Parts.Take(i - 2).All(p => p.Is(Cue.Wh) || p.Is(Cue.Aux) || (!p.HasConstraint && !p.IsUnknown));

    /// <summary>The words of a description up to and with its head.</summary>
    private (int End, bool Head) Run(int start)
    {
        var (i, head) = (start, false);
        for (; i < u.Count && (i == start || u[i].Gap is ' ' or '-' or '/' or ','); i++)
        {
            var part = u[i];
            if (part.Is(Cue.Roles))
                return (i, false);
            if (part.Is(Cue.Role) || part.Is(Cue.One) || (part.Is(Cue.Company) && !part.HasConstraint && part.Field is null && !HeadFollows(i)))
                return (i + 1, true);
            if (IsOnePerson(part))
                head = true;
            else if (i > start && u[i].Gap is ',' && !head)
                break;
            else if (IsBesideHead(i))
                continue;
            else if (part.Field is not null && !part.HasConstraint)
                break;
            else if (!part.HasConstraint && !(part.IsUnknown && HeadFollows(i)))
                break;
            else if (head && !HeadFollows(i))
                break;
        }

        return (i, head);
    }

    /// <summary>"Engineer", or a trade that ends so: "infrastructure engineer".</summary>
    private static bool IsOnePerson(Part part) =>
        (part.Is(Cue.Person) && !part.Text.EndsWith('s') && part.Text is not "people")
        || (WordsReader.Titles.Contains(part.Text) && !part.HasConstraint)
        || (part.Term is DisciplineConstraint && Persons.Contains(part.Text[(part.Text.LastIndexOf(' ') + 1)..]));

    private bool HeadFollows(int i)
    {
        for (var k = i + 1; k < u.Count && k <= i + 3 && u[k].Gap is ' ' or '-'; k++)
        {
            if (u[k].Is(Cue.Role) || u[k].Is(Cue.One) || (u[k].Is(Cue.Person) && !u[k].Text.EndsWith('s')) || WordsReader.Titles.Contains(u[k].Text))
                return true;
            if (IsVerb(k))
                return false;
        }

        return false;
    }

    /// <summary>"The legal tech gig", "the procurement startup job", "the cloud one": a word that names a field or an employer elsewhere, right before the head.</summary>
    private bool IsBesideHead(int i) =>
        (u[i].Field is not null || u[i].Is(Cue.Company)) && !u[i].HasConstraint && !IsVerb(i) && i + 1 < u.Count && u[i + 1].Gap is ' ' or '-' && (u[i + 1].Is(Cue.Role) || u[i + 1].Is(Cue.One)) && u[i + 1].Field is null
        && i > 0 && (u[i - 1].IsUnknown || u[i - 1].HasConstraint || (u[i].Field is RoleField.Skills && Articles.Contains(u[i - 1].Text)));

    private bool IsVerb(int k) => (u[k].Is(Cue.Uses) || u[k].Is(Cue.Aux)) && !u[k].HasConstraint;

    /// <summary>Without a head, more than a place must be said: "in the US" is no role.</summary>
    private bool NamesRole(int start, int end) =>
        reads.Any(r => r.First >= start && r.First < end && r.Constraint is DisciplineConstraint or SeniorityConstraint or EmployerConstraint or TitleConstraint);

    private int Modifiers(int end)
    {
        while (end < u.Count && !u.EndsSentence(end - 1))
        {
            if (u[end].Text is "with" && u.Has(Cue.Compare))
                return end;
            // "The one training an AI", "the one about kites".
            if (end > 0 && u[end - 1].Is(Cue.One) && (IsDoing(end) ? Phrase(end) : u[end].Text is "about" ? Phrase(end + 1) : null) is { } doing)
            {
                end = doing;
                continue;
            }

            var relative = Relative.Contains(u[end].Text);
            var next = relative ? end + 1 : end;
            while (next < u.Count && next < end + 3 && !u[next].HasConstraint && (u.IsFiller(next) || u[next].Is(Cue.In) || u[next].Is(Cue.At) || u[next].Is(Cue.From) || (relative && (u[next].Is(Cue.Uses) || u[next].Is(Cue.Aux)))))
                next++;
            if (relative && Phrase(next) is { } phrase)
            {
                end = phrase;
                continue;
            }

            if (next >= u.Count || next == end || reads.FirstOrDefault(r => r.First == next) is not { } read || IsQuestionAbout(end, read))
                return end;
            end = Math.Max(next, read.Last) + 1;
        }

        return end;
    }

    private bool IsDoing(int i) => u[i] is { IsUnknown: true, Gap: ' ' } && u[i].Text.Length > 4 && u[i].Text.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"With the staff discount", "about satellites": words of which at least one is in no vocabulary; the part after the last of them.</summary>
    private int? Phrase(int start)
    {
        var end = start;
        while (end < u.Count && (end == start || u[end].Gap is ' ' or '-') && u[end] is { Area: null, Employer: null, Ordinal: null } part && (part.IsUnknown || part.Term is not null || (part.Field is not null && !part.Is(Cue.Wh)) || (end > start && part.Text is "a" or "an" or "the" or "our" or "their" && end + 1 < u.Count)) && !part.Is(Cue.Aux))
            end++;
        if (!u.Parts.Skip(start).Take(end - start).Any(p => p.IsUnknown))
            return null;
        spoken.UnionWith(Enumerable.Range(start, end - start));
        return end;
    }

    /// <summary>"The Crunch job from Canada" asks whether it can be done from there; it describes no role.</summary>
    private bool IsQuestionAbout(int from, Read read) =>
        IsAskedLast(read) ||
        read.Constraint is EligibleFromConstraint or LimitedToConstraint && !Relative.Contains(u[from].Text) && u.Parts.Any(p => p.Is(Cue.Aux) || p.Is(Cue.Wh));

    /// <summary>"Is the Crunch job in London": nothing else is left that could be asked.</summary>
    private bool IsAskedLast(Read read) =>
        read.Constraint is PlaceConstraint && u.FirstContent is var i && i < u.Count && u[i].Text is "is" or "are" or "was" or "ist" or "es" or "est" or "e" && u.EndsSentence(read.Last)
        && !u.Parts.Any(p => p.Field is not null) && !reads.Any(r => r.First > i && r.First < read.First && u.HasBetween(r.First, read.First, Cue.It));

    private ValueList<Constraint> Said(int start, int end)
    {
        var said = reads.Where(r => r.First >= start && r.First < end && !spoken.Contains(r.First)).Select(r => r.Constraint).ToList();
        var title = Enumerable.Range(start, end - start).Where(i => (u[i].IsUnknown || (u[i].Field is not null && IsBesideHead(i))) && !spoken.Contains(i) && !reads.Any(r => i >= r.First && i <= r.Last)).Select(i => u[i].Text).ToList();
        if (title.Count > 0)
            said.Add(new TitleConstraint([.. title]));
        if (spoken.Count > 0)
            said.Add(new WordsConstraint([.. spoken.SelectMany(i => u[i].Text.Split(' ')).Where(word => !WordLists.IsStop(word))]));
        return [.. said];
    }
}
