using Npgsql;
using NodaTime;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>Grants that all bots on a database share.</summary>
public sealed class PostgresGrants(PostgresDatabase database) : IGrants
{
    private const string Columns = "SELECT p.channel, p.user_id, p.name, g.kind, g.employers, g.since FROM grants AS g JOIN people AS p ON p.n = g.person ";

    public Task GrantAsync(Grant grant, Actor by, string from, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            var last = await new RecordState(unit, ct).LockAsync();
            var person = await new PeopleOfRecord(unit, ct).NumberOfAsync(grant.Person);
            await WriteAsync(unit, last, person, grant, by, from, AuditAction.Grant, now, ct);
            const string sql = """
                INSERT INTO grants(person, kind, employers, since) VALUES(@person, @kind, @employers, @now)
                ON CONFLICT(person) DO UPDATE SET kind = excluded.kind, employers = excluded.employers, since = excluded.since
                """;
            await PostgresUnit.ExecuteAsync(
                unit.Command(sql, ("person", person), ("kind", grant.Kind.ToString()), ("employers", JsonOut.Strings(grant.Employers)), ("now", now.ToUnixTimeMilliseconds())), ct);
            return true;
        },
        ct);

    public Task<bool> RevokeAsync(Actor person, Actor by, string from, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            var last = await new RecordState(unit, ct).LockAsync();
            if (await FindAsync(unit, person, ct) is not { } grant)
                return false;
            var number = await new PeopleOfRecord(unit, ct).NumberOfAsync(person);
            await WriteAsync(unit, last, number, grant, by, from, AuditAction.Revoke, now, ct);
            await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM grants WHERE person = @person", ("person", number)), ct);
            return true;
        },
        ct);

    public Task<Grant?> FindAsync(Actor person, CancellationToken ct) => database.WriteAsync(unit => FindAsync(unit, person, ct), ct);

    public Task<IReadOnlyList<Grant>> AllAsync(CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<Grant>>(async unit => await PostgresUnit.RowsAsync(unit.Command(Columns + "ORDER BY g.n"), Row, ct), ct);

    internal static async Task<Grant?> FindAsync(PostgresUnit unit, Actor person, CancellationToken ct) => (await PostgresUnit.RowsAsync(
        unit.Command(Columns + "WHERE p.channel = @channel AND p.user_id = @user", ("channel", person.Channel), ("user", person.User)), Row, ct)).SingleOrDefault();

    private static async Task WriteAsync(
        PostgresUnit unit, RecordHead last, long subject, Grant grant, Actor by, string from, AuditAction action, DateTimeOffset now, CancellationToken ct)
    {
        var people = new PeopleOfRecord(unit, ct);
        var person = await people.NumberOfAsync(by);
        var header = new AuditHeader(person, await people.PlaceOfAsync(person, from), action);
        await RecordAudit.WriteAsync(unit, header, last, now.ToUnixTimeMilliseconds(), subject, GrantWords.Of(grant), GrantWords.Employers(grant), ct);
    }

    private static Grant Row(NpgsqlDataReader row) => new(
        RecruitingRows.Person(row, 0), Enum.Parse<GrantKind>(row.GetString(3)), GrantWords.ReadEmployers(row.GetString(4)), Instant.FromUnixTimeMilliseconds(row.GetInt64(5)));
}
