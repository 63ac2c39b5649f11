using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PostingsBot.Storage.Sqlite;

/// <summary>One open connection and its prepared statements. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private const int KeptStatements = 100;

    private readonly Dictionary<string, SqliteCommand> statements = [];

    /// <summary>The statement, whose parameters are always the same in the same order. Finish reading it before asking for it again.</summary>
    public SqliteCommand Statement(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!statements.TryGetValue(sql, out var command))
        {
            if (statements.Count == KeptStatements)
                ForgetStatements();
            command = connection.CreateCommand();
            command.CommandText = sql;
            statements.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var value = parameters[i].Value ?? DBNull.Value;
            if (i < command.Parameters.Count)
                command.Parameters[i].Value = value;
            else
                command.Parameters.AddWithValue(parameters[i].Name, value);
        }

        return command;
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Statement(sql, parameters).ExecuteNonQuery();

    /// <summary>Inserts one row into a table that is no virtual one.</summary>
    /// <returns>The row's number: cheaper than RETURNING, for which SQLite makes a table of its own. Null when nothing was inserted.</returns>
    public long? Insert(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Execute(sql, parameters) == 0 ? null : raw.sqlite3_last_insert_rowid(connection.Handle);

    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Convert.ToInt64(Statement(sql, parameters).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>Runs a script of many statements once.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Pages that this connection has written since this was asked before.</summary>
    public int TakePagesWritten()
    {
        const int cacheWrite = 9;
        const int reset = 1;
        raw.sqlite3_db_status(connection.Handle, cacheWrite, out var pages, out _, reset);
        return pages;
    }

    /// <summary>Bytes of the database that this connection keeps in its own memory.</summary>
    public int BytesCached()
    {
        const int cacheUsed = 1;
        raw.sqlite3_db_status(connection.Handle, cacheUsed, out var bytes, out _, resetFlg: 0);
        return bytes;
    }

    /// <summary>Gives back the memory that only makes the next use faster.</summary>
    public void ShrinkMemory() => Execute("PRAGMA shrink_memory");

    /// <summary>A transaction that sees one state of the database throughout.</summary>
    public SqliteUnit Reading() => new(this, "BEGIN");

    /// <summary>A transaction that holds the write lock from its start.</summary>
    public SqliteUnit Writing() => new(this, "BEGIN IMMEDIATE");

    /// <summary>False also when SQLite itself has rolled a transaction back, as it may on a full disk.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Dispose()
    {
        ForgetStatements();
        connection.Dispose();
    }

    private void ForgetStatements()
    {
        foreach (var command in statements.Values)
            command.Dispose();
        statements.Clear();
    }
}

/// <summary>A transaction: committed, or rolled back when it is left.</summary>
internal sealed class SqliteUnit : IDisposable
{
    private readonly SqliteSession session;

    public SqliteUnit(SqliteSession session, string begin)
    {
        this.session = session;
        session.Execute(begin);
    }

    public void Commit() => session.Execute("COMMIT");

    public void Dispose()
    {
        if (session.IsInTransaction)
            session.Execute("ROLLBACK");
    }
}
