using System.Buffers;
using System.Text;
using System.Text.Json;
using PostingsBot.Core.Digests;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The lines of a subscription's ledger.</summary>
internal static class SqliteLedger
{
    /// <summary>
    /// All lines with one statement: a call for each would cost more than the writing. A role that was found closed since it was read is closed, or its reopening
    /// would be no news.
    /// </summary>
    public static void Write(SqliteSession session, long subscription, IReadOnlyList<Told> lines) => Write(session, subscription, Json(lines));

    /// <inheritdoc cref="Write(SqliteSession, long, IReadOnlyList{Told})"/>
    /// <param name="session">A transaction.</param>
    /// <param name="subscription">Its number.</param>
    /// <param name="lines">From <see cref="Json"/>.</param>
    public static void Write(SqliteSession session, long subscription, string? lines)
    {
        if (lines is null)
            return;
        const string sql = """
            INSERT INTO ledger(subscription, role, print, is_open, change)
            SELECT @n, value ->> 0, value ->> 1, value ->> 2 AND NOT EXISTS (SELECT 1 FROM closed_roles AS c WHERE c.role = value ->> 0 AND c.is_closed), (SELECT change FROM digest_state)
            FROM json_each(@lines) WHERE true
            ON CONFLICT(subscription, role) DO UPDATE SET print = excluded.print, is_open = excluded.is_open, change = excluded.change
            """;
        session.Execute(sql, ("@n", subscription), ("@lines", lines));
    }

    /// <summary>Null for none.</summary>
    public static string? Json(IReadOnlyList<Told> lines)
    {
        if (lines.Count == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>(64 * lines.Count);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartArray();
                json.WriteStringValue(line.Role);
                json.WriteStringValue(line.Print);
                json.WriteNumberValue(line.IsOpen ? 1 : 0);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
