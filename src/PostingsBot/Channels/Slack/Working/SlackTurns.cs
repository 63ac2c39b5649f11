using System.Text.RegularExpressions;
using NodaTime;
using PostingsBot.BotSdk;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>Runs the bot's turn for what a person said or pressed in Slack.</summary>
internal sealed partial class SlackTurns(SlackAdapter adapter, IWorkspaces workspaces, SlackPeople people, SlackFiles files, IServiceScopeFactory scopes)
{
    private const int MostMentions = 5;

    /// <summary>Nothing happens where the app is not installed, and for what another bot says.</summary>
    /// <exception cref="SlackRefusedException">It is not known just now whether it is installed.</exception>
    public async Task RunAsync(IncomingMessage message, DateTimeOffset at, SlackTurn turn, CancellationToken ct)
    {
        var found = await workspaces.FindAsync(message.Place.Team, ct);
        if (found is WorkspaceLookup.Unusable { MayPass: true })
            throw new SlackRefusedException("the workspace's token", new SlackResult.Refused(SlackErrors.TokenUnusable, SlackRemedy.Retry));
        if (found is not WorkspaceLookup.Found { Workspace: var workspace } || message.User == workspace.BotUser)
            return;
        var person = await people.FindAsync(message.Place.Team, message.User, ct);
        if (person is { IsBot: true })
            return;
        if (message.Files.Count > 0)
            turn.Files = await files.FetchAsync(message.Files, workspace.Token, ct);
        var activity = Activity(message, at, workspace, person);
        activity.Entities = await MentionsAsync(message, ct);
        await using var scope = scopes.CreateAsyncScope();
        await adapter.ProcessAsync(activity, turn, scope.ServiceProvider.GetRequiredService<IBot>(), ct);
    }

    /// <summary>Others whom the message mentions, with their ids; null when it mentions nobody.</summary>
    private async Task<IList<Entity>?> MentionsAsync(IncomingMessage message, CancellationToken ct)
    {
        var ids = Mentioned().Matches(message.Text ?? "").Select(match => match.Groups["user"].Value).Distinct(StringComparer.Ordinal).Take(MostMentions).ToList();
        if (ids.Count == 0)
            return null;
        var entities = new List<Entity>();
        foreach (var id in ids)
        {
            var person = await people.FindAsync(message.Place.Team, id, ct);
            var mention = new Entity();
            mention.SetAs(new Mention { Text = $"<@{id}>", Mentioned = new ChannelAccount { Id = SlackPlace.UserId(message.Place.Team, id), Name = person?.Name } });
            entities.Add(mention);
        }

        return entities;
    }

    [GeneratedRegex("<@(?<user>[UW][A-Za-z0-9]{1,20})>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mentioned();

    /// <summary>The activity that the dialogs see.</summary>
    public static Activity Activity(IncomingMessage message, DateTimeOffset at, Workspace workspace, SlackPerson? person)
    {
        var place = message.Place;
        var zone = person?.Zone is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null;
        return new Activity(ActivityTypes.Message)
        {
            Id = message.Id,
            ChannelId = SlackAdapter.ChannelId,
            ServiceUrl = SlackAdapter.ServiceUrl,
            Timestamp = at,
            LocalTimestamp = zone is null ? null : Instant.FromDateTimeOffset(at).InZone(zone).ToDateTimeOffset(),
            LocalTimezone = zone?.Id,
            Locale = person?.Locale,
            From = new ChannelAccount { Id = SlackPlace.UserId(place.Team, message.User), Name = person?.Name, Role = "user" },
            Recipient = new ChannelAccount { Id = SlackPlace.UserId(place.Team, workspace.BotUser), Role = "bot" },
            Conversation = new ConversationAccount { Id = place.Id, ConversationType = place.IsPersonal ? "personal" : "channel", IsGroup = place.IsPersonal ? null : true, TenantId = place.Team },
            TextFormat = TextFormatTypes.Plain,
            Text = message.Text,
            Value = message.Value is { } value ? ActivityValues.Data(value) : null,
            ReplyToId = message.Pressed,
        };
    }
}
