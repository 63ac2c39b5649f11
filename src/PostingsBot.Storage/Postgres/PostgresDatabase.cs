using System.Data;
using System.Globalization;
using Npgsql;

namespace PostingsBot.Storage.Postgres;

/// <summary>The shared database of any number of bots. Opening it brings its schema up to date.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>Pauses before another attempt, as long as it is certain that nothing was written: a restarting server is met, one that is down is told of soon.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromMilliseconds(200)];

    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    private PostgresDatabase(NpgsqlDataSource source, string place, TimeProvider clock)
    {
        this.source = source;
        this.clock = clock;
        Place = place;
    }

    /// <summary>Host, port and database.</summary>
    public string Place { get; }

    /// <param name="connectionString">As Npgsql reads it. The tables stand in the first schema of its Search Path, "public" without one.</param>
    /// <param name="clock">For pauses between attempts.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="StorageException">The string cannot be read; the server cannot be reached; the schema is of another program or a newer one.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString, TimeProvider clock, CancellationToken ct)
    {
        var settings = Settings(connectionString);
        var place = string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}");
        var database = new PostgresDatabase(NpgsqlDataSource.Create(settings), place, clock);
        try
        {
            await database.RunAsync(IsolationLevel.ReadCommitted, unit => PostgresMigrations.ApplyAsync(unit, place, ct), ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Runs the work in a transaction, again from the start when the connection breaks before the commit.</summary>
    internal async Task<T> RunAsync<T>(IsolationLevel isolation, Func<PostgresUnit, Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            PostgresUnit? unit = null;
            try
            {
                await using var connection = await source.OpenConnectionAsync(ct);
                await using var transaction = await connection.BeginTransactionAsync(isolation, ct);
                unit = new PostgresUnit(connection, transaction);
                return await work(unit);
            }
            catch (Exception error) when (PostgresErrors.IsPassing(error) && unit is not { IsCommitting: true } && attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], clock, ct);
            }
            catch (Exception error) when (error is NpgsqlException || PostgresErrors.IsPassing(error))
            {
                throw unit is { IsCommitting: true } && PostgresErrors.IsPassing(error)
                    ? PostgresErrors.BrokeWhileWriting(Place, error)
                    : PostgresErrors.Of(Place, error);
            }
        }
    }

    /// <summary>The same at the server's usual isolation, and what it did is kept.</summary>
    internal Task<T> WriteAsync<T>(Func<PostgresUnit, Task<T>> write, CancellationToken ct) => RunAsync(
        IsolationLevel.ReadCommitted,
        async unit =>
        {
            var result = await write(unit);
            await unit.CommitAsync(ct);
            return result;
        },
        ct);

    /// <summary>One statement that is kept.</summary>
    /// <returns>How many rows it wrote.</returns>
    internal Task<int> ExecuteAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters) =>
        WriteAsync(unit => PostgresUnit.ExecuteAsync(unit.Command(sql, parameters), ct), ct);

    /// <summary>A connection that its holder keeps. Unlike <see cref="RunAsync"/> its failures come as Npgsql throws them.</summary>
    internal ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken ct) => source.OpenConnectionAsync(ct);

    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            if (!settings.ContainsKey("Application Name"))
                settings.ApplicationName = "PostingsBot";
            if (!settings.ContainsKey("Timeout"))
                settings.Timeout = 5;
            return string.IsNullOrWhiteSpace(settings.Host) ? throw PostgresErrors.NoConnectionString() : settings;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Its message may repeat a part of the string, and so of a password.
            throw PostgresErrors.NoConnectionString();
        }
    }
}
