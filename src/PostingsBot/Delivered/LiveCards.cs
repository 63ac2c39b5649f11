using PostingsBot.BotSdk;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Storage;
using PostingsBot.Storage.Delivered;

namespace PostingsBot.Delivered;

/// <summary>Remembers the cards with roles that were sent to where a card can be replaced.</summary>
internal sealed class LiveCards(IDeliveredCards delivered, LiveDrawing drawing, TimeProvider clock, ILogger logger)
{
    /// <summary>Which channels take a card in the place of another. The web page and Direct Line do not.</summary>
    public static bool CanReplace(string? channelId) => channelId is TeamsScope.Channel or SlackAdapter.ChannelId;

    /// <summary>Keeps what was sent in answer to an activity. A database out of reach is logged: the answer is sent, it is only not followed.</summary>
    public async Task RememberAsync(Activity asking, Answer answer, string? activityId, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(activityId) || !CanReplace(asking.ChannelId))
            return;
        if (LiveCard.Of(answer, DetailPlace.Of(asking)) is not { Roles.Count: > 0 } live)
        {
            // It may stand where a card stood that was followed.
            if (activityId == asking.ReplyToId)
                await InReachAsync(asking, () => delivered.ForgetAsync(asking.ChannelId, asking.Conversation.Id, activityId, ct));
            return;
        }

        var drawn = drawing.Draw(live, answer.Postings.DistinctBy(posting => posting.Id).ToDictionary(posting => posting.Id), AskDialog.Today(asking, clock)).Live;
        // What the card looked like is compared with what it would look like now: a date of closing is not known yet.
        var card = new DeliveredCard(
            asking.ChannelId, asking.Conversation.Id, activityId, ActivityValues.Write(ReferenceOf(asking)), (live with { Drawn = drawn.Drawn }).Write(), [.. live.Roles.Select(role => role.Id)]);
        await InReachAsync(asking, () => delivered.RememberAsync(card, clock.GetUtcNow(), ct));
    }

    private async Task InReachAsync(Activity asking, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (StorageUnavailableException error)
        {
            HostLog.CardNotFollowed(logger, asking.ChannelId, error.Message);
        }
    }

    /// <summary>Where the message is, without anybody's name.</summary>
    private static ConversationReference ReferenceOf(Activity asking) => new()
    {
        ChannelId = asking.ChannelId,
        ServiceUrl = asking.ServiceUrl,
        Bot = new ChannelAccount { Id = asking.Recipient?.Id },
        Conversation = new ConversationAccount
        {
            Id = asking.Conversation.Id,
            ConversationType = asking.Conversation.ConversationType,
            IsGroup = asking.Conversation.IsGroup,
            TenantId = asking.Conversation.TenantId,
        },
    };
}
