using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>People by their numbers.</summary>
internal sealed class PeopleOfRecord(PostgresUnit unit, CancellationToken ct)
{
    /// <inheritdoc cref="Sqlite.PeopleRows.NumberOf"/>
    public Task<long> NumberOfAsync(Actor person)
    {
        const string sql = """
            INSERT INTO people AS p(channel, user_id, name) VALUES(@channel, @user, @name)
            ON CONFLICT(channel, user_id) DO UPDATE SET name = CASE excluded.name WHEN '' THEN p.name ELSE excluded.name END
            RETURNING n
            """;
        return PostgresUnit.ValueAsync<long>(unit.Command(sql, ("channel", person.Channel), ("user", person.User), ("name", person.StoredName)), ct);
    }

    public async Task<long?> FindAsync(Actor person)
    {
        const string sql = "SELECT n FROM people WHERE channel = @channel AND user_id = @user";
        return (await PostgresUnit.RowsAsync(unit.Command(sql, ("channel", person.Channel), ("user", person.User)), row => (long?)row.GetInt64(0), ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> people)
    {
        long[] asked = [.. people.Distinct()];
        if (asked.Length == 0)
            return new Dictionary<long, string>();
        var rows = await PostgresUnit.RowsAsync(
            unit.Command("SELECT n, name FROM people WHERE n = ANY(@people) AND channel IS NOT NULL", ("people", asked)), row => (Person: row.GetInt64(0), Name: row.GetString(1)), ct);
        return rows.ToDictionary(row => row.Person, row => row.Name);
    }

    /// <summary>Where a person does something.</summary>
    public Task<long> PlaceOfAsync(long person, string name) => PostgresUnit.ValueAsync<long>(
        unit.Command(
            "INSERT INTO audit_places(person, name) VALUES(@person, @name) ON CONFLICT(person, name) DO UPDATE SET name = excluded.name RETURNING n", ("person", person), ("name", name)),
        ct);
}
