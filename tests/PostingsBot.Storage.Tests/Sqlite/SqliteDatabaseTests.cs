using Microsoft.Data.Sqlite;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_FromNothing_HasTheLatestSchemaAndTheDurableSettings()
    {
        var path = folder.File("new/folder/bot.db");

        SqliteDatabase.Open(path).Dispose();

        Assert.Equal((long)Migrations.Latest, Ask(path, "PRAGMA user_version"));
        Assert.Equal((long)Migrations.ApplicationId, Ask(path, "PRAGMA application_id"));
        Assert.Equal("wal", Ask(path, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Open_Writer_IsDurableAndChecksReferences()
    {
        using var database = SqliteDatabase.Open(folder.File("bot.db"));
        using var lease = await database.WriteAsync(CancellationToken.None);

        Assert.Equal(2, lease.Session.Number("PRAGMA synchronous"));
        Assert.Equal(1, lease.Session.Number("PRAGMA foreign_keys"));
        Assert.Equal(5000, lease.Session.Number("PRAGMA busy_timeout"));
    }

    [Fact]
    public async Task Transaction_RolledBackBySqliteItself_DoesNotHideTheError()
    {
        using var database = SqliteDatabase.OpenInMemory();
        using var lease = await database.WriteAsync(CancellationToken.None);
        var session = lease.Session;

        Assert.Throws<TimeoutException>(Fail);

        void Fail()
        {
            using var unit = session.Writing();
            session.Script("ROLLBACK");
            throw new TimeoutException();
        }
    }

    [Fact]
    public async Task Open_ByManyAtOnce_MigratesOnce()
    {
        var path = folder.File("bot.db");

        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteDatabase.Open(path))));

        foreach (var database in databases)
            database.Dispose();
        Assert.Equal(1L, Ask(path, "SELECT count(*) FROM state_sequence"));
    }

    [Fact]
    public void Open_NewerSchema_IsRefused()
    {
        var path = folder.File("bot.db");
        SqliteDatabase.Open(path).Dispose();
        Ask(path, "PRAGMA user_version=99");

        AssertRefused(path, "schema version 99");
    }

    [Fact]
    public void Open_DatabaseOfAnotherProgram_IsRefusedAndLeftAlone()
    {
        var path = folder.File("other.db");
        Ask(path, "CREATE TABLE theirs(x)");

        AssertRefused(path, "another program");
        Assert.Equal(1L, Ask(path, "SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void Open_NotADatabase_IsRefused()
    {
        var path = folder.Write("bot.db", new string('x', 5000));

        AssertRefused(path, "damaged");
    }

    [Fact]
    public void Open_HeaderOfADatabaseAndThenRubbish_IsRefused()
    {
        var path = folder.File("bot.db");
        SqliteDatabase.Open(path).Dispose();
        using (var file = File.OpenWrite(path))
        {
            file.Position = 100;
            file.Write(Enumerable.Repeat((byte)0xEE, 3000).ToArray());
        }

        AssertRefused(path, "damaged");
    }

    [Fact]
    public void Open_FolderCannotBeMade_IsRefused()
    {
        var file = folder.Write("file", "text");

        var error = Assert.Throws<StorageException>(() => SqliteDatabase.Open(Path.Combine(file, "bot.db")));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains("Name a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_PathIsAFolder_IsRefused() => AssertRefused(folder.Path, "cannot be opened for writing");

    [Fact]
    public void Open_ReadOnlyFile_IsRefused()
    {
        var path = folder.File("bot.db");
        Ask(path, "PRAGMA user_version=0");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        // The superuser may write to read-only files: nothing to refuse then.
        if (CanWrite(path))
            return;

        AssertRefused(path, "cannot be opened for writing");
    }

    [Fact]
    public async Task Write_LockedByAnotherProcess_IsRefusedInWords()
    {
        var path = folder.File("bot.db");
        using var database = SqliteDatabase.Open(path);
        using (var lease = await database.WriteAsync(CancellationToken.None))
            lease.Session.Script("PRAGMA busy_timeout=0");
        using var other = new SqliteConnection($"Data Source={path};Pooling=False");
        other.Open();
        using var hold = other.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.WriteAsync(session => session.Execute("DELETE FROM state"), CancellationToken.None));

        Assert.Contains("locked by another process", error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await database.ReadAsync(session => session.Number("SELECT count(*) FROM state"), CancellationToken.None));
    }

    [Fact]
    public async Task Write_ReadOnlyDatabase_IsRefusedInWords()
    {
        using var database = SqliteDatabase.Open(folder.File("bot.db"));
        using (var lease = await database.WriteAsync(CancellationToken.None))
            lease.Session.Script("PRAGMA query_only=ON");

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.WriteAsync(session => session.Execute("DELETE FROM state"), CancellationToken.None));

        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string path, string because)
    {
        var error = Assert.Throws<StorageException>(() => SqliteDatabase.Open(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
    }

    private static bool CanWrite(string path)
    {
        try
        {
            File.OpenWrite(path).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static object? Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
