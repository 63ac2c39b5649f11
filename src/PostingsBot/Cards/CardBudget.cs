namespace PostingsBot.Cards;

/// <summary>
/// How much text a card may hold. A card that comes out too large for Teams is drawn again with the next smaller budget:
/// texts get shorter and section passages fewer, roles and facts are never left out.
/// </summary>
/// <param name="Quote">Characters of a quoted line.</param>
/// <param name="Passage">Characters of a section's passage.</param>
/// <param name="Passages">Passages shown of a section.</param>
/// <param name="Text">Characters of a value, a title or a sentence.</param>
/// <param name="Payload">Characters that a button may send; what would send more is no button.</param>
internal sealed record CardBudget(int Quote, int Passage, int Passages, int Text, int Payload)
{
    /// <summary>Characters of a card's JSON: 25 KB as UTF-16, below the 28 KB that Teams takes with its envelope.</summary>
    public const int LargestCard = 25 * 1024 / 2;

    public static IReadOnlyList<CardBudget> Steps { get; } =
    [
        new(Quote: 240, Passage: 280, Passages: 6, Text: 600, Payload: CardAction.LongestText),
        new(Quote: 120, Passage: 140, Passages: 4, Text: 300, Payload: CardAction.LongestText),
        new(Quote: 60, Passage: 80, Passages: 2, Text: 160, Payload: 200),
        new(Quote: 0, Passage: 0, Passages: 0, Text: 80, Payload: 100),
    ];
}
