using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>People by their numbers.</summary>
internal sealed class PeopleRows(SqliteSession session)
{
    private readonly Dictionary<long, string> names = [];

    /// <summary>The person's number, a new one when they are not known; their name is what it is now.</summary>
    public long NumberOf(Actor person)
    {
        const string sql = """
            INSERT INTO people(channel, user_id, name) VALUES(@channel, @user, @name)
            ON CONFLICT(channel, user_id) DO UPDATE SET name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END
            RETURNING n
            """;
        return session.Number(sql, ("@channel", person.Channel), ("@user", person.User), ("@name", person.StoredName));
    }

    public long? Find(Actor person) =>
        session.Statement("SELECT n FROM people WHERE channel = @channel AND user_id = @user", ("@channel", person.Channel), ("@user", person.User)).ExecuteScalar() as long?;

    public string NameOf(long person)
    {
        if (!names.TryGetValue(person, out var name))
            names.Add(person, name = session.Statement("SELECT name FROM people WHERE n = @n AND channel IS NOT NULL", ("@n", person)).ExecuteScalar() as string ?? Actor.Somebody.Name);
        return name;
    }

    /// <summary>Where a person does something.</summary>
    public long PlaceOf(long person, string name) => session.Number(
        "INSERT INTO audit_places(person, name) VALUES(@person, @name) ON CONFLICT(person, name) DO UPDATE SET name = name RETURNING n", ("@person", person), ("@name", name));
}
