using System.Globalization;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Years of experience: "with 2 years of experience" is what the asker brings, "5+ years", "at least 5 years" what roles ask for, "under 3 years" at most.</summary>
internal static class YearsReader
{
    private const int MostYears = 40;

    private static readonly HashSet<string> AtMost = [.. "most under below than maximum max weniger moins menos".Split(' ')];

    private static readonly HashSet<string> OrMore = ["or", "more", "or more", "plus", "and", "up", "and up", "above", "and above", "oder", "mehr", "oder mehr", "ou", "plus de", "o", "mas", "o mas", "ou mais", "mais"];

    /// <param name="u">The utterance.</param>
    /// <param name="i">The part that says "years", after the number.</param>
    public static ExperienceConstraint? At(Utterance u, int i)
    {
        var orMore = i;
        while (orMore > 0 && OrMore.Contains(u[orMore - 1].Text))
            orMore--;
        if (orMore < i && orMore > 0 && u[i].Field is RoleField.Experience && IsYears(u[i].Text) && Number(u[orMore - 1].Text) is { } least)
            return new ExperienceConstraint(least, null);
        if (i == 0 || u[i].Field is not RoleField.Experience || !IsYears(u[i].Text) || u.Has(Cue.HowMany) || (i + 1 < u.Count && u[i + 1].Text is "ago") || (i > 1 && IsTold(u, i)) || Number(u[i - 1].Text) is not { } years)
            return null;
        if (IsDeniedBound(u, i))
            return u[i - 3].Text is "more" or "mehr" or "mas" or "mais" ? new ExperienceConstraint(null, years) : new ExperienceConstraint(years, null);
        if (u[i - 1].Text[^1] is '+' || (IsBound(u, i) && u[i - 3].Text is "more" or "mehr" or "mas" or "mais") || u.Parts.Skip(i - 3 < 0 ? 0 : i - 3).Take(Math.Min(3, i)).Any(p => p.Text is "least" or "at least" or "minimum" or "mindestens" or "over" or "more than") || (i + 1 < u.Count && (u[i + 1].Text is "plus" or "or more" or "minimum" || (u[i + 1].Text is "or" && u.Count > i + 2 && u[i + 2].Text is "more"))))
            return new ExperienceConstraint(years, null);
        return u.Parts.Take(i - 1).Any(p => p.Text == "less than" || p.Text == "no more than" || AtMost.Contains(p.Text)) || IsOwn(u, i) ? new ExperienceConstraint(null, years) : new ExperienceConstraint(years, years);
    }

    /// <summary>"Not more than 5 years", "not less than 5": the denial belongs to the bound.</summary>
    public static bool IsDeniedBound(Utterance u, int i) => IsBound(u, i) && u.IsNegated(i - 3);

    private static bool IsBound(Utterance u, int i) => i > 2 && u[i - 2].Text is "than" or "als" or "de" && u[i - 3].Text is "more" or "mehr" or "mas" or "mais" or "less" or "fewer" or "weniger" or "menos";

    /// <summary>"I have done Java for ten years" tells of the asker; it asks nothing of roles.</summary>
    private static bool IsTold(Utterance u, int i) => u[i - 2].Text is "for" or "since" or "these" or "past" or "last" or "seit" or "depuis" or "durante" or "ha";

    private static bool IsYears(string text) => text.StartsWith("years", StringComparison.Ordinal) || text.StartsWith("jahre", StringComparison.Ordinal) || text.StartsWith("anos", StringComparison.Ordinal) || text.StartsWith("annees", StringComparison.Ordinal);

    /// <summary>"I have 2 years", "for someone with 2 years": roles that ask for no more.</summary>
    private static bool IsOwn(Utterance u, int i) => u.Parts.Take(i).Any(p => p.Is(Cue.Me) || p.Text is "have" or "with" or "got");

    private static int? Number(string word) =>
        int.TryParse(word.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is > 0 and <= MostYears ? number : null : DateReader.NumberOf(word);
}
