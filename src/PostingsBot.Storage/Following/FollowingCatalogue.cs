using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Postgres;

namespace PostingsBot.Storage.Following;

/// <summary>How closely a local index follows the record.</summary>
public sealed record FollowOptions
{
    /// <summary>The net for notices that get lost. Default: 1 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After a failure, before the next attempt. Default: 1 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Searches a local index that follows the record in PostgreSQL; while PostgreSQL is away it goes on with what it has. Without a whole index, every question
/// throws a <see cref="WarmingUpException"/>: there are no partial answers.
/// </summary>
public sealed class FollowingCatalogue : ICatalogue, ISuggestions, ISearchExplainer, IAsyncDisposable
{
    private readonly IndexShelf shelf;
    private readonly CancellationTokenSource stop = new();
    private readonly Task following;

    private FollowingCatalogue(IndexShelf shelf, Func<CancellationToken, Task> follow)
    {
        this.shelf = shelf;
        following = Task.Run(() => follow(stop.Token));
    }

    /// <summary>Opens the index and begins to follow; it is level with the record a little later, see <see cref="ReachAsync"/>.</summary>
    /// <param name="database">The record.</param>
    /// <param name="indexFile">The index's file, which no other process may follow into.</param>
    /// <param name="clock">For pauses.</param>
    /// <param name="news">Told when the index is rebuilt, when the record is out of reach, and when it is back.</param>
    /// <param name="options">The defaults when null.</param>
    /// <param name="ct">Stops the opening.</param>
    /// <exception cref="StorageException">The index's file cannot be written.</exception>
    public static async Task<FollowingCatalogue> StartAsync(
        PostgresDatabase database, string indexFile, TimeProvider clock, Action<FollowNews> news, FollowOptions? options = null, CancellationToken ct = default)
    {
        var open = new IndexShelf(clock);
        var index = await LocalIndex.OpenAsync(indexFile, clock, ct);
        return new FollowingCatalogue(open, new IndexFollower(database, open, index, indexFile, clock, news, options ?? new FollowOptions()).RunAsync);
    }

    /// <summary>Searches an index that another process on this machine follows into.</summary>
    /// <param name="indexFile">The index's file.</param>
    /// <param name="clock">For waiting.</param>
    /// <param name="ct">Stops the opening.</param>
    /// <exception cref="WarmingUpException">It is not whole.</exception>
    public static async Task<FollowingCatalogue> BesideAsync(string indexFile, TimeProvider clock, CancellationToken ct)
    {
        var index = await LocalIndex.TryOpenAsync(indexFile, clock, ct) ?? throw new WarmingUpException();
        var open = new IndexShelf(clock);
        open.Show(index);
        return new FollowingCatalogue(open, async stopped =>
        {
            await Task.Delay(Timeout.Infinite, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await open.ClearAsync();
            index.Dispose();
        });
    }

    /// <summary>
    /// Waits until searches see the change with this number, so that whoever caused it finds it; false when that takes too long. 0 waits for a whole index.
    /// </summary>
    public Task<bool> ReachAsync(long change, TimeSpan atMost, CancellationToken ct) => shelf.ReachAsync(change, atMost, ct);

    public Task<SearchPage> SearchAsync(Search search, CancellationToken ct) => shelf.AskAsync(index => index.SearchAsync(search, ct));

    public Task<int> CountAsync(Match match, CancellationToken ct) => shelf.AskAsync(index => index.CountAsync(match, ct));

    public Task<IReadOnlyList<Posting>> NotOpenAsync(Match match, int take, CancellationToken ct) => shelf.AskAsync(index => index.NotOpenAsync(match, take, ct));

    public Task<Posting?> FindPostingAsync(string id, CancellationToken ct) => shelf.AskAsync(index => index.FindPostingAsync(id, ct));

    public Task<ParsedDocument?> FindDocumentAsync(string file, CancellationToken ct) => shelf.AskAsync(index => index.FindDocumentAsync(file, ct));

    public Task<IReadOnlyList<Employer>> EmployersAsync(CancellationToken ct) => shelf.AskAsync(index => index.EmployersAsync(ct));

    public Task<IReadOnlyList<PassageHit>> PassagesAsync(IReadOnlyList<string> words, int take, CancellationToken ct) =>
        shelf.AskAsync(index => index.PassagesAsync(words, take, ct));

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string text, SuggestionKind? kind, int take, CancellationToken ct) =>
        shelf.AskAsync(index => index.SuggestAsync(text, kind, take, ct));

    public Task<SearchExplanation> ExplainAsync(Search search, CancellationToken ct) => shelf.AskAsync(index => index.ExplainAsync(search, ct));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        stop.Dispose();
    }
}
