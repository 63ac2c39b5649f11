namespace PostingsBot.BotFramework.Schema;

/// <summary>A small card; as the preview of a message extension's result Teams shows its title and text as one row.</summary>
public class ThumbnailCard
{
    public const string ContentType = "application/vnd.microsoft.card.thumbnail";

    public string? Title { get; set; }
    public string? Subtitle { get; set; }
    public string? Text { get; set; }
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>What a tap on the card does; in a message extension an invoke hands its value to "composeExtension/selectItem".</summary>
    public CardAction? Tap { get; set; }

    public Attachment ToAttachment() => new() { ContentType = ContentType, Content = this };
}
