using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Saved;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>The bot's Home: how to ask, the newest roles, and what is the person's own.</summary>
internal sealed class SlackHome(Assistant assistant, SlackPeople people, ISubscriptions subscriptions, ISavedRoles saved, ISlackApi api, TimeProvider clock)
{
    private static readonly Question Newest = new(Intent.FindRoles) { Order = SearchOrder.Newest };

    public async Task ShowAsync(string team, string user, CancellationToken ct)
    {
        var person = await people.FindAsync(team, user, ct);
        var content = new HomeContent(person?.Name, Assistant.Greeting.Suggestions, await NewestAsync(ct), await SubscriptionsAsync(team, user, ct), await SavedAsync(team, user, ct));
        var arguments = new JsonObject { ["user_id"] = user, ["view"] = HomeView.Of(content).Json };
        if (await api.CallAsync(team, "views.publish", arguments, ct) is SlackResult.Refused { Remedy: SlackRemedy.Retry } refused)
            throw new SlackRefusedException("views.publish", refused);
    }

    private async Task<IReadOnlyList<HomeItem>> SubscriptionsAsync(string team, string user, CancellationToken ct)
    {
        var (now, here) = (Instant.FromDateTimeOffset(clock.GetUtcNow()), new Core.Digests.Destination(SlackAdapter.ChannelId, SlackPlace.UserId(team, user), DestinationKind.Person));
        var own = await subscriptions.OfOwnerAsync(new Owner(SlackAdapter.ChannelId, here.Conversation), ct);
        return [.. own.Select((stored, i) => ItemOf(SubscriptionRow.Of(stored.Subscription.AsOf(now), i + 1, here, now)))];
    }

    private async Task<IReadOnlyList<HomeItem>> SavedAsync(string team, string user, CancellationToken ct)
    {
        var own = await saved.OfOwnerAsync(new Owner(SlackAdapter.ChannelId, SlackPlace.UserId(team, user)), ct);
        HomeButton Button(string title, SavedRole role, string verb) => new(title, new JsonObject { ["verb"] = verb, ["id"] = role.Role, ["off"] = true });
        return [.. own.Select(role => new HomeItem(role.Name, role.IsOpen ? "" : "Closed", [Button("Details", role, "detail"), Button("Unsave", role, "keep")]))];
    }

    private static HomeItem ItemOf(SubscriptionRow row)
    {
        HomeButton Order(string title, string step) => new(title, new JsonObject { ["verb"] = "alert", ["do"] = step, ["id"] = row.Id });
        return new HomeItem(
            row.What,
            row.Next is null ? $"{row.When} · {row.State}" : $"{row.When} · next: {row.Next}",
            [row.IsActive ? Order("Pause", "pause") : Order("Resume", "resume"), Order("Change time", "form"), Order("Delete", "delete")]);
    }

    private async Task<IReadOnlyList<Posting>> NewestAsync(CancellationToken ct) => await assistant.PageAsync(Newest, 0, HomeView.MostRoles, ct);
}
