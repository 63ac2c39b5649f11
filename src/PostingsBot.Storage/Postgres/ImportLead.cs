using Npgsql;

namespace PostingsBot.Storage.Postgres;

/// <summary>
/// The right to import the configured files into a shared record: at most one of its bots has it, so that two builds or two configurations do not undo each
/// other's work for ever. It goes with its connection: when its holder ends or is cut off, another bot takes it.
/// </summary>
public sealed class ImportLead(PostgresDatabase database) : IAsyncDisposable
{
    private NpgsqlConnection? connection;

    /// <summary>Takes the right, or makes sure that it is still held. False while another bot has it or the database is out of reach.</summary>
    public async Task<bool> HoldAsync(CancellationToken ct)
    {
        try
        {
            if (connection is not null)
            {
                await AskAsync(connection, "SELECT true", ct);
                return true;
            }

            var candidate = await database.ConnectAsync(ct);
            if (await AskAsync(candidate, "SELECT pg_try_advisory_lock(hashtextextended('postingsbot import ' || record, 0)) FROM head", ct))
                connection = candidate;
            else
                await candidate.DisposeAsync();
            return connection is not null;
        }
        catch (Exception error) when (error is NpgsqlException || PostgresErrors.IsPassing(error))
        {
            await LoseAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is null)
            return;
        try
        {
            await AskAsync(connection, "SELECT pg_advisory_unlock_all() IS NOT NULL", CancellationToken.None);
        }
        catch (Exception error) when (error is NpgsqlException || PostgresErrors.IsPassing(error))
        {
            // The right is gone with the connection.
        }

        await LoseAsync();
    }

    private async Task LoseAsync()
    {
        if (connection is { } lost)
            await lost.DisposeAsync();
        connection = null;
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
