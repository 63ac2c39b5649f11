using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>What roles were asked for in vain, counted by all bots on a database.</summary>
public sealed class PostgresUnanswered(PostgresDatabase database) : IUnanswered
{
    public Task NoteAsync(string role, string topic, string who, DateTimeOffset now, CancellationToken ct) => database.ExecuteAsync(
        "INSERT INTO unanswered(role, topic, who, at) VALUES(@role, @topic, @who, @now) ON CONFLICT DO NOTHING",
        ct, ("role", role), ("topic", topic), ("who", who), ("now", now.ToUnixTimeMilliseconds()));

    public Task<IReadOnlyList<UnansweredTopic>> CountsAsync(IReadOnlyList<string> roles, CancellationToken ct) => database.WriteAsync<IReadOnlyList<UnansweredTopic>>(
        async unit =>
        {
            const string sql = """
                SELECT role, topic, count(*)::int AS people, max(n) FROM unanswered
                WHERE role = ANY(@roles)
                GROUP BY role, topic ORDER BY people DESC, role, topic
                """;
            return await PostgresUnit.RowsAsync(
                unit.Command(sql, ("roles", roles.ToArray())), row => new UnansweredTopic(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3)), ct);
        },
        ct);

    public Task ClearAsync(IReadOnlyList<UnansweredTopic> told, CancellationToken ct) => database.ExecuteAsync(
        """
        DELETE FROM unanswered AS u USING unnest(@roles, @topics, @lasts) AS told(role, topic, last)
        WHERE u.role = told.role AND u.topic = told.topic AND u.n <= told.last
        """,
        ct, ("roles", told.Select(topic => topic.Role).ToArray()), ("topics", told.Select(topic => topic.Topic).ToArray()), ("lasts", told.Select(topic => topic.Last).ToArray()));

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) =>
        database.ExecuteAsync("DELETE FROM unanswered WHERE at < @before", ct, ("before", before.ToUnixTimeMilliseconds()));
}
