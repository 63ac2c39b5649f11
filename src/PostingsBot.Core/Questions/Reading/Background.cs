namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// What people tell of themselves before they ask: "I have been doing Java for ten years. Any Python jobs?" asks for Python. Skills and disciplines of a sentence
/// about the asker are no constraints when a later sentence asks with skills or disciplines of its own.
/// </summary>
internal static class Background
{
    public static IReadOnlyList<Constraint> Of(Understood x)
    {
        var end = Enumerable.Range(0, x.U.Count).FirstOrDefault(i => x.U.EndsSentence(i) && i + 1 < x.U.Count && IsOfAsker(x.U, i), -1);
        if (end < 0)
            return [];
        var trade = x.Reads.Where(r => r.Constraint is SkillConstraint or DisciplineConstraint).ToList();
        return trade.Exists(r => r.First > end) ? [.. trade.Where(r => r.Last <= end).Select(r => r.Constraint)] : [];
    }

    private static bool IsOfAsker(Utterance u, int end)
    {
        var start = end;
        while (start > 0 && !u.EndsSentence(start - 1))
            start--;
        var parts = u.Parts.Skip(start).Take(end - start + 1).ToList();
        return parts.Exists(p => p.Is(Cue.Me)) && !parts.Exists(p => p.Is(Cue.Find) || p.Is(Cue.Roles) || p.Is(Cue.Role));
    }
}
