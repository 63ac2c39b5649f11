using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class ImportLeadTests : IAsyncLifetime
{
    private string place = "";
    private PostgresDatabase one = null!;
    private PostgresDatabase other = null!;

    public async Task InitializeAsync()
    {
        place = await PostgresServer.NewSchemaAsync();
        one = await PostgresDatabase.OpenAsync(place, TimeProvider.System, CancellationToken.None);
        other = await PostgresDatabase.OpenAsync(place, TimeProvider.System, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    [SuiteFact]
    public async Task Hold_ByTwo_OneHasItUntilItEnds()
    {
        var first = new ImportLead(one);
        await using var second = new ImportLead(other);

        Assert.True(await first.HoldAsync(CancellationToken.None));
        Assert.True(await first.HoldAsync(CancellationToken.None));
        Assert.False(await second.HoldAsync(CancellationToken.None));
        await first.DisposeAsync();
        Assert.True(await second.HoldAsync(CancellationToken.None));
    }

    [SuiteFact]
    public async Task Hold_CutOff_IsLostAndFree()
    {
        await using var first = new ImportLead(one);
        await using var second = new ImportLead(other);
        Assert.True(await first.HoldAsync(CancellationToken.None));

        await PostgresServer.CutAsync(place);

        Assert.False(await first.HoldAsync(CancellationToken.None));
        // Its connection was cut too, which the first attempt finds out.
        Assert.True(await second.HoldAsync(CancellationToken.None) || await second.HoldAsync(CancellationToken.None));
        Assert.False(await first.HoldAsync(CancellationToken.None));
    }

    [SuiteFact]
    public async Task Hold_OnTwoRecords_AreTwoRights()
    {
        await using var elsewhere = await PostgresDatabase.OpenAsync(await PostgresServer.NewSchemaAsync(), TimeProvider.System, CancellationToken.None);
        await using var first = new ImportLead(one);
        await using var second = new ImportLead(elsewhere);

        Assert.True(await first.HoldAsync(CancellationToken.None));
        Assert.True(await second.HoldAsync(CancellationToken.None));
    }
}
