using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>What roles were asked for in vain, in the embedded database.</summary>
public sealed class SqliteUnanswered(SqliteDatabase database) : IUnanswered
{
    public Task NoteAsync(string role, string topic, string who, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            "INSERT INTO unanswered(role, topic, who, at) VALUES(@role, @topic, @who, @now) ON CONFLICT DO NOTHING",
            ("@role", role), ("@topic", topic), ("@who", who), ("@now", now.ToUnixTimeMilliseconds())),
        ct);

    public Task<IReadOnlyList<UnansweredTopic>> CountsAsync(IReadOnlyList<string> roles, CancellationToken ct) => database.ReadAsync<IReadOnlyList<UnansweredTopic>>(
        session =>
        {
            const string sql = """
                SELECT role, topic, count(*) AS people, max(n) FROM unanswered
                WHERE role IN (SELECT value FROM json_each(@roles))
                GROUP BY role, topic ORDER BY people DESC, role, topic
                """;
            using var row = session.Statement(sql, ("@roles", JsonOut.Strings(roles))).ExecuteReader();
            var topics = new List<UnansweredTopic>();
            while (row.Read())
                topics.Add(new UnansweredTopic(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3)));
            return topics;
        },
        ct);

    public Task ClearAsync(IReadOnlyList<UnansweredTopic> told, CancellationToken ct) => database.WriteAsync(
        session => told.Sum(topic => session.Execute(
            "DELETE FROM unanswered WHERE role = @role AND topic = @topic AND n <= @last", ("@role", topic.Role), ("@topic", topic.Topic), ("@last", topic.Last))),
        ct);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) =>
        database.WriteAsync(session => session.Execute("DELETE FROM unanswered WHERE at < @before", ("@before", before.ToUnixTimeMilliseconds())), ct);
}
