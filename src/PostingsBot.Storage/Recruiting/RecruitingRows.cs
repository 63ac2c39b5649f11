using System.Data.Common;
using NodaTime;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Recruiting;

/// <summary>Rows that both databases give alike.</summary>
internal static class RecruitingRows
{
    /// <param name="row">The row.</param>
    /// <param name="channel">The column of the channel; the id and the name come behind it.</param>
    public static Actor Person(DbDataReader row, int channel) =>
        row.IsDBNull(channel) ? Actor.Somebody : new Actor(row.GetString(channel), row.GetString(channel + 1), row.GetString(channel + 2));

    /// <summary>A row of <see cref="AuditSql.Select"/>.</summary>
    public static AuditEntry Entry(DbDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new AuditEntry(
            row.GetInt64(0),
            row.GetInt64(1),
            Instant.FromUnixTimeMilliseconds(row.GetInt64(2)),
            Person(row, 3),
            row.GetString(6),
            Enum.Parse<AuditAction>(row.GetString(7)),
            Text(8) is { } kind ? Enum.Parse<ChangeKind>(kind) : null,
            Text(9),
            Text(10),
            Text(11),
            ChangesJson.Read(Text(12)),
            row.IsDBNull(13) ? null : row.GetInt64(13),
            row.IsDBNull(14) ? null : Person(row, 15));
    }
}
