namespace PostingsBot.Dialogs;

/// <summary>The reply to an invoke, carried from the dialog to the handler that returns it in the HTTP response.</summary>
internal sealed record InvokeReply(Activity Activity)
{
    /// <summary>A message is answered by a message; the button of a universal card by what replaces the card.</summary>
    public static Task SendAsync(ITurnContext context, Activity reply, CancellationToken ct)
    {
        if (context.Activity.Type != ActivityTypes.Invoke)
            return context.SendActivityAsync(reply, ct);
        context.TurnState.Add(new InvokeReply(reply));
        return Task.CompletedTask;
    }
}
