using PostingsBot.Core.Digests;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Subscriptions;

namespace PostingsBot.Recruiting.After;

/// <summary>Somebody who asks for what is kept of them.</summary>
/// <param name="Activity">What they say.</param>
/// <param name="Me">Whose alerts are theirs; null when the channel does not say who speaks.</param>
/// <param name="Proven">Who they are to the audit; null when the channel does not prove it.</param>
/// <param name="Memory">What the conversation remembers, as it is kept.</param>
internal sealed record PersonAsking(Activity Activity, Owner? Me, Actor? Proven, IReadOnlyDictionary<string, string> Memory)
{
    public Core.Digests.Destination Here { get; } = Readers.DestinationOf(Activity);

    /// <summary>Others read along.</summary>
    public bool IsShared => Here.Kind is not DestinationKind.Person;
}
