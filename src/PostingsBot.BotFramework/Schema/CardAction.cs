namespace PostingsBot.BotFramework.Schema;

/// <summary>A button outside an Adaptive Card. <see cref="Type"/> is one of <see cref="ActionTypes"/>.</summary>
public class CardAction
{
    public CardAction() { }

    public CardAction(string? type = null, string? title = null, string? image = null, string? text = null, string? displayText = null,
        object? value = null, object? channelData = null, string? imageAltText = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
        ImageAltText = imageAltText;
    }

    public string? Type { get; set; }
    public string? Title { get; set; }
    public string? Image { get; set; }
    public string? ImageAltText { get; set; }
    public string? Text { get; set; }
    public string? DisplayText { get; set; }
    public object? Value { get; set; }
    public object? ChannelData { get; set; }
}

/// <summary>Buttons shown under the latest message; <see cref="To"/> names who sees them, null for everybody.</summary>
public class SuggestedActions
{
    public SuggestedActions() { }

    public SuggestedActions(IList<string>? to = null, IList<CardAction>? actions = null)
    {
        To = to;
        Actions = actions;
    }

    public IList<string>? To { get; set; }
    public IList<CardAction>? Actions { get; set; }
}
