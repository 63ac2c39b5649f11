using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Teams;

/// <summary>Installations and conversations in the document store: one record for each, forgotten when the bot is removed.</summary>
internal sealed class KnownConversations(IDocumentStore store)
{
    private const string References = "msteams/references/";
    private const string Installations = "msteams/installations/";
    private const string States = "msteams/conversations/";
    private const int MostRemembered = 20_000;
    private const int MostChannels = 1_000;

    /// <summary>Attempts at a record that others change at the same time; as many bots as that would have to write it at once.</summary>
    private const int MostAttempts = 8;

    // What this process wrote last, so that a message costs no access to the database.
    private readonly ConcurrentDictionary<string, KnownConversation> remembered = new(StringComparer.Ordinal);

    /// <summary>A key for something that is forgotten with the conversation.</summary>
    public static string StateKey(string conversationId, string name) => $"{States}{TeamsScope.RootOf(conversationId)};{name}";

    /// <summary>Null when the bot is not, or no longer, in the conversation.</summary>
    public async Task<KnownConversation?> FindAsync(string conversationId, CancellationToken ct)
    {
        var key = References + TeamsScope.RootOf(conversationId);
        var items = await store.ReadAsync([key], ct);
        return items.TryGetValue(key, out var item) ? Read(item.Json, WebJson.Default.KnownConversation) : null;
    }

    /// <summary>Keeps where the conversation is reached. Only for activities whose sender the adapter has checked: the address of an unchecked one may be anybody's.</summary>
    /// <param name="activity">What came from there.</param>
    /// <param name="ct">Stops the write.</param>
    /// <param name="surely">Written whatever this process wrote before: another bot on the database may have been told of a removal since.</param>
    public async Task KeepAsync(Activity activity, CancellationToken ct, bool surely = false)
    {
        if (KnownConversation.Of(activity) is not { } now || (!surely && remembered.TryGetValue(now.ConversationId, out var before) && before == now))
            return;
        await store.WriteAsync(new Dictionary<string, StateChange> { [References + now.ConversationId] = new(JsonSerializer.Serialize(now, WebJson.Default.KnownConversation), "*") }, ct);
        if (TeamsScope.TeamOf(activity) is { } team)
            await ChangeAsync(team, known => known.Channels.Contains(now.ConversationId) || known.Channels.Count >= MostChannels ? null : known with { Channels = [.. known.Channels, now.ConversationId] }, ct);
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[now.ConversationId] = now;
    }

    /// <summary>Changes an installation's record; of several at once exactly one makes a change that the others then see.</summary>
    /// <param name="id">The team's id, or the chat's.</param>
    /// <param name="change">The new record, or null when there is nothing to change.</param>
    /// <param name="ct">Stops the write.</param>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> ChangeAsync(string id, Func<Installation, Installation?> change, CancellationToken ct)
    {
        var key = Installations + id;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var items = await store.ReadAsync([key], ct);
            var stored = items.GetValueOrDefault(key);
            if (change((stored is null ? null : Read(stored.Json, WebJson.Default.Installation)) ?? new Installation()) is not { } next)
                return false;
            if (await store.WriteAsync(new Dictionary<string, StateChange> { [key] = new(JsonSerializer.Serialize(next, WebJson.Default.Installation), stored?.ETag) }, ct) is WriteResult.Written)
                return true;
        }

        return false;
    }

    /// <summary>The conversations of an installation that the bot was spoken to in.</summary>
    public async Task<IReadOnlyList<string>> OfInstallationAsync(string id, CancellationToken ct)
    {
        var items = await store.ReadAsync([Installations + id], ct);
        return items.TryGetValue(Installations + id, out var item) ? Read(item.Json, WebJson.Default.Installation)?.Channels ?? [] : [];
    }

    /// <summary>Forgets an installation with all its conversations: where they are reached and what was said in them.</summary>
    public async Task ForgetAsync(string id, string conversationId, CancellationToken ct)
    {
        foreach (var root in (await OfInstallationAsync(id, ct)).Append(TeamsScope.RootOf(conversationId)).Append(id).Distinct(StringComparer.Ordinal))
            await ForgetConversationAsync(root, ct);
        await store.DeleteAsync([Installations + id], ct);
    }

    /// <summary>Forgets a chat or a channel with its threads.</summary>
    public async Task ForgetConversationAsync(string root, CancellationToken ct)
    {
        remembered.TryRemove(root, out _);
        await store.DeleteAsync([References + root, States + root], ct);
        await store.DeleteBelowAsync(States + root + ";", ct);
    }

    /// <summary>A record of another shape counts as none: it is written anew with the next activity.</summary>
    private static T? Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
