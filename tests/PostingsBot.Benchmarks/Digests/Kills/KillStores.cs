using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>A fresh database with the subscriptions, and a data folder for each worker.</summary>
internal sealed class KillStores : IDisposable
{
    public const string FileName = "postingsbot.db";

    private KillStores(IReadOnlyList<string> folders, string? postgres) => (Folders, Postgres) = (folders, postgres);

    public IReadOnlyList<string> Folders { get; }

    /// <summary>The connection string; null for SQLite.</summary>
    public string? Postgres { get; }

    public static async Task<KillStores> NewAsync(bool isShared)
    {
        var folders = Enumerable.Range(0, isShared ? 3 : 1).Select(_ => Directory.CreateTempSubdirectory("postingsbot-kills").FullName).ToList();
        if (isShared)
        {
            var postgres = await PostgresServer.NewSchemaAsync();
            await using var shared = await PostgresDatabase.OpenAsync(postgres, TimeProvider.System, CancellationToken.None);
            await KillRoles.SubscribeAsync(OpenStores.In(shared));
            return new KillStores(folders, postgres);
        }

        using var database = SqliteDatabase.Open(Path.Combine(folders[0], FileName));
        await KillRoles.SubscribeAsync(OpenStores.In(database));
        return new KillStores(folders, null);
    }

    public void Dispose()
    {
        foreach (var folder in Folders)
            Directory.Delete(folder, recursive: true);
    }
}
