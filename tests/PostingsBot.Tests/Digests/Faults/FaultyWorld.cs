using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Delivered;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>How likely each fault is where it may be.</summary>
internal sealed record FaultRates(double Kill, double Away, double Refuse, double Gone, double LoseAnswer)
{
    public static FaultRates None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>What happened in one life or many.</summary>
internal sealed class FaultReport
{
    public int Kills { get; set; }

    public int Outages { get; set; }

    public int Refusals { get; set; }

    public int Messages { get; set; }

    public int Duplicates { get; set; }

    public int Told { get; set; }

    public List<string> Broken { get; } = [];
}

/// <summary>What all bots of a life share: the database, the clock, the channel's memory, and chance.</summary>
internal sealed class FaultyWorld : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly MemoryDocumentStore store = new();
    private readonly Random random;

    public FaultyWorld(Random random)
    {
        this.random = random;
        Turns = new Interleaving(random);
        Catalogue = new SqliteCatalogue(database, Clock);
        Subscriptions = new SqliteSubscriptions(database);
        Digests = new SqliteDigests(database);
        Outbox = new SqliteOutbox(database);
        Book = new DestinationBook(store, new KnownConversations(store));
        Live = new LiveCards(new SqliteDeliveredCards(database), new LiveDrawing(Cards), Clock, NullLogger.Instance);
    }

    public static CardRenderer Cards { get; } = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    public SimulatedClock Clock { get; } = new();

    public Interleaving Turns { get; }

    public FaultRates Faults { get; set; } = FaultRates.None;

    public FaultReport Report { get; } = new();

    public FaultWitness Witness { get; } = new();

    public SqliteCatalogue Catalogue { get; }

    public ISubscriptions Subscriptions { get; }

    public IDigests Digests { get; }

    public IOutbox Outbox { get; }

    public DestinationBook Book { get; }

    public LiveCards Live { get; }

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    public bool Chance(double rate) => rate > 0 && random.NextDouble() < rate;

    public void Dispose() => database.Dispose();
}

/// <summary>Stands still until it is moved.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
