using PostingsBot.Configuration;
using PostingsBot.Core.Parsing;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Workers;

/// <summary>A catalogue that is open and imported. Disposing it closes the database.</summary>
internal sealed class OpenCatalogue(SqliteDatabase database, SqliteCatalogue catalogue, CatalogueImporter importer) : IDisposable
{
    private const string FileName = "postingsbot.db";

    /// <summary>Another build of Core may read a document differently: all files are then read again.</summary>
    private static readonly string ReaderVersion = typeof(DocumentParser).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public SqliteDatabase Database => database;

    public SqliteCatalogue Catalogue => catalogue;

    public CatalogueImporter Importer => importer;

    /// <summary>What the import at the start did and left out.</summary>
    public ImportSummary FirstImport { get; private set; } = new();

    /// <summary>The configured catalogue in its database, up to date with its files.</summary>
    public static async Task<OpenCatalogue> ConfiguredAsync(PostingsBotOptions options, CancellationToken ct)
    {
        var opened = Over(SqliteDatabase.Open(Path.Combine(options.DataFolder, FileName)));
        return await opened.ImportedAsync(options.Catalogue, ct);
    }

    /// <summary>Just these files and folders, gone when disposed.</summary>
    public static async Task<OpenCatalogue> InMemoryAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        var opened = Over(SqliteDatabase.OpenInMemory());
        return await opened.ImportedAsync(paths, ct);
    }

    private static OpenCatalogue Over(SqliteDatabase database)
    {
        var catalogue = new SqliteCatalogue(database, TimeProvider.System);
        var parser = new DocumentParser();
        return new OpenCatalogue(database, catalogue, new CatalogueImporter(catalogue, (file, content) => parser.Parse(file, content.Span), ReaderVersion));
    }

    private async Task<OpenCatalogue> ImportedAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        FirstImport = await Importer.MirrorAsync(paths, progress: null, ct);
        return this;
    }

    public void Dispose()
    {
        importer.Dispose();
        database.Dispose();
    }
}
