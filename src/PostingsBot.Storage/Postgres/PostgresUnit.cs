using Npgsql;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>A transaction on one connection.</summary>
internal sealed class PostgresUnit(NpgsqlConnection connection, NpgsqlTransaction transaction)
{
    /// <summary>From here on a broken connection leaves open whether the transaction was kept.</summary>
    public bool IsCommitting { get; private set; }

    public NpgsqlCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    public static async Task<List<T>> RowsAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var owned = command;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(row(reader));
        return rows;
    }

    /// <returns>How many rows were written.</returns>
    public static async Task<int> ExecuteAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var owned = command;
        return await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<T?> ValueAsync<T>(NpgsqlCommand command, CancellationToken ct)
    {
        await using var owned = command;
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }

    /// <inheritdoc cref="RecordBatch.WriteAsync"/>
    public Task<long> WriteAsync(RecordBatch batch, RecordHead last, AuditHeader header, long at, CancellationToken ct) => batch.WriteAsync(connection, last, header, at, ct);

    /// <summary>Sends several statements in one round trip.</summary>
    public async Task WriteAsync(Action<NpgsqlBatch> add, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        add(batch);
        await batch.ExecuteNonQueryAsync(ct);
    }

    public Task CommitAsync(CancellationToken ct)
    {
        IsCommitting = true;
        return transaction.CommitAsync(ct);
    }
}
