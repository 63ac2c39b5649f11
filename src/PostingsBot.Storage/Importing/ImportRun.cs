namespace PostingsBot.Storage.Importing;

/// <summary>One import under way: gathers edits into batches and counts what became of them.</summary>
internal sealed class ImportRun : IAsyncDisposable
{
    private readonly int batchSize;
    private readonly BatchWriter writer;
    private List<DocumentEdit> batch = [];
    private readonly List<SkippedFile> skipped = [];
    private readonly ReadingTally contents = new();
    private int withdrawn;
    private int added;
    private int changed;
    private int withdrawnPostings;

    public ImportRun(ICatalogueStore store, int batchSize)
    {
        this.batchSize = batchSize;
        writer = new BatchWriter(store, Count);
    }

    public int Unchanged { get; set; }

    public void Skip(SkippedFile file) => skipped.Add(file);

    public async Task WithdrawAsync(IReadOnlyList<string> files, CancellationToken ct)
    {
        foreach (var file in files)
            await AddAsync(new DocumentEdit.Withdraw(file), ct);
        withdrawn += files.Count;
    }

    public async Task PutAsync(DocumentEdit.Put edit, CancellationToken ct)
    {
        await AddAsync(edit, ct);
        contents.Add(edit.Document);
    }

    public async Task<ImportSummary> FinishAsync(int files, CancellationToken ct)
    {
        await FlushAsync(ct);
        await writer.FinishAsync();
        return new ImportSummary
        {
            Files = files,
            Read = contents.Documents,
            Contents = contents,
            Unchanged = Unchanged,
            Withdrawn = withdrawn,
            PostingsAdded = added,
            PostingsChanged = changed,
            PostingsWithdrawn = withdrawnPostings,
            Skipped = skipped,
            IsUnsettled = skipped.Exists(file => file.Code == Skips.UnsettledCode),
        };
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private async Task AddAsync(DocumentEdit edit, CancellationToken ct)
    {
        batch.Add(edit);
        if (batch.Count >= batchSize)
            await FlushAsync(ct);
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        if (batch.Count == 0)
            return;
        var edits = batch;
        batch = [];
        await writer.WriteAsync(edits, ct);
    }

    private void Count(AppliedEdits applied)
    {
        added += applied.Added;
        changed += applied.Changed;
        withdrawnPostings += applied.Withdrawn;
        skipped.AddRange(applied.Refused.Select(Skips.SameRole));
    }
}
