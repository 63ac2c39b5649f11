using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Following;

/// <summary>The local, disposable copy of the record that this bot searches: a SQLite file. Nothing in it is worth keeping, and what another build made is not used.</summary>
internal sealed class LocalIndex : IDisposable
{
    private readonly SqliteDatabase database;

    private LocalIndex(SqliteDatabase database, TimeProvider clock)
    {
        this.database = database;
        Catalogue = new SqliteCatalogue(database, clock);
    }

    public SqliteCatalogue Catalogue { get; }

    /// <summary>Null while it is not whole.</summary>
    public IndexPosition? Position { get; private set; }

    /// <summary>Opens what is there and of use, or else an empty index in its place.</summary>
    /// <exception cref="StorageException">The file or its folder cannot be written.</exception>
    public static async Task<LocalIndex> OpenAsync(string path, TimeProvider clock, CancellationToken ct) =>
        await TryOpenAsync(path, clock, ct) ?? await EmptyAsync(path, clock, ct);

    public static async Task<LocalIndex> EmptyAsync(string path, TimeProvider clock, CancellationToken ct)
    {
        Delete(path);
        var index = new LocalIndex(SqliteDatabase.Open(path), clock);
        index.Position = await index.ReadPositionAsync(ct);
        return index;
    }

    /// <summary>Null when there is none, or none of use.</summary>
    public static async Task<LocalIndex?> TryOpenAsync(string path, TimeProvider clock, CancellationToken ct)
    {
        if (!File.Exists(path))
            return null;
        LocalIndex? index = null;
        try
        {
            index = new LocalIndex(SqliteDatabase.Open(path), clock);
            index.Position = await index.ReadPositionAsync(ct);
            if (index.Position is not null)
                return index;
        }
        catch (Exception error) when (error is StorageException or Microsoft.Data.Sqlite.SqliteException)
        {
            // Whatever is wrong with it, it can be made anew.
        }

        index?.Dispose();
        return null;
    }

    /// <summary>Writes in one transaction.</summary>
    public async Task WriteAsync(Func<IndexCopier, Task> copy, IndexPosition? reached, CancellationToken ct)
    {
        using var lease = await database.WriteAsync(ct);
        using var unit = lease.Session.Writing();
        var copier = new IndexCopier(lease.Session);
        await copy(copier);
        copier.Write();
        if (reached is not null)
            WritePosition(lease.Session, reached);
        unit.Commit();
        Position = reached ?? Position;
    }

    public void Dispose() => database.Dispose();

    private async Task<IndexPosition?> ReadPositionAsync(CancellationToken ct)
    {
        using var lease = await database.WriteAsync(ct);
        lease.Session.Script("CREATE TABLE IF NOT EXISTS followed(record TEXT NOT NULL, made_by TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL)");
        // The audit stands in the record alone.
        lease.Session.Script(RecruitingSchema.WithoutAudit);
        using var reader = lease.Session.Statement("SELECT record, seq, at FROM followed WHERE made_by = @made_by", ("@made_by", IndexRebuild.Maker)).ExecuteReader();
        return reader.Read() ? new IndexPosition(Guid.Parse(reader.GetString(0)), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    // The catalogue in the file tells its versions apart by the last change, so that one is written too.
    private static void WritePosition(SqliteSession session, IndexPosition position)
    {
        session.Execute("DELETE FROM changes");
        session.Execute("INSERT INTO changes(seq, at, kind, file) VALUES(@seq, @at, 'Changed', '')", ("@seq", position.Sequence), ("@at", position.At));
        session.Execute("DELETE FROM followed");
        session.Execute(
            "INSERT INTO followed(record, made_by, seq, at) VALUES(@record, @made_by, @seq, @at)",
            ("@record", position.Record.ToString()),
            ("@made_by", IndexRebuild.Maker),
            ("@seq", position.Sequence),
            ("@at", position.At));
    }

    private static void Delete(string path)
    {
        try
        {
            foreach (var part in new[] { path, path + "-wal", path + "-shm" })
                File.Delete(part);
        }
        catch (Exception error) when (error is DirectoryNotFoundException)
        {
            // Then there is nothing to delete.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The search index \"{path}\" is of no use any more and cannot be deleted: {error.Message} Let this process write to its data folder.", error);
        }
    }
}
