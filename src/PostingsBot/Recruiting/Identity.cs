using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Terminal;
using PostingsBot.Configuration;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Subscriptions;

namespace PostingsBot.Recruiting;

/// <summary>
/// Who somebody is to the record of who may do what. A channel's word is taken only from the adapter that checks it: what an unauthenticated caller posts could
/// name anybody.
/// </summary>
/// <param name="isAuthenticated">Whether the Bot Framework endpoint checks its callers.</param>
/// <param name="vouches">The channel that an adapter speaks for, for adapters of tests; null for none.</param>
internal sealed class Identity(bool isAuthenticated, Func<ITurnContext, string?>? vouches = null)
{
    public const string Terminal = "terminal";

    /// <summary>People whom a host site of the chat page signed in. Whoever else visits that page is known as of Direct Line, by an id that proves nothing.</summary>
    public const string Web = "web";

    private const int LongestName = 80;

    /// <summary>Null when the channel does not prove who speaks.</summary>
    public Actor? Of(ITurnContext context)
    {
        var activity = context.Activity;
        if (Vouched(context) is not { } channel || activity.ChannelId != (channel is Web ? DirectLineAdapter.ChannelId : channel) || Readers.OwnerOf(activity) is not { } owner)
            return null;
        var user = channel switch { TeamsScope.Channel => OnTeams(activity), Web => DirectLineUser.NameIn(owner.User), _ => owner.User };
        return user is null ? null : new Actor(channel, user, NameOf(activity.From?.Name));
    }

    /// <summary>A person whom somebody mentions, from the same tenant or workspace.</summary>
    public static Actor? Mentioned(Activity activity, ChannelAccount mentioned)
    {
        var user = activity.ChannelId switch
        {
            TeamsScope.Channel => TenantOf(activity) is { } tenant && mentioned.AadObjectId is { Length: > 0 } person ? Joined(tenant, person) : null,
            SlackAdapter.ChannelId => mentioned.Id,
            _ => null,
        };
        return string.IsNullOrEmpty(user) ? null : new Actor(activity.ChannelId, user, NameOf(mentioned.Name));
    }

    /// <summary>A person by the id that "who am I" tells them: "web:ana@example.com", "slack:T1:U1", and to somebody signed in on the page also "ana@example.com".</summary>
    public static Actor? Named(string words, string channel)
    {
        var named = words.Split(':', 2) is [var prefix, { Length: > 0 } rest] && KnownPerson.IsUser(prefix, rest) ? (Channel: prefix, User: rest)
            : channel is Web && words.Contains('@', StringComparison.Ordinal) && KnownPerson.IsUser(Web, words) ? (Channel: Web, User: words)
            : default;
        // Whoever is at the terminal names nobody there but themselves.
        return named.Channel is null || (named.Channel is Terminal && channel is not Terminal) ? null : new Actor(named.Channel, named.Channel is TeamsScope.Channel ? named.User.ToLowerInvariant() : named.User, NameOf(named.User));
    }

    private string? Vouched(ITurnContext context) => context.Adapter switch
    {
        SlackAdapter => SlackAdapter.ChannelId,
        TerminalAdapter => Terminal,
        DirectLineAdapter => context.TurnState.Get<SignedInVisitor>() is null ? DirectLineAdapter.ChannelId : Web,
        _ => vouches?.Invoke(context) ?? (isAuthenticated ? TeamsScope.Channel : null),
    };

    /// <summary>Ids of people in a directory are unique in their tenant.</summary>
    private static string? OnTeams(Activity activity) =>
        TenantOf(activity) is { } tenant && activity.From?.AadObjectId is { Length: > 0 } person ? Joined(tenant, person) : null;

    private static string Joined(string tenant, string person) => $"{tenant.ToLowerInvariant()}:{person.ToLowerInvariant()}";

    private static string? TenantOf(Activity activity) =>
        activity.TryGetChannelData<TeamsChannelData>(out var data) && data?.Tenant?.Id is { Length: > 0 } tenant ? tenant
        : activity.Conversation?.TenantId is { Length: > 0 } other ? other
        : null;

    private static string NameOf(string? name)
    {
        var plain = Cards.CardText.Plain(name ?? "");
        return plain.Length == 0 ? "somebody" : Cards.CardText.Cut(plain, LongestName);
    }
}
