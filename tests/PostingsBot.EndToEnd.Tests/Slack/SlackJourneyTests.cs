using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PostingsBot.EndToEnd.Tests.Support.Slack;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>A workspace's whole life with the app over the real host, with a strict Slack at the other end.</summary>
public sealed partial class SlackJourneyTests : IAsyncLifetime
{
    private readonly DirectoryInfo _jobs = Directory.CreateTempSubdirectory("postingsbot-jobs-");
    private SlackStub _slack = null!;
    private InstallableHost _host = null!;

    public async Task InitializeAsync()
    {
        foreach (var number in Enumerable.Range(1, 14))
        {
            await File.WriteAllTextAsync(
                Path.Combine(_jobs.FullName, string.Create(CultureInfo.InvariantCulture, $"role-{number:00}.md")),
                string.Create(CultureInfo.InvariantCulture, $"# Python Developer {(char)('A' + number)}\n\nCompany: Employer {(char)('A' + number)}\n\nLocation: Remote, Germany\n\nWe are hiring a developer who knows Python and AWS & likes <b>tea</b>.\n"));
        }

        _slack = await SlackStub.StartAsync();
        _host = await InstallableHost.StartAsync(_slack.ApiAddress, StrictSlack.ClientId, StrictSlack.ClientSecret, $"--PostingsBot:Catalogue:0={_jobs.FullName}");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _slack.DisposeAsync();
        _jobs.Delete(recursive: true);
    }

    [Fact]
    public async Task Workspace_FromInstallingToRemoving_IsServedThroughout()
    {
        await InstallAsync();

        var list = await SayAsync("python roles", 1);
        Assert.Contains("14 roles", SlackHost.Words(list), StringComparison.Ordinal);
        var refined = await SayAsync("only at Employer C or Employer D", 2);
        Assert.Contains("2 roles", SlackHost.Words(refined), StringComparison.Ordinal);
        var detail = SlackHost.Words(await PressAsync(refined, "detail"));
        Assert.Contains("Employer C", detail, StringComparison.Ordinal);
        var compared = SlackHost.Words(await SayAsync("compare them", 3));
        Assert.Contains("Employer C", compared, StringComparison.Ordinal);
        Assert.Contains("Employer D", compared, StringComparison.Ordinal);

        var all = await SayAsync("start over, all python roles", 4);
        Assert.NotEqual(SlackHost.Words(all), SlackHost.Words(await PressAsync(all, "more")));

        var address = _slack.NewResponseUrl();
        await TakenAsync(_host.Sender.CommandAsync(SlackEvents.Command("python at Employer E", address, "command.1")));
        Assert.Contains("Employer E", SlackHost.Words(await _slack.ResponseAsync(address)), StringComparison.Ordinal);

        await TakenAsync(_host.Sender.InteractionAsync(SlackEvents.Shortcut("find_roles", _slack.Slack.Read(slack => slack.Views.NewTrigger()))));
        Assert.Equal("modal", (await _slack.UntilAsync(slack => slack.Views.Opened.Values.FirstOrDefault()?.DeepClone().AsObject()))["type"]!.ToString());

        await TakenAsync(_host.Sender.EventAsync(SlackEvents.HomeOpened()));
        Assert.Equal("home", (await _slack.UntilAsync(slack => slack.Views.Homes.GetValueOrDefault(SlackEvents.User)?.DeepClone().AsObject()))["type"]!.ToString());

        var link = RoleLink().Match(detail).Value;
        await TakenAsync(_host.Sender.EventAsync(SlackEvents.LinkShared(link)));
        Assert.Contains(link, SlackHost.Words(await _slack.UntilAsync(slack => slack.Messages.Unfurled.FirstOrDefault()?.DeepClone().AsObject())), StringComparison.Ordinal);

        await RemoveAsync();
        await TakenAsync(_host.Sender.EventAsync(SlackEvents.Message("python roles")));
        await InstallAsync();
        Assert.Contains("14 roles", SlackHost.Words(await SayAsync("python roles", 5)), StringComparison.Ordinal);
        Assert.Empty(_slack.Slack.Read(slack => slack.Exceeded.ToList()));
        Assert.DoesNotContain("xox", _host.Log + _host.Database, StringComparison.Ordinal);
    }

    private async Task InstallAsync()
    {
        var (page, cookie) = await _host.Browser.BeginAsync();
        var answer = await _host.Browser.SayYesAsync(new Uri($"{page}&team={StrictSlack.Team}"));
        Assert.Equal(HttpStatusCode.OK, (await _host.Browser.GetAsync(answer.PathAndQuery, cookie)).Status);
    }

    private async Task RemoveAsync()
    {
        _slack.Slack.Read(slack =>
        {
            slack.Installs.Revoke(StrictSlack.Team);
            return true;
        });
        await TakenAsync(_host.Sender.EventAsync(SlackEvents.Uninstalled(StrictSlack.Team)));
        await _slack.UntilAsync(_ => _host.Log.Contains($"{StrictSlack.Team} is forgotten", StringComparison.Ordinal) ? this : null);
    }

    /// <summary>What the bot says to it: its message with this number.</summary>
    private async Task<JsonObject> SayAsync(string text, int number)
    {
        await TakenAsync(_host.Sender.EventAsync(SlackEvents.Message(text)));
        return await _slack.MessageAsync(SlackEvents.Direct, number);
    }

    /// <summary>The message after its button was pressed.</summary>
    private async Task<JsonObject> PressAsync(JsonObject message, string words)
    {
        await TakenAsync(_host.Sender.InteractionAsync(SlackEvents.Action(message, SlackHost.Button(message, words), _slack.NewResponseUrl(), _slack.Slack.Read(slack => slack.Views.NewTrigger()))));
        var ts = message["ts"]!.ToString();
        return await _slack.UntilAsync(slack => slack.Messages.All.FirstOrDefault(now => now["ts"]!.ToString() == ts && SlackHost.Words(now) != SlackHost.Words(message))?.DeepClone().AsObject());
    }

    private static async Task TakenAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("https://jobs\\.example/roles/[0-9a-f]{10}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RoleLink();
}
