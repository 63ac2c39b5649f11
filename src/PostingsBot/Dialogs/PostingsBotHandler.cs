using PostingsBot.BotSdk;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Delivered;
using PostingsBot.Recruiting;
using PostingsBot.Storage;

namespace PostingsBot.Dialogs;

/// <summary>The bot: greets whom it meets and hands messages and card buttons to the dialog.</summary>
internal sealed partial class PostingsBotHandler(ConversationState conversationState, AskDialog dialog, Replies replies, TeamsApp teams, ILogger<PostingsBotHandler> logger) : TeamsActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        if (turnContext.TurnState.Get<MemoryOutOfReach>() is null)
            await SaveAsync(turnContext, cancellationToken);
    }

    /// <summary>The reply is sent already: when it cannot be noted, the person is told, and the turn does not fail.</summary>
    private async Task SaveAsync(ITurnContext turnContext, CancellationToken ct)
    {
        try
        {
            await conversationState.SaveChangesAsync(turnContext, force: false, ct);
        }
        catch (StorageUnavailableException error)
        {
            HostLog.MemoryOutOfReach(logger, turnContext.Activity.ChannelId, error.Message);
            if (turnContext.Activity.Type == ActivityTypes.Message)
                await turnContext.SendActivityAsync(Replies.MemoryNotNoted(), ct);
        }
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var message = (Activity)turnContext.Activity;
        if (SpokenText.IsForOthers(message))
            return;
        await KeepConversationAsync(message, cancellationToken);
        if (teams.Reading.HasFiles(turnContext) && dialog.Routing.Recruiting is { } recruiting && await recruiting.MayPostAsync(turnContext, cancellationToken))
            turnContext.TurnState.Add(new AttachedFiles(await teams.Reading.FetchAsync(turnContext, cancellationToken)));
        else if (await teams.Reading.AnswerAsync(turnContext, cancellationToken))
            return;
        if (await teams.Saving.OfferAsync(turnContext, cancellationToken) is { } said)
        {
            await turnContext.SendActivityAsync(said, cancellationToken);
            return;
        }

        await RunDialogAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (membersAdded.All(member => member.Id == turnContext.Activity.Recipient?.Id))
            return;
        await turnContext.SendActivityAsync(replies.Of(Assistant.Greeting, (Activity)turnContext.Activity), cancellationToken);
    }

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        if (await teams.Refresh.AnswerAsync((Activity)turnContext.Activity, cancellationToken) is { } current)
            return Replacing(current);
        if (CardRefresh.IsForeignLook((Activity)turnContext.Activity))
            throw NoLook();
        if (await teams.Saving.OfferAsync(turnContext, cancellationToken) is { } said)
            return Replacing(said);
        await RunDialogAsync(turnContext, cancellationToken);
        var reply = turnContext.TurnState.Get<InvokeReply>()?.Activity ?? throw new InvalidOperationException("the dialog did not answer the invoke");
        return Replacing(reply);
    }

    private static AdaptiveCardInvokeResponse Replacing(Activity reply) => reply.Attachments is [{ Content: { } card }]
        ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Replies.CardContentType, Value = card }
        : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Replies.MessageContentType, Value = reply.Text };

    /// <summary>State that cannot be read is given up, and the reply says so.</summary>
    private async Task RunDialogAsync(ITurnContext turnContext, CancellationToken ct)
    {
        var state = conversationState.CreateProperty<DialogState>(nameof(DialogState));
        try
        {
            if (!await IsReadableAsync(turnContext, state, ct))
            {
                await conversationState.DeleteAsync(turnContext, ct);
                turnContext.TurnState.Add(new LostMemory());
            }
        }
        catch (StorageUnavailableException error)
        {
            HostLog.MemoryOutOfReach(logger, turnContext.Activity.ChannelId, error.Message);
            turnContext.TurnState.Add(new MemoryOutOfReach());
            state = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>(nameof(DialogState));
        }

        await dialog.RunAsync(turnContext, state, ct);
    }

    /// <summary>Not of another shape, and without a dialog that this version does not have.</summary>
    private async Task<bool> IsReadableAsync(ITurnContext turnContext, IStatePropertyAccessor<DialogState> state, CancellationToken ct)
    {
        try
        {
            var stored = await state.GetAsync(turnContext, () => new DialogState(), ct);
            // Read from JSON it is a copy to the SDK, and what changed in it would not be saved.
            await state.SetAsync(turnContext, stored, ct);
            return stored.DialogStack is { } stack && stack.TrueForAll(active => active is { State: not null } && active.Id == dialog.Id);
        }
        catch (Exception error) when (ActivityValues.IsUnreadable(error))
        {
            return false;
        }
    }
}

/// <summary>Marks a turn whose conversation had to start over.</summary>
internal sealed record LostMemory;

/// <summary>Marks a turn that goes on without the conversation's memory and leaves that as it is.</summary>
internal sealed record MemoryOutOfReach;
