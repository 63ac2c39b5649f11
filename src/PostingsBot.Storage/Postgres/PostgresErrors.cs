using Npgsql;

namespace PostingsBot.Storage.Postgres;

/// <summary>Every sentence about a PostgreSQL database. Places are named as host, port and database; no other part of a connection string is shown.</summary>
internal static class PostgresErrors
{
    private const string ReadOnly = PostgresErrorCodes.ReadOnlySqlTransaction;

    public static StorageException NoConnectionString() => new(
        "The connection string for PostgreSQL cannot be read. Write it as \"Host=…;Database=…;Username=…;Password=…\"; put a value with a semicolon into quotes.");

    public static StorageException NoSchema(string place) =>
        new($"PostgreSQL at {place} has none of the schemas that the connection string's Search Path names. Create one, or name one that is there.");

    public static StorageException Foreign(string place, string schema) =>
        new($"The schema \"{schema}\" of PostgreSQL at {place} holds tables of another program. Name an empty database, or a schema of its own with Search Path=… in the connection string.");

    public static StorageException Newer(string place, long found, int known) =>
        new($"PostgreSQL at {place} has schema version {found}, this program knows up to {known}. Start the newer program, or name another database.");

    public static StorageException OldServer(string place, string version, int least) =>
        new($"PostgreSQL at {place} is version {version}. This program needs {least} or later.");

    public static StorageException Encoding(string place, string encoding) =>
        new($"The database of PostgreSQL at {place} has the encoding {encoding}. Create one with ENCODING 'UTF8' and name that.");

    public static StorageException BrokeWhileWriting(string place, Exception cause) => new StorageUnavailableException(
        $"The connection to PostgreSQL at {place} broke at the moment of writing, so it is not known whether the change was kept; it was kept as a whole or not at all. Look before you repeat it.",
        cause);

    public static StorageException Of(string place, Exception cause) => cause switch
    {
        PostgresException { SqlState: ReadOnly } => new StorageUnavailableException(
            $"PostgreSQL at {place} is read-only just now. Nothing was written; make it writable or name the primary server.", cause),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } error => new StorageException(
            $"PostgreSQL at {place} refuses: {error.MessageText}. Grant the user of the connection string the right to create and use tables there.", cause),
        PostgresException error when !IsPassing(error) => new StorageException($"PostgreSQL at {place} refuses: {error.MessageText}.", cause),
        _ => new StorageUnavailableException($"PostgreSQL at {place} cannot be reached ({Reason(cause)}). Nothing was written; the bot goes on when it is back.", cause),
    };

    /// <summary>Of the kind that may be gone at the next attempt: the server is away, restarts, is full, or a transaction lost a race.</summary>
    public static bool IsPassing(Exception error) => error switch
    {
        PostgresException { SqlState: var state } => state[..2] is "08" or "40" or "53" or "58" || state.StartsWith("57P", StringComparison.Ordinal) || state == PostgresErrorCodes.LockNotAvailable,
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or IOException => true,
        _ => false,
    };

    private static string Reason(Exception cause) => cause is PostgresException error ? error.MessageText : cause.GetBaseException().Message;
}
