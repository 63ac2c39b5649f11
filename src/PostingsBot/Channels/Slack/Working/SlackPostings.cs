using System.Text.Json;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Recruiting;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>"New posting from this message": shows in a modal what the parser reads from a message, and posts a role's card into its channel.</summary>
internal sealed class SlackPostings(NewPosting reading, SlackSender sender, ISlackApi api, IDocumentStore store, TimeProvider clock, RecruitingDesk? recruiting = null)
{
    /// <param name="shortcut">With the message's text.</param>
    /// <param name="open">Opens a modal, and returns its id.</param>
    /// <param name="ct">Stops it.</param>
    public async Task OpenAsync(SlackWork.Shortcut shortcut, Func<SlackView, Task<string?>> open, CancellationToken ct)
    {
        var mayPost = recruiting is not null && await recruiting.Talk.MayPostAsync(new Actor(SlackAdapter.ChannelId, SlackPlace.UserId(shortcut.Team, shortcut.User), ""), ct);
        var read = reading.Read(shortcut.Text, AskDialog.Today(new Activity(), clock), Label, mayPost);
        // The message is too long for a button: of each person the last one is kept, and only its own modal finds it.
        if (await open(read.Card is { } card ? CardView.Of(ViewWording.NewPosting, card) : SlackSender.ViewOf(MessageFactory.Text(read.Refused))) is { } view && read.Card is not null)
        {
            var kept = new KeptSource(view, shortcut.Text!, shortcut.Channel, shortcut.Thread, shortcut.ResponseUrl);
            await store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(shortcut.Team, shortcut.User)] = new(JsonSerializer.Serialize(kept, PlainJson.Default.KeptSource), "*") }, ct);
        }
    }

    public static bool IsInsert(IncomingMessage message) => message is { Place.IsModal: true, Value: { } value } && CardVerb.Parse(value) is CardVerb.Insert;

    /// <summary>The message that somebody posts to the catalogue, as if they had said so; null when it is something else that was pressed, or the message is gone.</summary>
    public async Task<IncomingMessage?> ToCatalogueAsync(IncomingMessage message, CancellationToken ct)
    {
        if (message is not { Place.IsModal: true, Value: { } value } || CardVerb.Parse(value) is not CardVerb.Post { Id: CardVerb.Post.OfMessage })
            return null;
        return await KeptAsync(message, ct) is { } kept ? message with { Value = null, Text = RecruitingTalk.PostThis(kept.Text) } : null;
    }

    public async Task PostAsync(IncomingMessage message, SlackTurn turn, CancellationToken ct)
    {
        var kept = await KeptAsync(message, ct);
        var card = kept is not null && CardVerb.Parse(message.Value!.Value) is CardVerb.Insert insert ? reading.CardOf(kept.Text, insert.Number, AskDialog.Today(new Activity(), clock)) : null;
        if (card is not null)
            await PostAsync(message.Place.Team, kept!, BlockKit.Of(card), turn, ct);
        await sender.ShowAsync(message.Place, MessageFactory.Text(card is null ? SlackWording.NothingToPost : SlackWording.Posted), ct);
    }

    /// <summary>What the modal was opened on; null when the person opened another since.</summary>
    private async Task<KeptSource?> KeptAsync(IncomingMessage message, CancellationToken ct)
    {
        var key = KeyOf(message.Place.Team, message.User);
        var items = await store.ReadAsync([key], ct);
        return items.TryGetValue(key, out var item) && JsonSerializer.Deserialize(item.Json, PlainJson.Default.KeptSource) is { } kept && kept.View == message.Place.Channel ? kept : null;
    }

    /// <summary>At the address that came with the shortcut also where the app is no member.</summary>
    private async Task PostAsync(string team, KeptSource kept, SlackMessage message, SlackTurn turn, CancellationToken ct)
    {
        if (kept.ResponseUrl is { } address && await api.RespondAsync(address, SlackAsides.ForAll(message, kept.Thread), ct) is SlackResult.Ok)
            return;
        await sender.PostAsync(new SlackPlace(team, kept.Channel, kept.Thread), message, turn.NextKey(), turn.Begun, ct);
    }

    private static string Label(int roles, int number, string title) => roles == 1 ? ViewWording.Post : ViewWording.PostOf(number, title);

    private static string KeyOf(string team, string user) => $"{SlackAsides.KeysOf(team)}sources/{user}";
}

/// <summary>The message that a modal was opened on.</summary>
internal sealed record KeptSource(string View, string Text, string Channel, string? Thread, Uri? ResponseUrl);
