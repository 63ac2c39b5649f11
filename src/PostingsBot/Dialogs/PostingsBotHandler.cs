using PostingsBot.BotSdk;
using PostingsBot.Core.Answers;

namespace PostingsBot.Dialogs;

/// <summary>The bot: greets whom it meets and hands messages and card buttons to the dialog.</summary>
internal sealed class PostingsBotHandler(ConversationState conversationState, AskDialog dialog, Replies replies) : TeamsActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversationState.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        RunDialogAsync(turnContext, cancellationToken);

    protected override async Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (membersAdded.All(member => member.Id == turnContext.Activity.Recipient?.Id))
            return;
        await turnContext.SendActivityAsync(replies.Of(Assistant.Greeting, (Activity)turnContext.Activity), cancellationToken);
    }

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        await RunDialogAsync(turnContext, cancellationToken);
        var reply = turnContext.TurnState.Get<InvokeReply>()?.Activity ?? throw new InvalidOperationException("the dialog did not answer the invoke");
        return reply.Attachments is [{ Content: { } card }]
            ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Replies.CardContentType, Value = card }
            : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Replies.MessageContentType, Value = reply.Text };
    }

    /// <summary>State that cannot be read is given up, and the reply says so.</summary>
    private async Task RunDialogAsync(ITurnContext turnContext, CancellationToken ct)
    {
        var state = conversationState.CreateProperty<DialogState>(nameof(DialogState));
        if (!await IsReadableAsync(turnContext, state, ct))
        {
            await conversationState.DeleteAsync(turnContext, ct);
            turnContext.TurnState.Add(new LostMemory());
        }

        await dialog.RunAsync(turnContext, state, ct);
    }

    /// <summary>Not of another shape, and without a dialog that this version does not have.</summary>
    private async Task<bool> IsReadableAsync(ITurnContext turnContext, IStatePropertyAccessor<DialogState> state, CancellationToken ct)
    {
        try
        {
            var stored = await state.GetAsync(turnContext, () => new DialogState(), ct);
            return stored.DialogStack is { } stack && stack.TrueForAll(active => active is { State: not null } && active.Id == dialog.Id);
        }
        catch (Exception error) when (ActivityValues.IsUnreadableState(error))
        {
            return false;
        }
    }
}

/// <summary>Marks a turn whose conversation had to start over.</summary>
internal sealed record LostMemory;
