using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.BotFramework.Fakes;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.BotFramework.Connector;

/// <summary>Digests from the outbox through the real sender and the real pacing, to channels that count their published limits; in virtual time.</summary>
public sealed class DigestPaceTests : IDisposable
{
    /// <summary>Of what the channel's limits allow.</summary>
    private const double Least = 0.95;

    /// <summary>A channel's time for one message.</summary>
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);

    private static readonly CardRenderer Cards = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    private readonly VirtualTime time = new();
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly MemoryDocumentStore store = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Teams_ThousandsToManyConversationsOfThreeTenants_NearlyAllThatIsAllowed()
    {
        const int tenants = 3;
        const int conversations = 3_000;
        var teams = Enumerable.Range(0, tenants).Select(_ => new StrictTeams(time)).ToList();

        Send(Teams(teams), [.. from n in Enumerable.Range(0, conversations) from tenant in Enumerable.Range(0, tenants) select (TeamsScope.Channel, $"a:{tenant}-{n}")]);

        Assert.Equal(0, teams.Sum(tenant => tenant.Exceeded));
        Assert.Equal(tenants * conversations, teams.Sum(tenant => tenant.Requests));
        Reached("three tenants of Teams", conversations / 50.0);
    }

    [Fact]
    public void Teams_ManyToFewConversations_NearlyAllThatIsAllowed()
    {
        const int messages = 240;
        var teams = new StrictTeams(time);

        Send(Teams([teams]), [.. from _ in Enumerable.Range(0, messages) from n in Enumerable.Range(0, 4) select (TeamsScope.Channel, $"a:0-{n}")]);

        Assert.Equal((0, 4 * messages), (teams.Exceeded, teams.Requests));
        Reached("four conversations of Teams", Ideal(messages, [(7, 1), (8, 2), (60, 30), (1800, 3600)]));
    }

    [Fact]
    public void Slack_ThousandsToManyChannels_NearlyAllThatIsAllowed()
    {
        const int messages = 2_000;
        var slack = new StrictSlack(time);

        Send(Slack(slack), [.. Enumerable.Range(0, messages).Select(n => (SlackAdapter.ChannelId, $"{StrictSlack.Team}:{ChannelOf(slack, n % 500)}"))]);

        Assert.Equal((0, messages), (slack.Exceeded.Count, slack.Messages.All.Count));
        Reached("a workspace of Slack", Ideal(messages, [(200, 60)]));
    }

    [Fact]
    public void Slack_ManyToOneChannel_NearlyAllThatIsAllowed()
    {
        const int messages = 150;
        var slack = new StrictSlack(time);

        Send(Slack(slack), [.. Enumerable.Range(0, messages).Select(_ => (SlackAdapter.ChannelId, $"{StrictSlack.Team}:{ChannelOf(slack, 1)}"))]);

        Assert.Equal((0, messages), (slack.Exceeded.Count, slack.Messages.All.Count));
        Reached("one channel of Slack", Ideal(messages, [(1, 1)]));
    }

    /// <summary>How long it takes at least when every message goes as soon as its windows allow.</summary>
    private static double Ideal(int messages, (int Most, double Seconds)[] windows)
    {
        var limits = new SlidingWindows([.. windows.Select(window => new RateWindow(window.Most, TimeSpan.FromSeconds(window.Seconds)))]);
        var now = TimeSpan.Zero;
        for (var n = 0; n < messages; n++)
        {
            now = limits.FreeAt() > now ? limits.FreeAt() : now;
            limits.Add(now);
        }

        return now.TotalSeconds;
    }

    private void Reached(string where, double atLeast)
    {
        var share = atLeast / time.Now.TotalSeconds;
        Assert.True(share is >= Least and <= 1.01, string.Create(CultureInfo.InvariantCulture, $"{where}: {share:P1} of what is allowed, {time.Now.TotalSeconds:0.0} s instead of {atLeast:0.0} s"));
    }

    private void Send(ChannelAdapters adapters, IReadOnlyList<(string Channel, string Conversation)> to)
    {
        var (outbox, digests) = (new SqliteOutbox(database), new SqliteDigests(database));
        var book = new DestinationBook(store, new KnownConversations(store));
        var catalogue = new SqliteCatalogue(database, time);
        var sender = new OutboxSender(
            outbox, new SqliteSubscriptions(database), book, new OutboxDrawing(Cards, catalogue), new MatchedCatalogue(digests, (_, _) => Task.FromResult(true)),
            new LiveCards(new SqliteDeliveredCards(database), new LiveDrawing(Cards), time, NullLogger.Instance), adapters, time, NullLogger.Instance);
        time.Run(async () =>
        {
            foreach (var (channel, conversation) in to.Distinct())
                await book.RememberAsync(From(channel, conversation), CancellationToken.None);
            for (var n = 0; n < to.Count; n++)
                await outbox.PutAsync(new NewDelivery(n.ToString(CultureInfo.InvariantCulture), to[n].Channel, to[n].Conversation, new DigestMessage { Text = $"Digest {n}" }.Write()), time.GetUtcNow(), CancellationToken.None);
            while (await sender.StepAsync(CancellationToken.None) > 0)
            {
            }
        });
        time.Run(async () => Assert.Equal(0, (await digests.StatusAsync(time.GetUtcNow(), CancellationToken.None)).Waiting));
    }

    /// <summary>Tenant n is reached at port 9000 + n.</summary>
    private static Activity From(string channel, string conversation)
    {
        var tenant = channel is TeamsScope.Channel ? conversation[2..].Split('-')[0] : "0";
        return new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = channel,
            ServiceUrl = channel is TeamsScope.Channel ? $"http://127.0.0.1:900{tenant}/" : SlackAdapter.ServiceUrl,
            From = new ChannelAccount { Id = "someone" },
            Recipient = new ChannelAccount { Id = "bot" },
            Conversation = new ConversationAccount { Id = conversation, ConversationType = channel is TeamsScope.Channel ? "personal" : "channel", TenantId = "tenant-" + tenant },
        };
    }

    private ChannelAdapters Teams(IReadOnlyList<StrictTeams> tenants) => new(
        new CloudAdapter(new LocalAuthentication(new ConnectorClients(new Clients(new Tenants(tenants, time)), null, time, NullLogger.Instance))), new Dictionary<string, BotAdapter?>(), "");

    private ChannelAdapters Slack(StrictSlack slack)
    {
        var api = new PacedApi(new SlackCaller(new SlackHttp(new HttpClient(new SlackHandler(slack)), time), new SlackOptions(), time, NullLogger.Instance), time);
        return new ChannelAdapters(new TestAdapter(), new Dictionary<string, BotAdapter?> { [SlackAdapter.ChannelId] = new SlackAdapter(new SlackSender(api), new SlackAsides(store), NullLogger<SlackAdapter>.Instance) }, "");
    }

    private static string ChannelOf(StrictSlack slack, int number)
    {
        var channel = "C" + number.ToString("0000000", CultureInfo.InvariantCulture);
        slack.Messages.Channels.Add(channel);
        return channel;
    }

    private sealed class Clients(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    private sealed class Tenants(IReadOnlyList<StrictTeams> tenants, VirtualTime time) : HttpMessageHandler
    {
        private readonly List<HttpMessageInvoker> invokers = [.. tenants.Select(tenant => new HttpMessageInvoker(tenant, disposeHandler: false))];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await invokers[request.RequestUri!.Port - 9000].SendAsync(request, cancellationToken);
            await Task.Delay(Latency, time, CancellationToken.None);
            return response;
        }
    }

    private sealed class PacedApi(SlackCaller caller, VirtualTime time) : ISlackApi
    {
        public async Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct)
        {
            var result = await caller.CallAsync(team, StrictSlack.Token, method, arguments, ct);
            await Task.Delay(Latency, time, CancellationToken.None);
            return result;
        }

        public Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct) => throw new NotSupportedException();

        public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) => throw new NotSupportedException();
    }
}
