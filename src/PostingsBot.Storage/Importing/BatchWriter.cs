namespace PostingsBot.Storage.Importing;

/// <summary>
/// Writes batches of edits one after the other. While one is written, the next is gathered and prepared: one writer keeps one core busy. Disposing waits for what
/// is being written.
/// </summary>
/// <param name="store">Where to.</param>
/// <param name="written">Told what became of each batch, in their order.</param>
internal sealed class BatchWriter(ICatalogueStore store, Action<AppliedEdits> written) : IAsyncDisposable
{
    private Task<AppliedEdits>? writing;

    /// <summary>Returns when the batch before is on disk.</summary>
    public async Task WriteAsync(IReadOnlyList<DocumentEdit> edits, CancellationToken ct)
    {
        var prepared = store.Prepare(edits);
        await FinishAsync();
        writing = Task.Run(() => store.WriteAsync(prepared, ct), ct);
    }

    /// <summary>Returns when all batches are on disk.</summary>
    public async Task FinishAsync()
    {
        if (writing is not { } last)
            return;
        writing = null;
        written(await last);
    }

    public async ValueTask DisposeAsync()
    {
        if (writing is Task last)
            await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
