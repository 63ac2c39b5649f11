using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>The real host over the five seeds, with Slack at the stub.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "signing-secret-of-the-tests";
    public const string PublicAddress = "https://jobs.example";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postingsbot-slack-");
    private readonly string[] more;
    private HostProcess? process;

    private SlackHost(SlackStub slack, string[] more)
    {
        (Slack, this.more) = (slack, more);
        Http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{HostProcess.FreePort()}")), Timeout = TimeSpan.FromSeconds(30) };
        Sender = new SignedSender(Http, Secret);
    }

    public SlackStub Slack { get; }

    public HttpClient Http { get; }

    public SignedSender Sender { get; }

    public string Log => process!.Output + process.Errors;

    /// <param name="more">Settings beside the token, such as the signing secret.</param>
    public static async Task<SlackHost> StartAsync(params string[] more)
    {
        var host = new SlackHost(await SlackStub.StartAsync(), more);
        // The person has opened the direct messages with the bot.
        host.Slack.Slack.Read(slack => slack.Messages.Say(SlackEvents.Direct, SlackEvents.User, "hello"));
        await host.StartAsync();
        return host;
    }

    public static Task<SlackHost> SignedAsync() => StartAsync($"--PostingsBot:Slack:SigningSecret={Secret}");

    public static Task<SlackHost> SocketAsync() => StartAsync($"--PostingsBot:Slack:AppToken={StrictSlack.AppToken}");

    /// <summary>Ends the host at once, and starts it again over the same data.</summary>
    public async Task RestartAsync()
    {
        await process!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>What a message or a view says, all of it.</summary>
    public static string Words(JsonNode message) => message.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A button with these words.</summary>
    public static JsonObject Button(JsonNode message, string words) =>
        Parts(message).First(part => part["type"]?.ToString() is "button" && Words(part).Contains(words, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        await Slack.DisposeAsync();
        Http.Dispose();
        folder.Delete(recursive: true);
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Parts(field.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    private async Task StartAsync()
    {
        process = HostProcess.StartBot(
            [
                "--urls", Http.BaseAddress!.ToString(), $"--PostingsBot:DataFolder={folder.FullName}", $"--PostingsBot:PublicAddress={PublicAddress}",
                $"--PostingsBot:Slack:BotToken={StrictSlack.Token}", $"--PostingsBot:Slack:ApiAddress={Slack.ApiAddress}", .. more,
            ],
            AppContext.BaseDirectory);
        await process.AnswersAsync(Http, "/health/ready");
    }
}
