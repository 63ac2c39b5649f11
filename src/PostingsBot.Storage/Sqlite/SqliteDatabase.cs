using Microsoft.Data.Sqlite;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// The embedded database: one file in WAL mode with one writer and several readers, or one connection in memory.
/// Opening it brings its schema up to date.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    /// <summary>More at once would only slow each other down; who waits is served in turn.</summary>
    private static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 2, 8);

    private readonly SqlitePool readers;
    private readonly SqlitePool writer;

    private readonly SqliteUpkeep? upkeep;
    private readonly string path;

    private SqliteDatabase(string path, SqlitePool readers, SqlitePool writer, SqliteUpkeep? upkeep)
    {
        this.path = path;
        this.readers = readers;
        this.writer = writer;
        this.upkeep = upkeep;
    }

    /// <summary>Makes the file and its folder when they are absent.</summary>
    /// <exception cref="StorageException">The file cannot be written, is damaged, or is of a newer program.</exception>
    public static SqliteDatabase Open(string path)
    {
        MakeFolder(path);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 5,
        };
        var connectionString = connection.ToString();
        connection.Mode = SqliteOpenMode.ReadWrite;
        var existing = connection.ToString();
        SqliteSession ConnectWriter() => Connect(connectionString, WriterSettings);
        var first = Migrated(ConnectWriter, path);
        // A file that was deleted meanwhile must not come back through it.
        var beside = new SqliteUpkeep(() => Connect(existing, WriterSettings));
        return new SqliteDatabase(
            path,
            new SqlitePool(Readers, () => Connect(connectionString, ReaderSettings)),
            new SqlitePool(1, ConnectWriter, first) { Returning = beside.Note },
            beside);
    }

    /// <summary>A database that is gone when it is disposed.</summary>
    public static SqliteDatabase OpenInMemory()
    {
        static SqliteSession ConnectMemory() => Connect("Data Source=:memory:;Pooling=False;Foreign Keys=True", "PRAGMA temp_store=MEMORY");
        var pool = new SqlitePool(1, ConnectMemory, Migrated(ConnectMemory, ":memory:"));
        return new SqliteDatabase(":memory:", pool, pool, upkeep: null);
    }

    public void Dispose()
    {
        upkeep?.Dispose();
        readers.Dispose();
        if (writer != readers)
            writer.Dispose();
    }

    /// <summary>Done when what large writes have left behind is tidied up.</summary>
    internal Task UpkeepAsync() => upkeep?.Running ?? Task.CompletedTask;

    /// <summary>
    /// Gives back what readers hold in memory, pages of the file above all: the next ones open it again. The writer stays, since the last one to close
    /// the file would have to clear its log away.
    /// </summary>
    internal void Rest()
    {
        if (readers != writer)
            readers.CloseIdle();
        NativeHeap.Trim();
    }

    /// <summary>Reads with a session of its own.</summary>
    /// <exception cref="StorageException">The database is locked, damaged or out of reach.</exception>
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken ct) => InWordsAsync(readers, read, ct);

    /// <summary>Writes in a transaction, which is kept unless the work throws or <paramref name="isKept"/> says no.</summary>
    /// <exception cref="StorageException">The database is locked, read-only, full or damaged.</exception>
    internal Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken ct, Predicate<T>? isKept = null) => InWordsAsync(
        writer,
        session =>
        {
            using var unit = session.Writing();
            var result = write(session);
            if (isKept?.Invoke(result) != false)
                unit.Commit();
            return result;
        },
        ct);

    private async Task<T> InWordsAsync<T>(SqlitePool pool, Func<SqliteSession, T> use, CancellationToken ct)
    {
        try
        {
            using var lease = await pool.RentAsync(ct);
            return use(lease.Session);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Using(path, error);
        }
    }

    internal ValueTask<SqliteLease> ReadAsync(CancellationToken ct) => readers.RentAsync(ct);

    internal ValueTask<SqliteLease> WriteAsync(CancellationToken ct) => writer.RentAsync(ct);

    // The log is copied into the file beside the writer (SqliteUpkeep); a writer does it itself only when that has not come to it for 32 MB.
    private const string WriterSettings = """
        PRAGMA busy_timeout=5000;
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA temp_store=MEMORY;
        PRAGMA cache_size=-65536;
        PRAGMA wal_autocheckpoint=8000;
        """;

    private const string ReaderSettings = """
        PRAGMA busy_timeout=5000;
        PRAGMA query_only=ON;
        PRAGMA temp_store=MEMORY;
        PRAGMA cache_size=-16384;
        PRAGMA mmap_size=2147418112;
        """;

    private static SqliteSession Migrated(Func<SqliteSession> connect, string path)
    {
        SqliteSession? session = null;
        try
        {
            session = connect();
            Migrations.Apply(session, path);
            return session;
        }
        catch (SqliteException error)
        {
            session?.Dispose();
            throw SqliteErrors.Opening(path, error);
        }
        catch (StorageException)
        {
            session?.Dispose();
            throw;
        }
    }

    private static SqliteSession Connect(string connectionString, string settings)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.Script(settings);
            Index.FtsFunction.Register(connection.Handle!);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.Folder(folder, error);
        }
    }
}
