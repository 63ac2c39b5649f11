using Npgsql;
using NodaTime;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>Drafts that all bots on a database share.</summary>
public sealed class PostgresDrafts(PostgresDatabase database) : IDrafts
{
    private const string Columns = """
        SELECT d.id, p.channel, p.user_id, p.name, d.json, d.publishes, d.version, d.changed
        FROM drafts AS d JOIN people AS p ON p.n = d.person

        """;

    public Task<bool> CreateAsync(Draft draft, int mostOfOwner, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            // The person's row is locked by this, so that two drafts at once are counted one after the other.
            var person = await new PeopleOfRecord(unit, ct).NumberOfAsync(draft.Owner);
            const string sql = """
                INSERT INTO drafts(id, version, person, json, publishes, due, changed)
                SELECT @id, 1, @person, @json, @due, @due, @now WHERE (SELECT count(*) FROM drafts WHERE person = @person) < @most
                ON CONFLICT(id) DO NOTHING
                RETURNING n
                """;
            var command = unit.Command(
                sql, ("id", draft.Id), ("person", person), ("json", draft.Json), ("now", now.ToUnixTimeMilliseconds()), ("most", mostOfOwner));
            return (await PostgresUnit.RowsAsync(WithDue(command, draft), row => row.GetInt64(0), ct)).Count > 0;
        },
        ct);

    public async Task<StoredDraft?> FindAsync(string id, CancellationToken ct) => (await RowsAsync("WHERE d.id = @id", ct, ("id", id))).SingleOrDefault();

    public Task<IReadOnlyList<StoredDraft>> OfOwnerAsync(Actor owner, CancellationToken ct) => database.WriteAsync(unit => OfOwnerAsync(unit, owner, ct), ct);

    internal static async Task<IReadOnlyList<StoredDraft>> OfOwnerAsync(PostgresUnit unit, Actor owner, CancellationToken ct) => await PostgresUnit.RowsAsync(
        unit.Command(Columns + "WHERE p.channel = @channel AND p.user_id = @user ORDER BY d.n", ("channel", owner.Channel), ("user", owner.User)), Row, ct);

    public Task<bool> UpdateAsync(StoredDraft stored, Draft changed, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            var person = await new PeopleOfRecord(unit, ct).NumberOfAsync(changed.Owner);
            const string sql = """
                UPDATE drafts SET version = version + 1, person = @person, json = @json, publishes = @due, due = @due, changed = @now
                WHERE id = @id AND version = @version
                RETURNING n
                """;
            var command = unit.Command(
                sql, ("person", person), ("json", changed.Json), ("now", now.ToUnixTimeMilliseconds()), ("id", changed.Id), ("version", stored.Version));
            return (await PostgresUnit.RowsAsync(WithDue(command, changed), row => row.GetInt64(0), ct)).Count > 0;
        },
        ct);

    public async Task<bool> DeleteAsync(StoredDraft stored, CancellationToken ct) =>
        await database.ExecuteAsync("DELETE FROM drafts WHERE id = @id AND version = @version", ct, ("id", stored.Draft.Id), ("version", stored.Version)) > 0;

    public Task<IReadOnlyList<StoredDraft>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<StoredDraft>>(
        async unit =>
        {
            const string sql = """
                UPDATE drafts AS d SET version = d.version + 1, due = @until
                FROM people AS p
                WHERE p.n = d.person AND d.n IN (SELECT n FROM drafts WHERE due <= @now ORDER BY due, n LIMIT @most FOR UPDATE SKIP LOCKED)
                RETURNING d.id, p.channel, p.user_id, p.name, d.json, d.publishes, d.version, d.changed
                """;
            var claimed = await PostgresUnit.RowsAsync(
                unit.Command(sql, ("until", (now + lease).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()), ("most", most)), Row, ct);
            return [.. claimed.OrderBy(draft => draft.Draft.Due)];
        },
        ct);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) =>
        database.ExecuteAsync("DELETE FROM drafts WHERE changed < @before AND publishes IS NULL", ct, ("before", before.ToUnixTimeMilliseconds()));

    private async Task<IReadOnlyList<StoredDraft>> RowsAsync(string where, CancellationToken ct, params (string Name, object Value)[] parameters) =>
        await database.WriteAsync(unit => PostgresUnit.RowsAsync(unit.Command(Columns + where, parameters), Row, ct), ct);

    private static NpgsqlCommand WithDue(NpgsqlCommand command, Draft draft)
    {
        command.Parameters.Add(new NpgsqlParameter("due", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = draft.Due is { } due ? due.ToUnixTimeMilliseconds() : DBNull.Value });
        return command;
    }

    private static StoredDraft Row(NpgsqlDataReader row)
    {
        var due = row.IsDBNull(5) ? (Instant?)null : Instant.FromUnixTimeMilliseconds(row.GetInt64(5));
        return new StoredDraft(new Draft(row.GetString(0), RecruitingRows.Person(row, 1), row.GetString(4), due), row.GetInt64(6), Instant.FromUnixTimeMilliseconds(row.GetInt64(7)));
    }
}
