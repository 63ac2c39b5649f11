using System.Text.Json.Nodes;

namespace PostingsBot.Tests.Support.Slack;

/// <summary>
/// Slack's Web API in memory, from its published rules (docs.slack.dev): tokens, scopes, limits of each method and channel, messages, views and installing. What
/// exceeds a limit is answered 429. It may also fail by chance, before it did what was asked or after.
/// </summary>
internal sealed class StrictSlack(TimeProvider time, double failures = 0)
{
    public const string Team = "T0000001";
    public const string Token = "xoxb-stub-1";
    public const string AppToken = "xapp-stub-1";
    public const string ClientId = "1111.2222";
    public const string ClientSecret = "client-secret-of-the-stub";

    private readonly Lock _lock = new();
    private readonly Random _chance = new(20260301);
    private readonly SlackWindows _windows = new();
    private readonly long _beginning = time.GetTimestamp();

    public SlackMessages Messages { get; } = new(time);

    public SlackViews Views { get; } = new(time);

    public SlackInstalls Installs { get; } = new(time);

    /// <summary>Scopes that every bot token has.</summary>
    public HashSet<string> Scopes { get; } = new(
        ["app_mentions:read", "chat:write", "commands", "im:history", "im:write", "links:read", "links:write", "users:read", "files:read"], StringComparer.Ordinal);

    /// <summary>The answer of users.info by user id, without "ok".</summary>
    public Dictionary<string, JsonObject> People { get; } = new(StringComparer.Ordinal)
    {
        ["U0000002"] = new JsonObject { ["id"] = "U0000002", ["team_id"] = Team, ["name"] = "mia", ["real_name"] = "Mia Muster", ["tz"] = "Europe/Berlin", ["is_bot"] = false, ["locale"] = "de-DE", ["profile"] = new JsonObject { ["display_name"] = "Mia" } },
    };

    /// <summary>The address that apps.connections.open hands out.</summary>
    public Uri SocketAddress { get; set; } = new("wss://socket.invalid/");

    /// <summary>Errors that methods answer once each, instead of doing anything.</summary>
    public Queue<(string Method, string Error)> Refusals { get; } = new();

    /// <summary>Every call that was made, in order, and when, since the beginning.</summary>
    public List<(string Method, TimeSpan At)> Calls { get; } = [];

    /// <summary>Calls beyond a published limit, with the time since the beginning.</summary>
    public List<(string Method, TimeSpan At)> Exceeded { get; } = [];

    /// <summary>Looks at what is there while nothing changes.</summary>
    public T Read<T>(Func<StrictSlack, T> look)
    {
        lock (_lock) return look(this);
    }

    /// <summary>One call: what HTTP says, and the body unless the connection broke.</summary>
    public SlackReply Answer(string method, string? authorization, IReadOnlyDictionary<string, string> fields)
    {
        lock (_lock)
        {
            var at = time.GetElapsedTime(_beginning);
            Calls.Add((method, at));
            var caller = Installs.Find(authorization);
            if (!_windows.Allow(caller.Team ?? authorization ?? "", method, fields.GetValueOrDefault("channel"), at))
            {
                Exceeded.Add((method, at));
                return SlackReply.Limited(1);
            }

            var kind = _chance.NextDouble() < failures ? _chance.Next(6) : -1;
            switch (kind)
            {
                case 0: return SlackReply.Limited(_chance.Next(1, 4));
                case 1: return new SlackReply(500, null);
                case 2: return SlackReply.Error("internal_error");
                case 3: return SlackReply.Broken;
            }

            var reply = Do(method, caller, fields);
            return kind switch { 4 => SlackReply.Broken, 5 => new SlackReply(503, null), _ => reply };
        }
    }

    private SlackReply Do(string method, SlackInstalls.Caller caller, IReadOnlyDictionary<string, string> fields)
    {
        if (Refusals.TryPeek(out var refusal) && refusal.Method == method)
            return SlackReply.Error(Refusals.Dequeue().Error);
        if (method is "oauth.v2.access")
            return Installs.Access(caller, fields);
        if (caller.Error is { } error)
            return SlackReply.Error(error);
        if (method is "apps.connections.open")
            return caller.IsApp ? SlackReply.Ok(new JsonObject { ["url"] = SocketAddress.AbsoluteUri }) : SlackReply.Error("not_allowed_token_type");
        if (caller.IsApp)
            return SlackReply.Error("not_allowed_token_type");
        if (SlackScopes.Needed(method, fields) is { } needed && !Scopes.Contains(needed))
            return SlackReply.Error("missing_scope", ("needed", needed));
        return method switch
        {
            "auth.test" => SlackReply.Ok(new JsonObject { ["url"] = "https://stub.slack.com/", ["team"] = "Stub", ["user"] = "postingsbot", ["team_id"] = caller.Team, ["user_id"] = SlackInstalls.BotUser, ["bot_id"] = "B0000001" }),
            "users.info" => Person(fields),
            _ when method.StartsWith("views.", StringComparison.Ordinal) => Views.Do(method, fields),
            _ => Messages.Do(method, fields, People.ContainsKey),
        };
    }

    private SlackReply Person(IReadOnlyDictionary<string, string> fields)
    {
        if (!People.TryGetValue(fields.GetValueOrDefault("user", ""), out var person))
            return SlackReply.Error("user_not_found");
        var user = person.DeepClone().AsObject();
        if (fields.GetValueOrDefault("include_locale") is not "true")
            user.Remove("locale");
        return SlackReply.Ok(new JsonObject { ["user"] = user });
    }
}
