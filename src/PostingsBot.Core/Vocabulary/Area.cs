namespace PostingsBot.Core.Vocabulary;

public enum AreaKind
{
    City,
    Metro,
    Region,
    Country,
    Group,
}

/// <summary>
/// A place with a code: "US-CA/san-francisco", "metro/bay-area", "US-CA" and "DE" (ISO 3166), "EU", "LATAM", "WORLD".
/// The name is the English one.
/// </summary>
public sealed record Area(string Code, string Name, AreaKind Kind);
