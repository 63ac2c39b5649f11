namespace PostingsBot.Core.Catalogue;

public enum SuggestionKind
{
    Title,
    Employer,
    Skill,
    Place,
}

/// <summary>A text to complete what somebody types, and how many open roles it would find.</summary>
public sealed record Suggestion(SuggestionKind Kind, string Text, int Roles);

/// <summary>Completes what somebody types from what open roles say.</summary>
public interface ISuggestions
{
    /// <summary>
    /// What begins like the text, the commonest first; where less than asked for does, also what begins with one letter added, missing, changed or swapped.
    /// Case and accents are ignored. Nothing for an empty text. Only the first 60 characters count.
    /// </summary>
    /// <param name="text">As typed so far.</param>
    /// <param name="kind">Null for all kinds.</param>
    /// <param name="take">At most this many, up to 50.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(string text, SuggestionKind? kind, int take, CancellationToken ct);
}
