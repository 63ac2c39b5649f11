using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PostingsBot.Tests.Support.Slack;

/// <summary>Tokens: one workspace has the app from the beginning, others install it.</summary>
internal sealed class SlackInstalls(TimeProvider time)
{
    public const string BotUser = "U0000001";

    private const int TokenSeconds = 43_200;

    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (string Team, DateTimeOffset Expires)> _tokens = new(StringComparer.Ordinal) { [StrictSlack.Token] = (StrictSlack.Team, DateTimeOffset.MaxValue) };
    private readonly Dictionary<string, (string Team, string Redirect, DateTimeOffset Given)> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refreshTokens = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Whether tokens of installations live twelve hours only.</summary>
    public bool Rotates { get; set; }

    /// <summary>Refresh tokens that were exchanged.</summary>
    public int Refreshed { get; private set; }

    /// <summary>A code as the authorization page hands it out.</summary>
    public string NewCode(string team, string redirect)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"code-{++_number}");
        _codes[code] = (team, redirect, time.GetUtcNow());
        return code;
    }

    public void Revoke(string team)
    {
        foreach (var token in _tokens.Where(one => one.Value.Team == team).Select(one => one.Key).ToList())
            _tokens.Remove(token);
    }

    public Caller Find(string? authorization)
    {
        if (authorization == $"Bearer {StrictSlack.AppToken}")
            return new Caller(null, IsApp: true, null);
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.Ordinal))
            return new Caller(null, false, "not_authed") { Authorization = authorization };
        if (!_tokens.TryGetValue(authorization["Bearer ".Length..], out var token))
            return new Caller(null, false, "invalid_auth");
        return token.Expires <= time.GetUtcNow() ? new Caller(token.Team, false, "token_expired") : new Caller(token.Team, false, null);
    }

    public SlackReply Access(Caller caller, IReadOnlyDictionary<string, string> fields)
    {
        var secret = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StrictSlack.ClientId}:{StrictSlack.ClientSecret}"));
        if (caller.Authorization != secret)
            return SlackReply.Error("bad_client_secret");
        if (fields.GetValueOrDefault("grant_type") is "refresh_token")
            return Refresh(fields.GetValueOrDefault("refresh_token", ""));
        if (!_codes.Remove(fields.GetValueOrDefault("code", ""), out var code))
            return SlackReply.Error("invalid_code");
        if (time.GetUtcNow() - code.Given > CodeLife)
            return SlackReply.Error("code_expired");
        return code.Redirect == fields.GetValueOrDefault("redirect_uri") ? Grant(code.Team) : SlackReply.Error("bad_redirect_uri");
    }

    private SlackReply Refresh(string refreshToken)
    {
        if (!_refreshTokens.Remove(refreshToken, out var team))
            return SlackReply.Error("invalid_refresh_token");
        Refreshed++;
        return Grant(team);
    }

    private SlackReply Grant(string team)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"xox{(Rotates ? "e.xoxb-1" : "b")}-stub-{team}-{++_number}");
        _tokens[token] = (team, Rotates ? time.GetUtcNow().AddSeconds(TokenSeconds) : DateTimeOffset.MaxValue);
        var body = new JsonObject
        {
            ["access_token"] = token, ["token_type"] = "bot", ["scope"] = "chat:write,commands", ["bot_user_id"] = BotUser, ["app_id"] = "A0000001",
            ["team"] = new JsonObject { ["id"] = team, ["name"] = $"Team {team}" }, ["enterprise"] = null, ["is_enterprise_install"] = false,
            ["authed_user"] = new JsonObject { ["id"] = "U0000002" },
        };
        if (Rotates)
        {
            var refreshToken = string.Create(CultureInfo.InvariantCulture, $"xoxe-1-stub-{++_number}");
            _refreshTokens[refreshToken] = team;
            (body["refresh_token"], body["expires_in"]) = (refreshToken, TokenSeconds);
        }

        return SlackReply.Ok(body);
    }

    /// <param name="Team">Whose token it is.</param>
    /// <param name="Error">Why it is no good.</param>
    public sealed record Caller(string? Team, bool IsApp, string? Error)
    {
        public string? Authorization { get; init; }
    }
}
