using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>"Senior or above", "senior+", "at least senior", "mid-level and below": every level from one on, or up to it. Internships are no level below.</summary>
internal static class LevelRange
{
    private static readonly Seniority[] Levels = [Seniority.Junior, Seniority.Mid, Seniority.Senior, Seniority.Staff, Seniority.Lead, Seniority.Head];

    private static readonly HashSet<string> Up = [.. "above higher up upwards more beyond hoher aufwarts plus superior superieur arriba acima".Split(' ')];
    private static readonly HashSet<string> Down = [.. "below lower under less down niedriger abajo abaixo inferior".Split(' ')];
    /// <summary>"Senior+".</summary>
    private static readonly Dictionary<string, Seniority> Plus = new(StringComparer.Ordinal)
    {
        ["junior"] = Seniority.Junior, ["mid"] = Seniority.Mid, ["senior"] = Seniority.Senior, ["staff"] = Seniority.Staff, ["principal"] = Seniority.Staff, ["lead"] = Seniority.Lead,
    };

    private static readonly HashSet<string> AtLeast = ["at least", "minimum", "least", "mindestens", "au moins", "al menos", "pelo menos"];

    /// <summary>The levels and the last part that says so; null when the level stands alone.</summary>
    public static (SeniorityConstraint Levels, int Last)? Of(Utterance u, int i)
    {
        if (u[i].Text.EndsWith('+') && Plus.TryGetValue(u[i].Text[..^1], out var least))
            return (From(least), i);
        if (LevelOf(u[i]) is not { } level)
            return null;
        if (i > 0 && AtLeast.Contains(u[i - 1].Text))
            return (From(level), i);
        if (i + 2 >= u.Count || u.EndsSentence(i) || !(u[i + 1].Is(Cue.Or) || u[i + 1].Is(Cue.And)))
            return null;
        var word = u[i + 2].Text;
        return Up.Contains(word) ? (From(level), i + 2) : Down.Contains(word) ? (new SeniorityConstraint([.. Levels.Where(l => l <= level)]), i + 2) : null;
    }

    private static Seniority? LevelOf(Part part) => part switch
    {
        { Term: SeniorityConstraint { AnyOf: [var level] } } when Levels.Contains(level) => level,
        { Text: "principal" } => Seniority.Staff,
        { Text: "lead", HasConstraint: false } => Seniority.Lead,
        { Text: "head" or "director", HasConstraint: false } => Seniority.Head,
        _ => null,
    };

    private static SeniorityConstraint From(Seniority level) => new([.. Levels.Where(l => l >= level)]);
}
