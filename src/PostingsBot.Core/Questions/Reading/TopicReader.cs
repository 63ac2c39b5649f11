namespace PostingsBot.Core.Questions.Reading;

/// <summary>The content words of a question, for passages: no small words, and not the words that name the target.</summary>
internal static class TopicReader
{
    public static ValueList<string> Of(Utterance u, IEnumerable<Pointed> targets)
    {
        if (IsOfUsers(u))
            return ["customers"];
        var taken = targets.SelectMany(t => Enumerable.Range(t.First, t.Last - t.First + 1)).ToHashSet();
        return [.. Enumerable.Range(0, u.Count)
            .Where(i => !taken.Contains(i) && !u[i].Is(Cue.Greeting) && !u[i].Is(Cue.Compare) && !IsVerbOfAsking(u[i]))
            .SelectMany(i => u[i].Text.Split(' '))
            .Where(w => !WordLists.IsStop(w) && w.Any(char.IsLetterOrDigit))
            .Select(w => w is "call" && IsOnCall(u) ? "on-call" : w is "time" && IsTimeOff(u) ? "pto" : w)
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"Who uses their product?" asks for the users.</summary>
    private static bool IsOfUsers(Utterance u) => u.FirstContent is var who && who + 1 < u.Count && u[who].Text is "who" && u[who + 1].Text is "uses" or "use" or "buys" or "buy";

    private static bool IsTimeOff(Utterance u) => Enumerable.Range(1, Math.Max(0, u.Count - 1)).Any(i => u[i].Text is "off" && u[i - 1].Text is "time");

    private static bool IsOnCall(Utterance u) => Enumerable.Range(1, Math.Max(0, u.Count - 1)).Any(i => u[i].Text is "call" && u[i - 1].Text is "on");

    /// <summary>"Pede", "verlangt": what is asked for stands beside it.</summary>
    private static bool IsVerbOfAsking(Part part) => part is { IsUnknown: false, HasConstraint: false, Field: null } && part.Is(Cue.Uses);
}
