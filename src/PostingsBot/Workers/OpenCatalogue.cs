using PostingsBot.Configuration;
using PostingsBot.Core.Parsing;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Workers;

/// <summary>A catalogue that is open and imported. Disposing it closes the database.</summary>
internal sealed class OpenCatalogue(SqliteDatabase database, SqliteCatalogue catalogue, CatalogueImporter importer, DataFolderLock? held) : IDisposable
{
    private const string FileName = "postingsbot.db";

    /// <summary>Another build of Core may read a document differently: all files are then read again.</summary>
    private static readonly string ReaderVersion = typeof(DocumentParser).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public SqliteDatabase Database => database;

    public SqliteCatalogue Catalogue => catalogue;

    public CatalogueImporter Importer => importer;

    /// <summary>What the import at the start did and left out.</summary>
    public ImportSummary FirstImport { get; private set; } = new();

    /// <summary>The configured catalogue for the one process that keeps it up to date.</summary>
    /// <exception cref="ConfigurationErrorException">Another process does.</exception>
    public static Task<OpenCatalogue> OwnedAsync(PostingsBotOptions options, CancellationToken ct) =>
        DataFolderLock.TryTake(options.DataFolder) is { } held
            ? OpenAsync(options, held, ct)
            : throw new ConfigurationErrorException(
                $"PostingsBot:DataFolder \"{options.DataFolder}\" is in use by another running PostingsBot. Stop that one, or give this one a folder of its own.");

    /// <summary>The configured catalogue in its database: brought up to date, unless a running bot keeps it so.</summary>
    public static async Task<OpenCatalogue> ConfiguredAsync(PostingsBotOptions options, CancellationToken ct) =>
        DataFolderLock.TryTake(options.DataFolder) is { } held ? await OpenAsync(options, held, ct) : Over(DatabaseIn(options.DataFolder), null, ImportOf(options));

    /// <summary>The catalogue of a data folder as it is, to add to it: a bot that runs on the folder goes on and sees what is added.</summary>
    public static OpenCatalogue Shared(string dataFolder, ImportOptions import) => Over(DatabaseIn(dataFolder), null, import);

    private static Task<OpenCatalogue> OpenAsync(PostingsBotOptions options, DataFolderLock held, CancellationToken ct) =>
        Over(DatabaseIn(options.DataFolder), held, ImportOf(options)).ImportedAsync(options.Catalogue, ct);

    private static SqliteDatabase DatabaseIn(string folder) => SqliteDatabase.Open(Path.Combine(folder, FileName));

    private static ImportOptions ImportOf(PostingsBotOptions options) =>
        new() { Limits = new ReadingLimits { MostBytes = OptionsReader.Megabyte * options.MaxDocumentMegabytes } };

    /// <summary>Just these files and folders, gone when disposed.</summary>
    public static async Task<OpenCatalogue> InMemoryAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        var opened = Over(SqliteDatabase.OpenInMemory(), null, new ImportOptions());
        return await opened.ImportedAsync(paths, ct);
    }

    private static OpenCatalogue Over(SqliteDatabase database, DataFolderLock? held, ImportOptions import)
    {
        var catalogue = new SqliteCatalogue(database, TimeProvider.System);
        var parser = new DocumentParser(import.Limits.MostBytes);
        return new OpenCatalogue(database, catalogue, new CatalogueImporter(catalogue, (file, content) => parser.Parse(file, content.Span), ReaderVersion, import), held);
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
        held?.Dispose();
    }
}
