using System.Net;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>The browser of somebody who installs the app.</summary>
/// <param name="http">To the bot, without cookies and redirects of its own.</param>
internal sealed class InstallingBrowser(HttpClient http)
{
    /// <returns>Slack's page, and the bot's cookie.</returns>
    public async Task<(Uri Page, string Cookie)> BeginAsync()
    {
        using var response = await http.GetAsync("/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        return (response.Headers.Location!, cookie.Split(';')[0]);
    }

    /// <summary>The stub's person says yes at once.</summary>
    /// <returns>Where Slack's page leads to.</returns>
    public async Task<Uri> SayYesAsync(Uri page)
    {
        using var response = await http.GetAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>Opens a page of the bot.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
