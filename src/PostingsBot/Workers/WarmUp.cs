using System.Net;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Commands;
using PostingsBot.Configuration;
using PostingsBot.Core.Parsing;

namespace PostingsBot.Workers;

/// <summary>
/// Lets a second bot over an empty catalogue answer a question while the catalogue of the first is opened on another core: whoever comes first
/// finds the vocabularies loaded and the code compiled.
/// </summary>
internal static class WarmUp
{
    private static ReadOnlySpan<byte> Posting => "# Backend Engineer\n\nMeadow is looking for an engineer in Berlin, remote.\n\n## Requirements\n\n- Python\n"u8;

    private static ReadOnlySpan<byte> Question => """
        {"type":"message","id":"1","channelId":"emulator","deliveryMode":"expectReplies","serviceUrl":"http://127.0.0.1:9","conversation":{"id":"warm-up"},
        "from":{"id":"user"},"recipient":{"id":"bot"},"text":"remote backend roles with Python from Germany"}
        """u8;

    /// <summary>
    /// Reads a short posting while the host is still being put together: the parser's expressions and vocabularies take a while. On a thread of
    /// its own: the pool has as many as there are cores, and the host and the question need them.
    /// </summary>
    public static Task ParserAsync() => Task.Factory.StartNew(
        () => { new DocumentParser().Parse("warm-up.md", Posting); }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <param name="cards">Draws the answers.</param>
    /// <param name="hearsSlack">Whether Slack posts to the bot, and its path is to be warmed up too.</param>
    public static Task RunAsync(CardRenderer cards, bool hearsSlack) => Task.Run(async () =>
    {
        await using var empty = await OpenCatalogue.InMemoryAsync([], CancellationToken.None);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddBot(new PostingsBotOptions { WebChat = new WebChatOptions { Enabled = false }, Slack = hearsSlack ? SlackWarmUp.Options : new SlackOptions(), Watch = false }, empty, cards);
        if (hearsSlack)
        {
            SlackWarmUp.AddSlack(builder);
            await using var app = builder.Build();
            await Task.WhenAll(AskAsync(app.Services), SlackWarmUp.RunAsync(app));
        }
        else
        {
            await using var services = builder.Services.BuildServiceProvider();
            await AskAsync(services);
        }
    });

    /// <summary>A warm-up that fails must not end a bot that can work; whoever asks next meets the same fault and is told.</summary>
    public static async Task<Exception?> FailureOfAsync(Task warmUp)
    {
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return warmUp.Exception;
    }

    private static async Task AskAsync(IServiceProvider services)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = services,
            Connection = { LocalIpAddress = IPAddress.Loopback, RemoteIpAddress = IPAddress.Loopback },
            Request = { Method = HttpMethods.Post, ContentType = "application/json", Body = new MemoryStream(Question.ToArray()) },
            Response = { Body = new MemoryStream() },
        };
        http.Request.Headers.Host = "localhost";
        await BotAuthentication.ProcessAsync(http, services.GetRequiredService<IBotFrameworkHttpAdapter>(), services.GetRequiredService<IBot>());
        if (http.Response.StatusCode != StatusCodes.Status200OK || http.Response.Body.Length == 0)
            throw new InvalidOperationException($"the warm-up was answered {http.Response.StatusCode}");
    }
}
