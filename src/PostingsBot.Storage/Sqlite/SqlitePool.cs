using System.Collections.Concurrent;

namespace PostingsBot.Storage.Sqlite;

/// <summary>At most <paramref name="size"/> open sessions, the given ones first; the next caller waits for one to come back.</summary>
internal sealed class SqlitePool(int size, Func<SqliteSession> open, params IEnumerable<SqliteSession> first) : IDisposable
{
    private readonly SemaphoreSlim gate = new(size);
    private readonly ConcurrentBag<SqliteSession> idle = [.. first];

    /// <summary>Told of each session that comes back, before another caller has it.</summary>
    public Action<SqliteSession, SqlitePool>? Returning { get; init; }

    public async ValueTask<SqliteLease> RentAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return new SqliteLease(idle.TryTake(out var session) ? session : open(), this);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    public void Return(SqliteSession session)
    {
        Returning?.Invoke(session, this);
        idle.Add(session);
        gate.Release();
    }

    /// <summary>Gives back what sessions hold that nobody uses; the next caller opens one.</summary>
    public void CloseIdle()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }

    public void Dispose()
    {
        CloseIdle();
        gate.Dispose();
    }
}

/// <summary>A session for the time of one operation.</summary>
internal readonly struct SqliteLease(SqliteSession session, SqlitePool pool) : IDisposable
{
    public SqliteSession Session => session;

    public void Dispose() => pool.Return(session);
}
