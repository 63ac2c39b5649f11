using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>OAuth v2: <c>/slack/install</c> leads to Slack's page, <c>/slack/oauth</c> is where that page leads back.</summary>
internal sealed class InstallEndpoints(SlackOptions options, Uri publicAddress, InstallState state, SlackCaller caller, InstalledWorkspaces workspaces, TimeProvider time, ILogger<InstallEndpoints> logger)
{
    public const string Start = "/slack/install";
    public const string Callback = "/slack/oauth";

    private const int LongestCode = 500;

    private string RedirectAddress => new Uri(publicAddress, Callback).AbsoluteUri;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Start, Begin);
        endpoints.MapGet(Callback, async http => await (await EndAsync(http)).WriteAsync(http));
    }

    private void Begin(HttpContext http)
    {
        var (made, nonce) = state.Begin();
        http.Response.Cookies.Append(InstallState.Cookie, nonce, CookieRules(InstallState.Lifetime));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(QueryHelpers.AddQueryString(new Uri(options.ApiAddress, "/oauth/v2/authorize").AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Bot),
            ["redirect_uri"] = RedirectAddress,
            ["state"] = made,
        }));
    }

    private async Task<InstallPage> EndAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var isGood = state.IsGood(query["state"], http.Request.Cookies[InstallState.Cookie]);
        http.Response.Cookies.Delete(InstallState.Cookie, CookieRules(TimeSpan.Zero));
        if (!isGood)
            return InstallWording.BadState;
        if (query["code"].ToString() is not { Length: > 0 and <= LongestCode } code)
            return InstallWording.Cancelled;
        var arguments = new JsonObject { ["code"] = code, ["redirect_uri"] = RedirectAddress };
        return await caller.CallAsClientAsync("oauth.v2.access", arguments, http.RequestAborted) switch
        {
            SlackResult.Ok ok => await KeepAsync(InstallReply.Read(ok.Reply, time.GetUtcNow()), http.RequestAborted),
            SlackResult.Refused refused => Refused(refused),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static CookieOptions CookieRules(TimeSpan age) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = age, IsEssential = true };

    private InstallPage Refused(SlackResult.Refused refused)
    {
        HostLog.SlackNotInstalled(logger, refused.Error);
        return InstallWording.Refused(refused.Error, refused.Remedy is SlackRemedy.Retry);
    }

    private async Task<InstallPage> KeepAsync(InstallReply? reply, CancellationToken ct)
    {
        if (reply is null || !await workspaces.KeepAsync(reply, ct))
            return InstallWording.Organisation;
        var openIn = QueryHelpers.AddQueryString("https://slack.com/app_redirect", new Dictionary<string, string?> { ["app"] = reply.App, ["team"] = reply.Team });
        return InstallWording.Installed(reply.Name ?? reply.Team, new Uri(openIn));
    }
}
