using System.Data;
using NodaTime;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>The record of the catalogue that any number of bots share. They search copies of it, see <see cref="FollowingCatalogue"/>.</summary>
public sealed class PostgresCatalogueStore(PostgresDatabase database, TimeProvider clock) : ICatalogueStore
{
    private volatile KnownDocuments? known;

    /// <remarks>Kept until the catalogue changes: every pass over the watched files asks.</remarks>
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct) => database.RunAsync(
        IsolationLevel.RepeatableRead,
        async unit =>
        {
            var version = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT seq FROM head"), ct);
            if (known is { } kept && kept.Version == version)
                return kept.ByFile;
            var rows = await PostgresUnit.RowsAsync(
                unit.Command("SELECT file, root, hash, origin FROM documents"),
                row => (File: row.GetString(0), Known: new KnownDocument(row.GetString(1), row.GetString(2), (DocumentOrigin)row.GetInt32(3))),
                ct);
            var byFile = rows.ToDictionary(row => row.File, row => row.Known, StringComparer.Ordinal);
            known = new KnownDocuments(version, byFile);
            return byFile;
        },
        ct);

    public PreparedEdits Prepare(IReadOnlyList<DocumentEdit> edits) => PreparedEdits.Of(edits, isIndexed: false);

    public Task<AppliedEdits> WriteAsync(PreparedEdits edits, CancellationToken ct) => database.RunAsync(
        IsolationLevel.ReadCommitted,
        async unit =>
        {
            if (await new RecordWriter(unit, clock.GetUtcNow(), EditPlan.Import, ct).ApplyAsync(edits) is not { } applied)
                return new AppliedEdits(0, 0, 0, []);
            await unit.CommitAsync(ct);
            return applied;
        },
        ct);

    public Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct) => database.RunAsync<IReadOnlyList<CatalogueChange>>(
        IsolationLevel.ReadCommitted,
        async unit =>
        {
            const string sql = "SELECT seq, at, kind, posting, file FROM changes WHERE seq > @after ORDER BY seq LIMIT @take";
            return await PostgresUnit.RowsAsync(
                unit.Command(sql, ("after", after), ("take", take)),
                row => new CatalogueChange(
                    row.GetInt64(0),
                    Instant.FromUnixTimeMilliseconds(row.GetInt64(1)),
                    Enum.Parse<ChangeKind>(row.GetString(2)),
                    row.IsDBNull(3) ? null : row.GetString(3),
                    row.GetString(4)),
                ct);
        },
        ct);

    public Task<long> ChangeBeforeAsync(Instant at, CancellationToken ct) => database.RunAsync(
        IsolationLevel.ReadCommitted,
        unit => PostgresUnit.ValueAsync<long>(unit.Command("SELECT seq FROM changes WHERE at < @at ORDER BY seq DESC LIMIT 1", ("at", at.ToUnixTimeMilliseconds())), ct),
        ct);

    public Task<int> OpenRolesAsync(CancellationToken ct) => database.RunAsync(
        IsolationLevel.ReadCommitted, unit => PostgresUnit.ValueAsync<int>(unit.Command("SELECT count(*)::int FROM roles WHERE is_open"), ct), ct);

    private sealed record KnownDocuments(long Version, IReadOnlyDictionary<string, KnownDocument> ByFile);
}
