using System.Net;
using System.Web;
using PostingsBot.EndToEnd.Tests.Support.Slack;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>Installing the app over the real host, as a browser does it.</summary>
public sealed class SlackInstallTests
{
    [Fact]
    public async Task Install_YesInSlack_KeepsTheTokenEncrypted()
    {
        await using var stub = await SlackStub.StartAsync();
        await using var host = await InstallableHost.StartAsync(stub.ApiAddress);
        var (page, cookie) = await host.Browser.BeginAsync();

        var (status, html) = await host.Browser.GetAsync((await host.Browser.SayYesAsync(page)).PathAndQuery, cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Team T0000009", html, StringComparison.Ordinal);
        Assert.Contains("app=A0000001&amp;team=T0000009", html, StringComparison.Ordinal);
        Assert.DoesNotContain("xox", host.Database, StringComparison.Ordinal);
        Assert.Contains("slack/workspaces/T0000009", host.Database, StringComparison.Ordinal);
        Assert.DoesNotContain(StrictSlack.ClientSecret, host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_Refusals_AreSaidOnAPage()
    {
        await using var stub = await SlackStub.StartAsync();
        await using var host = await InstallableHost.StartAsync(stub.ApiAddress);
        var (page, cookie) = await host.Browser.BeginAsync();
        var answer = (await host.Browser.SayYesAsync(page)).PathAndQuery;
        var state = Uri.EscapeDataString(HttpUtility.ParseQueryString(answer[answer.IndexOf('?')..])["state"]!);

        await IsRefusedAsync("/slack/oauth", cookie, HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync(answer, null, HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync(answer, cookie + "x", HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync($"/slack/oauth?code=1&state={new string('a', 3000)}", cookie, HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync($"/slack/oauth?error=access_denied&state={state}", cookie, HttpStatusCode.BadRequest, "cancelled in Slack");
        await IsRefusedAsync($"/slack/oauth?code=%3Cscript%3E&state={state}", cookie, HttpStatusCode.BadGateway, "invalid_code");
        Assert.Equal(HttpStatusCode.OK, (await host.Browser.GetAsync(answer, cookie)).Status);
        await IsRefusedAsync(answer, cookie, HttpStatusCode.BadGateway, "invalid_code");

        async Task IsRefusedAsync(string path, string? browsers, HttpStatusCode status, string says)
        {
            var (actual, html) = await host.Browser.GetAsync(path, browsers);
            Assert.Equal(status, actual);
            Assert.Contains(says, html, StringComparison.Ordinal);
            Assert.Contains("href=\"/slack/install\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [EmulatorFact]
    public async Task Install_ThroughTheEmulatorsPage_IsKept()
    {
        await using var emulator = await Emulator.StartAsync(InstallableHost.Redirect);
        await using var host = await InstallableHost.StartAsync(emulator.ApiAddress, Emulator.ClientId, Emulator.ClientSecret);
        var (page, cookie) = await host.Browser.BeginAsync();

        var (status, html) = await host.Browser.GetAsync((await emulator.SayYesAsync(page)).PathAndQuery, cookie);

        Assert.True(status == HttpStatusCode.OK, html + host.Log);
        Assert.Contains("Stub", html, StringComparison.Ordinal);
        Assert.Contains("slack/workspaces/T000000001", host.Database, StringComparison.Ordinal);
    }
}
