using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.State;
using PostingsBot.Subscriptions;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>Does what an envelope asks. What throws is tried again.</summary>
internal sealed class SlackDesk(
    SlackTurns turns, SlackSender sender, SlackAsides asides, SlackPostings postings, SlackUnfurls unfurls, SlackHome home, ISlackApi api, IWorkspaces workspaces, IDocumentStore store, OwnerLeaving leaving)
{
    public Task WorkAsync(DueEnvelope due, CancellationToken ct)
    {
        switch (SlackReader.Read(Enum.Parse<SlackKind>(due.Envelope.Kind), due.Envelope.Body))
        {
            case SlackWork.Said { Message: var insert } when SlackPostings.IsInsert(insert):
                return postings.PostAsync(insert, TurnOf(insert, due), ct);
            case SlackWork.Said { Message: var message }:
                return RunAsync(message, due, ct);
            case SlackWork.FromOutside { Message: var message }:
                return WhisperAsync(message, SlackWording.FromOutside, ct);
            case SlackWork.Share { Message: var message, Key: var key }:
                return ShareAsync(message, key, TurnOf(message, due), ct);
            case SlackWork.Unfurl unfurl:
                return unfurls.DrawAsync(unfurl, ct);
            case SlackWork.Home shown:
                return home.ShowAsync(shown.Team, shown.User, ct);
            case SlackWork.Left { Channel: { } channel } left:
                var who = SlackPlace.UserId(left.Team, left.User);
                return leaving.LeftAsync(SlackAdapter.ChannelId, new SlackPlace(left.Team, channel).Id, (owner, _) => owner.User == who, ct);
            case SlackWork.Left left:
                return leaving.GoneAsync(new Owner(SlackAdapter.ChannelId, SlackPlace.UserId(left.Team, left.User)), isNamed: true, ct);
            case SlackWork.Forget forget:
                return ForgetAsync(forget.Team, ct);
            default:
                return Task.CompletedTask;
        }
    }

    private async Task RunAsync(IncomingMessage message, DueEnvelope due, CancellationToken ct) =>
        await turns.RunAsync(await postings.ToCatalogueAsync(message, ct) ?? message, due.Received, TurnOf(message, due), ct);

    private static SlackTurn TurnOf(IncomingMessage message, DueEnvelope due) =>
        new(due.Envelope.Id) { Pressed = message.Pressed, ResponseUrl = message.ResponseUrl, Begun = due.Attempt > 1 ? due.Received : null };

    private Task WhisperAsync(IncomingMessage message, string words, CancellationToken ct) => sender.WhisperAsync(
        new SlackPlace(message.Place.Team, message.Place.Channel, Aside: message.User), BlockKit.Of(MessageFactory.Text(words)), message.ResponseUrl, replaces: false, ct);

    private async Task ShareAsync(IncomingMessage message, string key, SlackTurn turn, CancellationToken ct)
    {
        if (await asides.FindAsync(message.Place, key, ct) is not { } answer)
            await WhisperAsync(message, SlackWording.NothingToShare, ct);
        else if (message.ResponseUrl is not { } address || await api.RespondAsync(address, SlackAsides.ForAll(answer, thread: null), ct) is not SlackResult.Ok)
            await sender.PostAsync(new SlackPlace(message.Place.Team, message.Place.Channel), answer, turn.NextKey(), turn.Begun, ct);
    }

    private async Task ForgetAsync(string team, CancellationToken ct)
    {
        await workspaces.ForgetAsync(team, ct);
        await store.DeleteBelowAsync(SlackAsides.KeysOf(team), ct);
        await store.DeleteBelowAsync($"{SlackAdapter.ChannelId}/conversations/{team}:", ct);
    }
}
