using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Digests;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Subscriptions;

/// <summary>Who speaks and where, as subscriptions know it.</summary>
internal static class Readers
{
    /// <summary>Null when the channel does not say who speaks. On Teams it is the person's id in the directory, which is the same in every chat.</summary>
    public static Owner? OwnerOf(Activity activity) => activity.From switch
    {
        { AadObjectId: { Length: > 0 } directory } when TeamsScope.IsTeams(activity) => new Owner(activity.ChannelId, directory),
        { Id: { Length: > 0 } user } => new Owner(activity.ChannelId, user),
        _ => null,
    };

    /// <summary>
    /// Where an activity is answered: a thread counts as its channel. What only one person sees in a Slack channel counts as that person, whom Slack reaches by the
    /// person's own id.
    /// </summary>
    public static Destination DestinationOf(Activity activity)
    {
        var conversation = activity.Conversation;
        if (activity.ChannelId == SlackAdapter.ChannelId && SlackPlace.Parse(conversation.Id) is { } place)
        {
            return place switch
            {
                { Aside: { } person } => new Destination(activity.ChannelId, SlackPlace.UserId(place.Team, person), DestinationKind.Person),
                { IsModal: true } when activity.From?.Id is { Length: > 0 } person => new Destination(activity.ChannelId, person, DestinationKind.Person),
                _ => new Destination(activity.ChannelId, (place with { Thread = null }).Id, place.IsPersonal ? DestinationKind.Person : DestinationKind.Channel),
            };
        }

        var kind = conversation.ConversationType is "channel" ? DestinationKind.Channel : TeamsScope.IsShared(activity) ? DestinationKind.Group : DestinationKind.Person;
        return new Destination(activity.ChannelId, TeamsScope.IsTeams(activity) ? TeamsScope.RootOf(conversation.Id) : conversation.Id, kind);
    }

    /// <summary>
    /// The zone of the person's profile by its IANA name; without a name the offset of the person's clock ("UTC+02"), which knows of no summer time. Null when the
    /// channel says neither.
    /// </summary>
    public static string? ZoneOf(Activity activity)
    {
        if (activity.LocalTimezone is { Length: > 0 and <= 64 } name && Zones.IdOf(name) is { } zone)
            return zone;
        return activity.LocalTimestamp is { } local ? Zones.IdOf(NodaTime.DateTimeZone.ForOffset(NodaTime.Offset.FromTimeSpan(local.Offset)).Id) : null;
    }
}
