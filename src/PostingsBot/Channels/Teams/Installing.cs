using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Dialogs;
using PostingsBot.Subscriptions;

namespace PostingsBot.Channels.Teams;

/// <summary>
/// The bot comes, is updated and goes. Teams tells of a new installation twice, in any order: each installation is welcomed once. People who come
/// are not spoken to, however large the team.
/// </summary>
internal sealed class Installing(KnownConversations known, CardRenderer cards, TimeProvider clock)
{
    /// <summary>Within this time a second report is of the same installation; later the bot missed that it had been removed.</summary>
    private static readonly TimeSpan OneInstallation = TimeSpan.FromMinutes(10);

    /// <summary>installationUpdate: add, or add-upgrade of an installation that was there before.</summary>
    public async Task AddedAsync(ITurnContext context, bool isUpgrade, CancellationToken ct)
    {
        var activity = context.Activity;
        await known.KeepAsync(activity, ct, surely: true);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (isUpgrade)
        {
            if (await known.ChangeAsync(IdOf(activity), it => it.News >= TeamsWording.NewsNumber ? null : it with { News = TeamsWording.NewsNumber }, ct))
                await context.SendActivityAsync(Replies.Prompting(TeamsWording.News, Assistant.Greeting.Suggestions, activity), ct);
            return;
        }

        if (await known.ChangeAsync(IdOf(activity), it => it.Welcomed + OneInstallation.TotalSeconds > now ? null : it with { Welcomed = now, News = TeamsWording.NewsNumber }, ct))
            await context.SendActivityAsync(Replies.WithCard(cards.Draw(budget => WelcomeModel.Of(activity, budget), CardDialect.UniversalActions), TeamsWording.Welcome), ct);
    }

    /// <summary>conversationUpdate with members: only the bot's own coming and going counts.</summary>
    public Task MembersChangedAsync(ITurnContext context, CancellationToken ct)
    {
        var activity = context.Activity;
        if (Has(activity.MembersAdded, activity.Recipient?.Id))
            return AddedAsync(context, isUpgrade: false, ct);
        return Has(activity.MembersRemoved, activity.Recipient?.Id) ? RemovedAsync(context, ct) : Task.CompletedTask;
    }

    /// <summary>People left: what they had set up for others is handed over. Those who leave a team leave its channels; those who leave a shared channel leave that one.</summary>
    public async Task PeopleLeftAsync(Activity activity, OwnerLeaving leaving, CancellationToken ct)
    {
        var gone = (activity.MembersRemoved ?? []).Where(member => member.Id != activity.Recipient?.Id).ToList();
        if (gone.Count == 0)
            return;
        bool IsGone(Owner owner, string? id) => gone.Exists(member => string.Equals(member.AadObjectId ?? "", owner.User, StringComparison.OrdinalIgnoreCase) || member.Id == owner.User || (id is not null && member.Id == id));
        var left = TeamsScope.ChannelLeft(activity) is { } channel ? [channel] : (await known.OfInstallationAsync(IdOf(activity), ct)).Append(TeamsScope.RootOf(activity.Conversation.Id));
        foreach (var conversation in left.Distinct(StringComparer.Ordinal))
            await leaving.LeftAsync(TeamsScope.Channel, conversation, IsGone, ct);
    }

    /// <summary>Nothing can be sent any more, and nothing is kept.</summary>
    public Task RemovedAsync(ITurnContext context, CancellationToken ct) =>
        known.ForgetAsync(IdOf(context.Activity), context.Activity.Conversation.Id, ct);

    private static bool Has(IList<ChannelAccount>? members, string? bot) => bot is not null && members?.Any(member => member.Id == bot) == true;

    private static string IdOf(Activity activity) => TeamsScope.TeamOf(activity) ?? TeamsScope.RootOf(activity.Conversation.Id);
}
