namespace PostingsBot.Core.Questions.Reading;

/// <summary>Names of skills that are also words ("go", "react", "express", "teams"): do they stand where a skill stands?</summary>
internal static class SkillMeaning
{
    private static readonly HashSet<string> VerbBefore = [.. "to i you we they can could should will would please me let us where did do does".Split(' ')];
    private static readonly HashSet<string> VerbAfter = [.. "to back on through ahead about for over into away it me us the a".Split(' ')];

    public static bool IsMeant(Utterance u, int i)
    {
        var part = u[i];
        var isWord = part.Said.Count > 0 || WordLists.IsStop(part.Text);
        if (IsInitial(u, i))
            return false;
        if (!isWord)
            return true;
        var (before, after) = (i > 0 && !u.EndsSentence(i - 1) ? u[i - 1].Text : "", i + 1 < u.Count && !u.EndsSentence(i) ? u[i + 1].Text : "");
        if (part.End - part.First == 1 && (VerbBefore.Contains(before) || VerbAfter.Contains(after)) && !u.IsCapital(i))
            return false;
        if (part.Said.Any(s => s.Field is not null) && u.Count > 2 && !u.IsCapital(i))
            return false;
        return u.Count <= 3 || (u.IsCapital(i) && i > 0) || StandsAfter(u, i) || StandsBefore(u, i);
    }

    /// <summary>"Whose name starts with C".</summary>
    private static bool IsInitial(Utterance u, int i) =>
        u[i].Text.Length == 1 && i > 1 && (u[i - 1].Text is "letter" || (u[i - 1].Text is "with" && u[i - 2].Text is "starts" or "start" or "starting" or "begins" or "begin" or "beginning"));

    private static bool StandsAfter(Utterance u, int i)
    {
        var k = u.Before(i);
        if (k < 0)
            return true;
        var p = u[k];
        return p.HasConstraint || p.Is(Cue.Uses) || p.Is(Cue.Or) || p.Is(Cue.And) || p.Is(Cue.Not) || p.Is(Cue.Find) || p.Is(Cue.Only) || p.Is(Cue.Also) || p.Is(Cue.In)
            || p.Is(Cue.WhatAbout) || p.Is(Cue.Drop) || p.Is(Cue.Instead) || p.Is(Cue.Person) || p.Is(Cue.Must) || p.Is(Cue.Which);
    }

    private static bool StandsBefore(Utterance u, int i) =>
        u.After(i) is >= 0 and var k
        && (u[k].HasConstraint || u[k].Is(Cue.Roles) || u[k].Is(Cue.Role) || u[k].Is(Cue.Person) || u[k].Is(Cue.Or) || u[k].Is(Cue.And) || u[k].Is(Cue.Ones) || u[k].Is(Cue.One));
}
