using System.Data;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>What the shared database keeps of people who post and edit.</summary>
public sealed class PostgresPersonalData(PostgresDatabase database) : IPersonalData
{
    private const int MostEntries = 10_000;

    public Task<PersonalData?> ExportAsync(Actor person, CancellationToken ct) => database.RunAsync(
        IsolationLevel.RepeatableRead,
        async unit =>
        {
            var people = new PeopleOfRecord(unit, ct);
            if (await people.FindAsync(person) is not { } number)
                return null;
            var posted = await PostgresUnit.RowsAsync(
                unit.Command("SELECT file, text FROM documents WHERE owner = @n ORDER BY n", ("n", number)), row => new PostedDocument(row.GetString(0), row.GetString(1)), ct);
            return new PersonalData(
                person with { Name = (await people.NamesAsync([number]))[number] },
                await PostgresAudit.QueryAsync(unit, new AuditQuery(Person: person, Take: MostEntries), ct),
                posted,
                await PostgresDrafts.OfOwnerAsync(unit, person, ct),
                await PostgresGrants.FindAsync(unit, person, ct));
        },
        ct);

    public Task<long?> ForgetAsync(Actor person, DateTimeOffset now, CancellationToken ct) => database.WriteAsync<long?>(
        async unit =>
        {
            var people = new PeopleOfRecord(unit, ct);
            var last = await new RecordState(unit, ct).LockAsync();
            if (await people.FindAsync(person) is not { } number)
                return null;
            var plan = new EditPlan(new AuditHeader(await people.NumberOfAsync(Actor.Privacy), Place: null, AuditAction.Forget));
            foreach (var role in await EditedByAsync(unit, number, ct))
                plan.Lay(role.Id, role.Overlay);
            if (await PostgresGrants.FindAsync(unit, person, ct) is { } grant)
                await RecordAudit.WriteAsync(unit, plan.Header, last, now.ToUnixTimeMilliseconds(), number, GrantWords.Of(grant), GrantWords.Employers(grant), ct);
            foreach (var sql in Forgetting)
                await PostgresUnit.ExecuteAsync(unit.Command(sql, ("n", number)), ct);
            return (await new RecordWriter(unit, now, plan, ct).ApplyAsync(PreparedEdits.None))?.LastChange ?? 0;
        },
        ct);

    private static IReadOnlyList<string> Forgetting { get; } =
    [
        "DELETE FROM grants WHERE person = @n",
        "DELETE FROM drafts WHERE person = @n",
        "DELETE FROM edit_conflicts WHERE person = @n",
        "UPDATE documents SET owner = NULL WHERE owner = @n",
        "UPDATE audit_places SET name = (SELECT channel FROM people WHERE n = @n) || ' ' || n WHERE person = @n",
        "UPDATE people SET channel = NULL, user_id = NULL, name = '' WHERE n = @n",
    ];

    private static async Task<IEnumerable<EditableRole>> EditedByAsync(PostgresUnit unit, long person, CancellationToken ct)
    {
        var ids = await PostgresUnit.RowsAsync(unit.Command("SELECT id FROM roles WHERE overlay IS NOT NULL ORDER BY n"), row => row.GetString(0), ct);
        return (await new EditableRolesOfRecord(unit, ct).ReadAsync([.. ids])).Where(role => role.Overlay.Fields.Any(field => field.By == person));
    }
}
