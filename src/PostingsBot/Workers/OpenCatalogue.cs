using PostingsBot.Configuration;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Parsing;
using PostingsBot.Storage;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Workers;

/// <summary>A catalogue that is open, with the state beside it. Disposing it closes what it stands on.</summary>
internal sealed class OpenCatalogue : IAsyncDisposable
{
    private const string FileName = "postingsbot.db";

    /// <summary>Another build of Core may read a document differently: all files are then read again.</summary>
    private static readonly string ReaderVersion = typeof(DocumentParser).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private static readonly TimeSpan LongestReach = TimeSpan.FromSeconds(30);

    private readonly ICatalogue? catalogue;

    private OpenCatalogue(ICatalogue? catalogue, ICatalogueStore store, OpenStores stores, ImportOptions import)
    {
        var parser = new DocumentParser(import.Limits.MostBytes);
        this.catalogue = catalogue;
        (Store, Stores) = (store, stores);
        Importer = new CatalogueImporter(store, (file, content) => parser.Parse(file, content.Span), ReaderVersion, import);
    }

    /// <summary>What is searched.</summary>
    public ICatalogue Catalogue => catalogue ?? throw new InvalidOperationException("this catalogue was opened to write");

    /// <summary>The record.</summary>
    public ICatalogueStore Store { get; }

    /// <summary>What is kept beside the catalogue.</summary>
    public OpenStores Stores { get; }

    public CatalogueImporter Importer { get; }

    /// <summary>What the import at the start did and left out; nothing when another bot imports.</summary>
    public ImportSummary FirstImport { get; private set; } = new();

    /// <summary>What else is open with PostgreSQL; null with the embedded database.</summary>
    public SharedRecord? Shared { get; private init; }

    private DataFolderLock? Held { get; init; }

    private SqliteDatabase? Embedded { get; init; }

    /// <summary>The configured catalogue for the one process on the data folder that keeps it up to date.</summary>
    /// <exception cref="ConfigurationErrorException">Another process does.</exception>
    public static Task<OpenCatalogue> OwnedAsync(PostingsBotOptions options, CancellationToken ct) =>
        DataFolderLock.TryTake(options.DataFolder) is { } held
            ? OpenAsync(options, held, ct)
            : throw new ConfigurationErrorException(
                $"PostingsBot:DataFolder \"{options.DataFolder}\" is in use by another running PostingsBot. Stop that one, or give this one a folder of its own.");

    /// <summary>The configured catalogue to ask: brought up to date, unless a running bot keeps it so. What is in PostgreSQL is asked as it is.</summary>
    public static async Task<OpenCatalogue> ConfiguredAsync(PostingsBotOptions options, CancellationToken ct)
    {
        var held = DataFolderLock.TryTake(options.DataFolder);
        if (options.Postgres is { } postgres)
            return OverShared(await SharedRecord.ToAskAsync(postgres, options.DataFolder, isFree: held is not null, ct), held, ImportOf(options));
        return held is null ? OverEmbedded(DatabaseIn(options.DataFolder), null, ImportOf(options)) : await OpenAsync(options, held, ct);
    }

    /// <summary>The catalogue of a data folder as it is, to add to it: a bot that runs on the folder goes on and sees what is added.</summary>
    public static OpenCatalogue InFolder(string dataFolder, ImportOptions import) => OverEmbedded(DatabaseIn(dataFolder), null, import);

    /// <summary>The record in PostgreSQL as it is, to add to it; it cannot be searched from here.</summary>
    public static async Task<OpenCatalogue> InPostgresAsync(string postgres, ImportOptions import, CancellationToken ct) =>
        OverShared(await SharedRecord.ToWriteAsync(postgres, ct), null, import);

    /// <summary>Just these files and folders, gone when disposed.</summary>
    public static async Task<OpenCatalogue> InMemoryAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        var opened = OverEmbedded(SqliteDatabase.OpenInMemory(), null, new ImportOptions());
        opened.FirstImport = await opened.MirrorAsync(paths, ct);
        return opened;
    }

    /// <summary>Waits until what is searched shows the change with this number; false when that takes too long.</summary>
    public Task<bool> ReachAsync(long change, CancellationToken ct) => Shared?.Index is { } index ? index.ReachAsync(change, LongestReach, ct) : Task.FromResult(true);

    /// <summary>Brings the catalogue to what the paths hold.</summary>
    public Task<ImportSummary> MirrorAsync(IReadOnlyList<string> paths, CancellationToken ct) => Importer.MirrorAsync(paths, progress: null, ct);

    /// <summary>Gives back what the embedded catalogue keeps in memory only to be faster.</summary>
    public void Rest() => (catalogue as SqliteCatalogue)?.Rest();

    public async ValueTask DisposeAsync()
    {
        Importer.Dispose();
        if (Shared is not null)
            await Shared.DisposeAsync();
        Embedded?.Dispose();
        Held?.Dispose();
    }

    private static async Task<OpenCatalogue> OpenAsync(PostingsBotOptions options, DataFolderLock held, CancellationToken ct)
    {
        var opened = options.Postgres is { } postgres
            ? OverShared(await SharedRecord.ToServeAsync(postgres, options.DataFolder, ct), held, ImportOf(options))
            : OverEmbedded(DatabaseIn(options.DataFolder), held, ImportOf(options));
        if (opened.Shared is null || await opened.Shared.Lead.HoldAsync(ct))
            opened.FirstImport = await opened.MirrorAsync(options.Catalogue, ct);
        return opened;
    }

    private static OpenCatalogue OverEmbedded(SqliteDatabase database, DataFolderLock? held, ImportOptions import)
    {
        var embedded = new SqliteCatalogue(database, TimeProvider.System);
        return new OpenCatalogue(embedded, embedded, OpenStores.In(database), import) { Embedded = database, Held = held };
    }

    private static OpenCatalogue OverShared(SharedRecord shared, DataFolderLock? held, ImportOptions import) =>
        new(shared.Index, shared.Store, shared.Stores, import) { Shared = shared, Held = held };

    private static SqliteDatabase DatabaseIn(string folder) => SqliteDatabase.Open(Path.Combine(folder, FileName));

    private static ImportOptions ImportOf(PostingsBotOptions options) =>
        new() { Limits = new ReadingLimits { MostBytes = OptionsReader.Megabyte * options.MaxDocumentMegabytes } };
}
