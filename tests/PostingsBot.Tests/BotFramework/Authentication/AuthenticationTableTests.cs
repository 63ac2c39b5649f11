using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework.Authentication;

/// <summary>
/// Who may send an activity. The body of every row cannot be deserialised: a row that gets that far is answered 400, so any other status
/// proves that the caller was refused before.
/// </summary>
public class AuthenticationTableTests
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    private const string OwnTenant = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string OtherTenant = "bbbbbbbb-0000-0000-0000-000000000002";

    private static readonly TestKey Stranger = new("key-1", "msteams");

    private sealed record Row(Func<IdentityProvider, Token?> Token, int Status)
    {
        public string ServiceUrl { get; init; } = AuthenticationTableTests.ServiceUrl;
        public string Channel { get; init; } = "msteams";
        public string? Tenant { get; init; }
        public bool IsDevelopment { get; init; }
        public (string, string)[] Settings { get; init; } = [];
    }

    private static long In(double seconds) => InstantTimeProvider.Now.AddSeconds(seconds).ToUnixTimeSeconds();

    private static Token Good(IdentityProvider identity) => identity.Token(ServiceUrl);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["valid"] = new(Good, 400),
        ["valid, RS384"] = new(i => Good(i).WithHeader("alg", "RS384"), 400),
        ["valid, RS512"] = new(i => Good(i).WithHeader("alg", "RS512"), 400),
        ["valid, audience as an address"] = new(i => Good(i).With("aud", $"api://{IdentityProvider.AppId}"), 400),
        ["valid, audience as a bot's address"] = new(i => Good(i).With("aud", $"api://botid-{IdentityProvider.AppId}"), 400),
        ["valid, one of two audiences"] = new(i => Good(i).With("aud", new JsonArray("other", IdentityProvider.AppId)), 400),
        ["valid, service URL in other case"] = new(i => i.Token(ServiceUrl.ToUpperInvariant()), 400),
        ["valid, second endorsed channel"] = new(Good, 400) { Channel = "webchat" },
        ["expired within the skew"] = new(i => Good(i).With("exp", In(-300)), 400),
        ["not yet valid within the skew"] = new(i => Good(i).With("nbf", In(300)), 400),
        ["own tenant"] = new(Good, 400) { Tenant = OwnTenant, Settings = [("MicrosoftAppAllowedTenants", OwnTenant)] },
        ["emulator in development"] = new(i => i.EmulatorToken(), 400) { IsDevelopment = true, Channel = "emulator", ServiceUrl = "http://localhost:56150/" },

        ["no token"] = new(_ => null, 401),
        ["no JSON Web Token"] = new(i => Good(i).Raw("secret"), 401),
        ["empty token"] = new(i => Good(i).Raw(""), 401),
        ["expired"] = new(i => Good(i).With("exp", In(-301)), 401),
        ["not yet valid"] = new(i => Good(i).With("nbf", In(301)), 401),
        ["without exp"] = new(i => Good(i).With("exp", null), 401),
        ["wrong audience"] = new(i => Good(i).With("aud", "99999999-2222-3333-4444-555555555555"), 401),
        ["no audience"] = new(i => Good(i).With("aud", null), 401),
        ["wrong issuer"] = new(i => Good(i).With("iss", "https://api.botframework.example"), 401),
        ["issuer of another cloud"] = new(i => Good(i).With("iss", "https://api.botframework.us"), 401),
        ["no issuer"] = new(i => Good(i).With("iss", null), 401),
        ["wrong key under a known name"] = new(i => Good(i).SignedBy(Stranger), 401),
        ["unknown key"] = new(i => Good(i).WithHeader("kid", "key-2"), 401),
        ["unnamed key"] = new(i => Good(i).WithHeader("kid", null), 401),
        ["alg none"] = new(i => Good(i).WithHeader("alg", "none"), 401),
        ["alg none without a key"] = new(i => Good(i).WithHeader("alg", "none").WithHeader("kid", null), 401),
        ["HS256 with the public key"] = new(i => Good(i).WithHeader("alg", "HS256"), 401),
        ["PS256"] = new(i => Good(i).WithHeader("alg", "PS256"), 401),
        ["another algorithm than signed with"] = new(i => Good(i).Raw(Good(i).WithHeader("alg", "RS512").Text[..40] + Good(i).Text[40..]), 401),
        ["tampered claims"] = new(i => Good(i).Tampered("serviceurl", "https://evil.example/"), 401) { ServiceUrl = "https://evil.example/" },
        ["signature cut off"] = new(i => Good(i).Raw(Good(i).Text[..Good(i).Text.LastIndexOf('.')] + "."), 401),
        ["emulator in production"] = new(i => i.EmulatorToken(), 401) { Channel = "emulator", ServiceUrl = "http://localhost:56150/" },
        ["emulator of another app"] = new(i => i.EmulatorToken().With("appid", "other"), 401) { IsDevelopment = true, Channel = "emulator", ServiceUrl = "http://localhost:56150/" },

        ["service URL claim missing"] = new(i => Good(i).With("serviceurl", null), 403),
        ["service URL claim foreign"] = new(i => i.Token("https://evil.example/"), 403),
        ["token used against another service URL"] = new(Good, 403) { ServiceUrl = "https://evil.example/" },
        ["service URL without its slash"] = new(Good, 403) { ServiceUrl = ServiceUrl.TrimEnd('/') },
        ["endorsement missing"] = new(Good, 403) { Channel = "slack" },
        ["endorsement in other case"] = new(Good, 403) { Channel = "MSTeams" },
        ["foreign tenant"] = new(Good, 403) { Tenant = OtherTenant, Settings = [("MicrosoftAppAllowedTenants", OwnTenant)] },
        ["no tenant in Teams"] = new(Good, 403) { Settings = [("MicrosoftAppAllowedTenants", OwnTenant)] },
        ["foreign tenant, app of one tenant"] = new(Good, 403) { Tenant = OtherTenant, Settings = [("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", OwnTenant)] },
        ["emulator with replies elsewhere"] = new(i => i.EmulatorToken(), 403) { IsDevelopment = true, Channel = "emulator", ServiceUrl = "https://evil.example/" },
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Process_Token_IsAcceptedOrRefusedBeforeTheBodyIsDeserialised(string name)
    {
        var row = Rows[name];
        var turns = 0;
        await using var identity = await IdentityProvider.StartAsync();
        await using var server = await BotServer.StartWithAppAsync(identity, (_, _) => Task.FromResult(turns++), row.IsDevelopment, settings: row.Settings);
        var tenant = row.Tenant is null ? "" : $$""","tenantId":"{{row.Tenant}}" """;

        var answer = await server.PostAsync(
            $$"""
            {"type":"message","id":"1","channelId":"{{row.Channel}}","serviceUrl":"{{row.ServiceUrl}}","conversation":{"id":"c"{{tenant}} },
             "text":{"personal":"text of Ada"} }
            """,
            row.Token(identity));

        Assert.Equal((row.Status, 0), ((int)answer.Status, turns));
        var line = Assert.Single(server.Log.Lines, line => line.StartsWith("Request refused", StringComparison.Ordinal));
        Assert.DoesNotContain("Ada", string.Concat(server.Log.Lines), StringComparison.Ordinal);
        if (row.Token(identity)?.Text is { Length: > 20 } text) Assert.DoesNotContain(text[^20..], line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_ValidToken_RunsTheTurnWithTheCallersIdentity()
    {
        ITurnContext? seen = null;
        string? audience = null;
        await using var identity = await IdentityProvider.StartAsync();
        await using var server = await BotServer.StartWithAppAsync(identity, (turn, _) =>
        {
            seen = turn;
            audience = turn.TurnState.Get<System.Security.Claims.ClaimsIdentity>(BotAdapter.BotIdentityKey)?.FindFirst("aud")?.Value;
            return Task.CompletedTask;
        }, isDevelopment: false);

        var answer = await server.PostAsync(
            $$"""{"type":"message","channelId":"msteams","serviceUrl":"{{ServiceUrl}}","conversation":{"id":"c"},"callerId":"urn:botframework:evil"}""", Good(identity));

        Assert.Equal((HttpStatusCode.OK, IdentityProvider.AppId, "urn:botframework:azure"), (answer.Status, audience, seen!.Activity.CallerId));
    }

    [Theory]
    [InlineData("Basic abc")]
    [InlineData("Bearer")]
    [InlineData("bearerabc")]
    [InlineData("")]
    public async Task Process_OtherAuthorization_Is401(string header)
    {
        await using var identity = await IdentityProvider.StartAsync();
        await using var server = await BotServer.StartWithAppAsync(identity, (_, _) => Task.CompletedTask);

        var answer = await server.PostAsync("{}", header: ("Authorization", header));

        Assert.Equal((HttpStatusCode.Unauthorized, 0), (answer.Status, identity.Fetches));
    }

    [Fact]
    public async Task Process_NoToken_DoesNotReadTheBody()
    {
        await using var identity = await IdentityProvider.StartAsync();
        await using var server = await BotServer.StartWithAppAsync(identity, (_, _) => Task.CompletedTask);
        using var client = new TcpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await client.ConnectAsync(server.Address.Host, server.Address.Port, limit.Token);

        // The body never comes: a server that waited for it would not answer 401.
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes("POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"), limit.Token);
        using var reader = new StreamReader(client.GetStream());

        Assert.Equal("HTTP/1.1 401 Unauthorized", await reader.ReadLineAsync(limit.Token));
    }
}
