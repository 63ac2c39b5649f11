using System.Text.Json;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Saved;
using PostingsBot.Subscriptions;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// All that is kept of a person, to be read or to be forgotten: alerts, saved roles, where they are reached, what they were told, drafts, rights, what they posted and changed, and what the
/// conversation remembers. A broken database throws a <see cref="Storage.StorageException"/>.
/// </summary>
internal sealed class PersonalDataRequests(
    ISubscriptions subscriptions, ISavedRoles saved, IPersonalData recruiting, OwnerPlaces places, OwnerNotices notices, DestinationBook book, OwnerNames names, OwnerLeaving leaving, TimeProvider clock)
{
    /// <summary>Indented JSON.</summary>
    public async Task<string> ExportAsync(PersonAsking who, CancellationToken ct)
    {
        var data = new PersonalJson();
        data.Person(who);
        if (who.Me is { } me)
        {
            data.Alerts(await subscriptions.OfOwnerAsync(me, ct));
            data.Saved(await saved.OfOwnerAsync(me, ct));
            data.Name(await names.FindAsync(me, ct));
        }

        foreach (var place in await PlacesAsync(who, ct))
        {
            if (await book.FindAsync(place.Channel, place.Conversation, ct) is { } reference)
                data.Reached(place, reference);
        }

        if (who.Proven is { } person)
        {
            data.Owner(await places.FindAsync(person, ct), await notices.ToldAsync(person, ct));
            if (await recruiting.ExportAsync(person, ct) is { } kept)
                data.Recruiting(kept);
        }

        data.Conversation(who.Memory);
        return data.Write();
    }

    /// <summary>The audit stays, as somebody's, and so do alerts of channels, as nobody's; what the conversation remembers is left to whoever holds it.</summary>
    public async Task ForgetAsync(PersonAsking who, CancellationToken ct)
    {
        var reached = await PlacesAsync(who, ct);
        if (who.Me is { } me)
        {
            // What others read too is theirs to keep.
            await leaving.GoneAsync(me, isNamed: false, ct);
            foreach (var alert in await subscriptions.OfOwnerAsync(me, ct))
                await subscriptions.DeleteAsync(alert.Subscription.Id, ct);
            await saved.RemoveAsync(me, [.. (await saved.OfOwnerAsync(me, ct)).Select(role => role.Role)], ct);
            await names.ForgetAsync(me, ct);
        }

        if (who.Proven is { } person)
        {
            await recruiting.ForgetAsync(person, clock.GetUtcNow(), ct);
            await notices.ForgetAsync(person, ct);
            await places.ForgetAsync(person, ct);
        }

        foreach (var place in reached)
            await book.ForgetAsync(place.Channel, place.Conversation, ct);
    }

    /// <summary>Where the person is alone with the bot: other places are not the person's own.</summary>
    private async Task<IReadOnlyList<Destination>> PlacesAsync(PersonAsking who, CancellationToken ct)
    {
        var known = new List<Destination> { who.Here };
        if (who.Me is { } me)
        {
            known.AddRange((await subscriptions.OfOwnerAsync(me, ct)).Select(alert => alert.Subscription.Destination));
            known.AddRange((await saved.OfOwnerAsync(me, ct)).Select(role => role.Destination).OfType<Destination>());
        }

        if (who.Proven is { } person && await places.FindAsync(person, ct) is { } place)
            known.Add(place.Destination);
        return [.. known.Where(place => place.Kind is DestinationKind.Person).Distinct()];
    }
}
