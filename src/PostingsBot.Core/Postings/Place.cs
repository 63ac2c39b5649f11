namespace PostingsBot.Core.Postings;

/// <summary>
/// A place as a document or a question names it. City, region and country are canonical English names where the
/// vocabulary knows them; <paramref name="Area"/> is the code of the narrowest known area ("US-CA/san-francisco", "US", "EU").
/// </summary>
public sealed record Place(string Text, string? City, string? Region, string? Country, string? Area);
