using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting.Sequences;

/// <summary>Three people at once against the model, some hundred sequences; the benchmark program "edits" runs thousands.</summary>
public sealed class SqliteSequenceTests : IDisposable
{
    private readonly SqliteEditWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_ThreePeopleAtOnce_EndsAsTheModel()
    {
        var stores = world.Stores;
        await SequenceRounds.RunAsync(new SequencePlace([(stores.Store, stores.Recruiting)], stores.Catalogue, stores.ReachAsync), sequences: 40);
    }
}

[NeedsPostgres]
public sealed class PostgresSequenceTests : IAsyncLifetime
{
    private readonly List<SharedBot> bots = [];

    public async Task InitializeAsync()
    {
        var connectionString = await PostgresServer.NewSchemaAsync();
        for (var bot = 0; bot < 3; bot++)
            bots.Add(await SharedBot.StartAsync(connectionString));
    }

    public async Task DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
    }

    [SuiteFact]
    public async Task Run_ThreePeopleAtOnce_EndsAsTheModel() => await SequenceRounds.RunAsync(
        new SequencePlace([.. bots.Select(bot => ((ICatalogueStore)bot.Record, RecruitingStores.In(bot.Database)))], bots[2].Catalogue, change => bots[2].LevelAsync(change)), sequences: 8);
}

internal static class SequenceRounds
{
    private const int Steps = 12;

    public static async Task RunAsync(SequencePlace place, int sequences)
    {
        var reports = new List<SequenceReport>();
        for (var seed = 1; seed <= sequences; seed++)
            reports.Add(await EditSequence.RunAsync(place, seed, Steps));

        Assert.Empty(reports.SelectMany(report => report.Broken));
        Assert.True(reports.Sum(report => report.Applied) > sequences * Steps);
        Assert.True(reports.Sum(report => report.Entries) > sequences * Steps);
        Assert.True(reports.Sum(report => report.Refused) > 0);
    }
}
