using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Storage;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>
/// The process that is killed: the product's stores and its workers for claim, build, commit, send and note, over HTTP to the channel, and nothing else. It does
/// as its input says.
/// </summary>
internal sealed class KillWorker
{
    private readonly LeapingClock clock = new();
    private readonly ICatalogueStore record;
    private readonly NewsMatcher matcher;
    private readonly DigestMaker[] makers;
    private readonly OutboxSender sender;
    private readonly KillSteps steps;

    private KillWorker(ICatalogue catalogue, ICatalogueStore record, OpenStores stores, Func<long, CancellationToken, Task<bool>> reached, string sink)
    {
        this.record = record;
        steps = new KillSteps(Say);
        var digests = new SteppedDigests(stores.Digests, steps);
        var matched = new MatchedCatalogue(digests, reached);
        var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
        var state = new OwnSink(stores.State, sink);
        matcher = new NewsMatcher(digests, record, catalogue, reached, clock);
        var roles = new MatchedRoles(record, new SteppedCatalogue(catalogue, steps, "build"));
        makers = [NewMaker(), NewMaker()];
        sender = new OutboxSender(
            new SteppedOutbox(stores.Outbox, steps), stores.Subscriptions, new DestinationBook(state, new KnownConversations(state)), new OutboxDrawing(cards, new SteppedCatalogue(catalogue, steps, "send.draw")), matched,
            new LiveCards(stores.Delivered, new LiveDrawing(cards), clock, NullLogger.Instance), new ChannelAdapters(new CloudAdapter(), new Dictionary<string, BotAdapter?>(), ""), clock, NullLogger.Instance);

        DigestMaker NewMaker() => new(digests, roles, matched, clock, NullLogger.Instance);
    }

    /// <param name="args">The data folder, the address of the channel, and the connection string when the record is in PostgreSQL.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [var folder, var sink, var postgres])
        {
            await using var shared = await SharedRecord.ToServeAsync(postgres, folder, CancellationToken.None);
            await new KillWorker(shared.Index!, shared.Store, shared.Stores, (change, ct) => shared.Index!.ReachAsync(change, TimeSpan.FromSeconds(30), ct), sink).ObeyAsync();
            return 0;
        }

        using var database = SqliteDatabase.Open(Path.Combine(args[0], KillStores.FileName));
        var catalogue = new SqliteCatalogue(database, TimeProvider.System);
        await new KillWorker(catalogue, catalogue, OpenStores.In(database), (_, _) => Task.FromResult(true), args[1]).ObeyAsync();
        return 0;
    }

    private async Task ObeyAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case KillNames.Roles:
                    var (from, to) = (Number(words[1]), Number(words[2]));
                    await record.ApplyAsync([.. Enumerable.Range((int)from, (int)(to - from)).Select(KillRoles.Edit)], CancellationToken.None);
                    Say(KillNames.Applied);
                    break;
                case KillNames.Pass:
                    clock.Leap(DateTimeOffset.FromUnixTimeMilliseconds(Number(words[1])));
                    steps.Aim(words[2], (int)Number(words[3]));
                    _ = PassAsync();
                    break;
                default:
                    steps.Release();
                    break;
            }
        }
    }

    private async Task PassAsync()
    {
        try
        {
            var (all, done) = (0, 0);
            do
            {
                done = (await Task.WhenAll(Task.Run(MakeAsync), Task.Run(SendAsync))).Sum();
                all += done;
            }
            while (done > 0);
            Say(string.Create(CultureInfo.InvariantCulture, $"{KillNames.Done} {all}"));
        }
        catch (Exception error)
        {
            Say($"{KillNames.Failed} {error.ToString().ReplaceLineEndings(" ")}");
        }
    }

    private async Task<int> MakeAsync()
    {
        for (var made = 0; ;)
        {
            while (await matcher.StepAsync(CancellationToken.None))
            {
            }

            var step = await DigestsWorker.MakeAsync(makers, CancellationToken.None);
            made += step;
            if (step == 0)
                return made;
        }
    }

    private async Task<int> SendAsync()
    {
        for (var sent = 0; ;)
        {
            var step = await sender.StepAsync(CancellationToken.None);
            sent += step;
            if (step == 0)
                return sent;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>One write: a line that was begun is whole when the process is killed.</summary>
    private static void Say(string line) => Console.Out.Write(line + "\n");

    /// <summary>The time that the killer says, going on from there: leases end when it leaps over them.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private DateTimeOffset from;
        private long since;

        public void Leap(DateTimeOffset to) => (from, since) = (to, GetTimestamp());

        public override DateTimeOffset GetUtcNow() => from + GetElapsedTime(since);
    }
}
