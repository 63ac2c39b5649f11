using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>An employer that the catalogue does not know: "jobs at Google", "does netflix have anything", "is Stripe hiring?", "Google then?" after another employer.</summary>
internal static class UnknownEmployer
{
    private static readonly Lazy<PhraseTable<string>> Known = new(() =>
    {
        var table = new PhraseTable<string>();
        foreach (var line in DataFile.Read("known-employers.tsv"))
            table.Add(line[0], line[0]);
        return table;
    });

    public static (string Name, int Last)? At(Utterance u, int i)
    {
        if (!CouldBeName(u, i))
            return null;
        if (u[i].IsUnknown && u.NameAt(i, Known.Value) is (var known, var end) && (end + 1 == u.Count || u.IsAfter(end, Cue.Roles) || u.IsAfter(end, Cue.Role)))
            return (known, end);
        var before = i > 0 && !u.EndsSentence(i - 1) ? u[i - 1] : null;
        var last = i;
        while (last + 1 < u.Count && u[last + 1] is { IsUnknown: true, Gap: ' ' or '-' or '&' or '.' } && u.IsCapital(last + 1))
            last++;
        if (before is not null && before.Is(Cue.At) && before.Text is not "by" && !IsWhatIsDone(u, i) && (u[i].IsUnknown || u.IsCapital(i) || before.Text is "at"))
            return (u.Written(i, last), last);
        if (i == 0 && last + 2 == u.Count && u[last + 1].Text is "then" && (u.Conversation.Constraints.Any(c => c is EmployerConstraint) || (u.Conversation is { Listed.Count: 0, Constraints.Count: > 0 } && u.Conversation.Constraints.All(c => c is WordsConstraint))) && !WordLists.IsOrdinary(u[i].Text))
            return (u.Written(i, last), last);
        var isAsked = before?.Text is "does" or "do" or "is" or "are" or "has" or "did" or "hat" or "tiene" or "tem" && last + 1 < u.Count;
        return isAsked && u[i].IsUnknown && IsOfEmployer(u[last + 1]) && (u.IsCapital(i) || !WordLists.IsOrdinary(u[i].Text)) ? (u.Written(i, last), last) : null;
    }

    /// <summary>"Speaking at conferences": an ordinary word after another that no vocabulary knows.</summary>
    private static bool IsWhatIsDone(Utterance u, int i) => i > 1 && u[i - 2].IsUnknown && !u.IsCapital(i) && WordLists.IsOrdinary(u[i].Text);

    private static bool CouldBeName(Utterance u, int i) =>
        u[i] is { Employer: null, Area: null, Ordinal: null } part && (part.IsUnknown || part.Term is SkillConstraint) && part.Said.Count == 0;

    private static bool IsOfEmployer(Part part) => part.Text is "have" or "has" or "offer" or "hire" or "hires" or "hiring" or "is hiring" or "recruit" or "recruiting" or "got" or "employ" or "looking for" or "pay" or "list" or "any" or "need" or "want";
}
