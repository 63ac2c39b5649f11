using PostingsBot.Core.Digests;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Recruiting.After;

/// <summary>Where somebody who posts and edits is told what becomes of it.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Kind">Others read along unless it is a person.</param>
/// <param name="Zone">Of the person's profile; null when the channel did not say.</param>
/// <param name="Since">When the person was first met: what fell due before is not owed.</param>
internal sealed record OwnerPlace(string Channel, string Conversation, DestinationKind Kind, string? Zone, DateTimeOffset Since)
{
    public Destination Destination => new(Channel, Conversation, Kind);
}
