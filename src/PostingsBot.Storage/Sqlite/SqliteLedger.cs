using PostingsBot.Core.Digests;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The lines of a subscription's ledger.</summary>
internal static class SqliteLedger
{
    public static void Write(SqliteSession session, long subscription, IEnumerable<Told> lines)
    {
        const string sql = """
            INSERT INTO ledger(subscription, role, print, is_open) VALUES(@n, @role, @print, @open)
            ON CONFLICT(subscription, role) DO UPDATE SET print = excluded.print, is_open = excluded.is_open
            """;
        foreach (var line in lines)
            session.Execute(sql, ("@n", subscription), ("@role", line.Role), ("@print", line.Print), ("@open", line.IsOpen));
    }
}
