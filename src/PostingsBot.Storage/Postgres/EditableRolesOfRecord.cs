using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Postgres;

/// <summary>Reads roles as they are edited.</summary>
internal sealed class EditableRolesOfRecord(PostgresUnit unit, CancellationToken ct)
{
    /// <summary>The role with this id, or of the posting with it.</summary>
    public async Task<EditableRole?> FindAsync(string id) => await ReadAsync(await IdsAsync([id])) is [var role, ..] ? role : null;

    /// <summary>The own ids of roles, by their own ids or those of their postings.</summary>
    public async Task<string[]> IdsAsync(IReadOnlyList<string> ids)
    {
        const string sql = """
            SELECT coalesce(r.id, o.id)
            FROM unnest(@ids) WITH ORDINALITY AS asked(id, place)
                LEFT JOIN roles AS r ON r.id = asked.id LEFT JOIN postings AS p ON p.id = asked.id LEFT JOIN roles AS o ON o.n = p.role
            WHERE coalesce(r.id, o.id) IS NOT NULL
            ORDER BY asked.place
            """;
        return [.. await PostgresUnit.RowsAsync(unit.Command(sql, ("ids", ids.ToArray())), row => row.GetString(0), ct)];
    }

    /// <summary>In the order of the ids.</summary>
    public async Task<IReadOnlyList<EditableRole>> ReadAsync(string[] ids)
    {
        if (ids.Length == 0)
            return [];
        var roles = await new RecordState(unit, ct).RolesAsync(ids);
        var documents = await DocumentsAsync([.. roles.Select(role => role.Row)]);
        var names = await new PeopleOfRecord(unit, ct).NamesAsync(roles.SelectMany(role => role.Overlay.Fields.Select(field => field.By)));
        return [.. roles.Select(role => RoleDocument.Role(role, [.. documents[role.Row]], by => names.GetValueOrDefault(by) ?? Actor.Somebody.Name))];
    }

    private async Task<ILookup<long, RoleDocument>> DocumentsAsync(long[] roles)
    {
        const string sql = """
            SELECT p.role, d.file, d.text, o.channel, o.user_id, o.name
            FROM postings AS p JOIN documents AS d ON d.n = p.document LEFT JOIN people AS o ON o.n = d.owner
            WHERE p.role = ANY(@roles)
            ORDER BY p.n
            """;
        var rows = await PostgresUnit.RowsAsync(
            unit.Command(sql, ("roles", roles)),
            row => (Role: row.GetInt64(0), Document: new RoleDocument(row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : RecruitingRows.Person(row, 3))),
            ct);
        return rows.ToLookup(row => row.Role, row => row.Document);
    }
}
