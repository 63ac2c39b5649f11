using PostingsBot.Configuration;
using PostingsBot.Core.Parsing;
using PostingsBot.Storage;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Workers;

/// <summary>A catalogue that is open and imported. Disposing it closes the database.</summary>
internal sealed class OpenCatalogue(SqliteDatabase database, SqliteCatalogue catalogue, CatalogueImporter importer) : IDisposable
{
    private const string FileName = "postingsbot.db";

    public SqliteDatabase Database => database;

    public SqliteCatalogue Catalogue => catalogue;

    public CatalogueImporter Importer => importer;

    /// <summary>The configured catalogue in its database, up to date with its files.</summary>
    public static async Task<OpenCatalogue> ConfiguredAsync(PostingsBotOptions options, CancellationToken ct)
    {
        var opened = Over(SqliteDatabase.Open(Path.Combine(options.DataFolder, FileName)));
        await opened.Importer.ImportAsync(options.Catalogue, null, ct);
        return opened;
    }

    /// <summary>Just these files and folders, gone when disposed.</summary>
    public static async Task<OpenCatalogue> InMemoryAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        var opened = Over(SqliteDatabase.OpenInMemory());
        await opened.Importer.ImportAsync(paths, null, ct);
        return opened;
    }

    private static OpenCatalogue Over(SqliteDatabase database)
    {
        var catalogue = new SqliteCatalogue(database, TimeProvider.System);
        var parser = new DocumentParser();
        return new OpenCatalogue(database, catalogue, new CatalogueImporter(catalogue, (file, content) => parser.Parse(file, content.Span), DocumentParser.Version));
    }

    public void Dispose() => database.Dispose();
}
