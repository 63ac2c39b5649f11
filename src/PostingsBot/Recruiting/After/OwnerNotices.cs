using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Digests;
using PostingsBot.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Tells people what becomes of their roles, each thing once, whatever stops in between and however many bots run: what is told is noted together with the notice, then
/// the notice is put into the outbox under its key, then it is noted that it is there. A broken database throws a <see cref="Storage.StorageException"/>.
/// </summary>
internal sealed class OwnerNotices(IDocumentStore store, IOutbox outbox, IUnanswered unanswered, OwnerPlaces places, TimeProvider clock)
{
    private const string Section = "told/";

    /// <summary>So long what was told is remembered beyond its day.</summary>
    private const int Remembered = 60;

    /// <param name="person">Who.</param>
    /// <param name="things">What could be told, by a key that never stands for anything else.</param>
    /// <param name="day">What is told concerns this day, or an earlier one.</param>
    /// <param name="notice">The notice of those that were not told yet; null tells nothing now.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>False when nobody knows where to tell them: they can be told later.</returns>
    public async Task<bool> TellAsync(Actor person, IReadOnlyCollection<string> things, LocalDate day, Func<IReadOnlySet<string>, OwnerPlace, OwnerNotice?> notice, CancellationToken ct)
    {
        if (await places.FindAsync(person, ct) is not { } place)
            return false;
        var (record, tag) = await FinishedAsync(person, ct);
        var fresh = things.Where(thing => !record.Told.ContainsKey(thing)).ToHashSet(StringComparer.Ordinal);
        if (fresh.Count == 0 || notice(fresh, place) is not { } told)
            return true;
        // Where others read along, it is said whom it is for.
        var message = place.Kind is DestinationKind.Person ? told.Message : told.Message with { Text = AfterWording.For(person, told.Message.Text) };
        var delivery = message.DeliveryTo(place.Destination, $"{person.Channel} {person.User}\n{string.Join('\n', fresh.Order(StringComparer.Ordinal))}");
        var until = LocalDatePattern.Iso.Format(day.PlusDays(Remembered));
        var today = LocalDatePattern.Iso.Format(Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date);
        var noted = record with
        {
            Told = record.Told.Where(one => string.CompareOrdinal(one.Value, today) >= 0).Concat(fresh.Select(thing => KeyValuePair.Create(thing, until))).ToDictionary(StringComparer.Ordinal),
            Pending = new PendingNotice(delivery, told.Questions),
        };
        // Another bot that noted it meanwhile also puts it.
        if (await WriteAsync(person, noted, tag, ct) is { } written)
            await PutAsync(person, noted, written, ct);
        return true;
    }

    /// <summary>Whether it is in the outbox, or was.</summary>
    public async Task<bool> WasToldAsync(Actor person, string thing, CancellationToken ct) => await ToldAsync(person, ct) is { Pending: null } record && record.Told.ContainsKey(thing);

    public async Task<ToldRecord> ToldAsync(Actor person, CancellationToken ct)
    {
        var items = await store.ReadAsync([KeyOf(person)], ct);
        return items.TryGetValue(KeyOf(person), out var item) ? ToldRecord.Read(item.Json) : new ToldRecord();
    }

    public Task ForgetAsync(Actor person, CancellationToken ct) => store.DeleteAsync([KeyOf(person)], ct);

    /// <summary>With what was under way when somebody stopped, finished.</summary>
    private async Task<(ToldRecord Record, string? Tag)> FinishedAsync(Actor person, CancellationToken ct)
    {
        var items = await store.ReadAsync([KeyOf(person)], ct);
        if (!items.TryGetValue(KeyOf(person), out var item))
            return (new ToldRecord(), null);
        var record = ToldRecord.Read(item.Json);
        return record.Pending is null ? (record, item.ETag) : (record with { Pending = null }, await PutAsync(person, record, item.ETag, ct));
    }

    /// <returns>The tag of what is noted now; one that is not kept any more when another bot was first.</returns>
    private async Task<string> PutAsync(Actor person, ToldRecord record, string tag, CancellationToken ct)
    {
        var pending = record.Pending!;
        await outbox.PutAsync(pending.Delivery, clock.GetUtcNow(), ct);
        if (pending.Questions.Count > 0)
            await unanswered.ClearAsync(pending.Questions, ct);
        return await WriteAsync(person, record with { Pending = null }, tag, ct) ?? tag;
    }

    /// <summary>Null when it was written by somebody else since.</summary>
    private async Task<string?> WriteAsync(Actor person, ToldRecord record, string? tag, CancellationToken ct) =>
        await store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(person)] = new(record.Write(), tag) }, ct) is WriteResult.Written written ? written.ETags[KeyOf(person)] : null;

    private static string KeyOf(Actor person) => OwnerPlaces.KeyOf(person, Section);
}

/// <param name="Message">What is told.</param>
/// <param name="Questions">The unanswered questions that it tells of.</param>
internal sealed record OwnerNotice(NoticeMessage Message, IReadOnlyList<UnansweredTopic> Questions)
{
    public OwnerNotice(NoticeMessage message)
        : this(message, [])
    {
    }
}
