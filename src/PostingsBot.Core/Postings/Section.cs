namespace PostingsBot.Core.Postings;

/// <summary>A heading and what stands under it, as passages: one paragraph or list item each, in reading order, without markup.</summary>
public sealed record Section(string Heading, SectionKind Kind, int FirstLine, int LastLine, IReadOnlyList<Evidence> Passages);
