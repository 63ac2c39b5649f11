using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>People by their id, as users.info knows them. Kept for an hour. No turn fails or waits long for it.</summary>
internal sealed class SlackPeople(ISlackApi api, TimeProvider time)
{
    public const int MostKept = 5_000;

    /// <summary>Slack answers a hundred a minute. When so many are waited for, further ones are not asked about.</summary>
    public const int MostAtOnce = 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeepKnown = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeepUnknown = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Team, string User), Kept> _kept = new();
    private int _asking;

    /// <summary>How many are kept.</summary>
    public int Count => _kept.Count;

    /// <summary>Null when Slack does not say, or not soon.</summary>
    public async Task<SlackPerson?> FindAsync(string team, string user, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue((team, user), out var kept) && kept.Until > now)
            return kept.Person;
        if (Interlocked.Increment(ref _asking) > MostAtOnce)
        {
            Interlocked.Decrement(ref _asking);
            return null;
        }

        SlackPerson? person;
        try
        {
            person = await AskAsync(team, user, ct);
        }
        finally
        {
            Interlocked.Decrement(ref _asking);
        }

        if (_kept.Count >= MostKept)
            Sweep(now);
        _kept[(team, user)] = new Kept(person, now + (person is null ? KeepUnknown : KeepKnown));
        return person;
    }

    private static SlackPerson? Read(string id, JsonElement reply)
    {
        if (!reply.TryGetProperty("user", out var user) || user.ValueKind is not JsonValueKind.Object)
            return null;
        var profile = user.TryGetProperty("profile", out var found) ? found : default;
        return new SlackPerson(
            id,
            JsonText.Of(profile, "display_name") ?? JsonText.Of(profile, "real_name") ?? JsonText.Of(user, "real_name") ?? JsonText.Of(user, "name"),
            JsonText.Of(user, "locale"), JsonText.Of(user, "tz"), JsonText.Of(user, "team_id"),
            user.TryGetProperty("is_bot", out var bot) && bot.ValueKind is JsonValueKind.True);
    }

    private async Task<SlackPerson?> AskAsync(string team, string user, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await api.CallAsync(team, "users.info", new() { ["user"] = user, ["include_locale"] = true }, either.Token) is SlackResult.Ok ok ? Read(user, ok.Reply) : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    // What is old goes; when that frees nothing, everything does: it is only asked for again.
    private void Sweep(DateTimeOffset now)
    {
        foreach (var old in _kept.Where(one => one.Value.Until <= now))
            _kept.TryRemove(old);
        if (_kept.Count >= MostKept)
            _kept.Clear();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Kept(SlackPerson? Person, DateTimeOffset Until);
}
