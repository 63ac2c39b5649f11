namespace PostingsBot.Dialogs;

/// <summary>The reply to an invoke, carried from the dialog to the handler that returns it in the HTTP response.</summary>
internal sealed record InvokeReply(Activity Activity)
{
    /// <summary>A message is answered by a message; the button of a universal card by what replaces the card.</summary>
    /// <returns>The id that the channel gave to a message; null when it gave none, and for what replaces a card.</returns>
    public static async Task<string?> SendAsync(ITurnContext context, Activity reply, CancellationToken ct)
    {
        if (context.Activity.Type != ActivityTypes.Invoke)
            return (await context.SendActivityAsync(reply, ct))?.Id;
        context.TurnState.Add(new InvokeReply(reply));
        return null;
    }
}
