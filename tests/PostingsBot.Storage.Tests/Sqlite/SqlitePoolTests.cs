using Microsoft.Data.Sqlite;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class SqlitePoolTests : IDisposable
{
    private readonly SqlitePool pool;
    private int opened;

    public SqlitePoolTests() => pool = new SqlitePool(2, () =>
    {
        opened++;
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        return new SqliteSession(connection);
    });

    public void Dispose() => pool.Dispose();

    [Fact]
    public async Task Rent_AfterReturn_IsTheSameSession()
    {
        (await pool.RentAsync(CancellationToken.None)).Dispose();
        using var again = await pool.RentAsync(CancellationToken.None);

        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task CloseIdle_OneIdleAndOneInUse_ClosesTheIdleOneAndOpensAnother()
    {
        using var used = await pool.RentAsync(CancellationToken.None);
        var idle = await pool.RentAsync(CancellationToken.None);
        idle.Dispose();

        pool.CloseIdle();

        Assert.Throws<InvalidOperationException>(() => idle.Session.Number("SELECT 1"));
        Assert.Equal(1, used.Session.Number("SELECT 1"));
        using var next = await pool.RentAsync(CancellationToken.None);
        Assert.Equal(2, next.Session.Number("SELECT 2"));
        Assert.Equal(3, opened);
    }
}
