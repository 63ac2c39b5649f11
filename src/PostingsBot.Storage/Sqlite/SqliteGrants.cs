using Microsoft.Data.Sqlite;
using NodaTime;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Grants in the embedded database.</summary>
public sealed class SqliteGrants(SqliteDatabase database) : IGrants
{
    private const string Columns = "SELECT p.channel, p.user_id, p.name, g.kind, g.employers, g.since FROM grants AS g JOIN people AS p ON p.n = g.person ";

    public Task GrantAsync(Grant grant, Actor by, string from, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var person = new PeopleRows(session).NumberOf(grant.Person);
            Audit(session, by, from, AuditAction.Grant, now).Write(person, GrantWords.Of(grant), GrantWords.Employers(grant));
            const string sql = """
                INSERT INTO grants(person, kind, employers, since) VALUES(@person, @kind, @employers, @now)
                ON CONFLICT(person) DO UPDATE SET kind = excluded.kind, employers = excluded.employers, since = excluded.since
                """;
            return session.Execute(
                sql, ("@person", person), ("@kind", grant.Kind.ToString()), ("@employers", JsonOut.Strings(grant.Employers)), ("@now", now.ToUnixTimeMilliseconds()));
        },
        ct);

    public Task<bool> RevokeAsync(Actor person, Actor by, string from, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            if (Find(session, person) is not { } grant)
                return false;
            var number = new PeopleRows(session).NumberOf(person);
            Audit(session, by, from, AuditAction.Revoke, now).Write(number, GrantWords.Of(grant), GrantWords.Employers(grant));
            session.Execute("DELETE FROM grants WHERE person = @person", ("@person", number));
            return true;
        },
        ct);

    public Task<Grant?> FindAsync(Actor person, CancellationToken ct) => database.ReadAsync(session => Find(session, person), ct);

    public Task<IReadOnlyList<Grant>> AllAsync(CancellationToken ct) => database.ReadAsync(session => Rows(session.Statement(Columns + "ORDER BY g.n")), ct);

    internal static Grant? Find(SqliteSession session, Actor person) =>
        Rows(session.Statement(Columns + "WHERE p.channel = @channel AND p.user_id = @user", ("@channel", person.Channel), ("@user", person.User))).SingleOrDefault();

    private static AuditWriter Audit(SqliteSession session, Actor by, string from, AuditAction action, DateTimeOffset now)
    {
        var people = new PeopleRows(session);
        var person = people.NumberOf(by);
        return new AuditWriter(session, now, new AuditHeader(person, people.PlaceOf(person, from), action));
    }

    private static IReadOnlyList<Grant> Rows(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var grants = new List<Grant>();
        while (row.Read())
            grants.Add(new Grant(RecruitingRows.Person(row, 0), Enum.Parse<GrantKind>(row.GetString(3)), GrantWords.ReadEmployers(row.GetString(4)), Instant.FromUnixTimeMilliseconds(row.GetInt64(5))));
        return grants;
    }
}
