using Microsoft.Data.Sqlite;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Following;

/// <summary>Failures that another copy of the record cures, because this one does not hold what it should.</summary>
internal static class IndexDamage
{
    private const int SqlError = 1;
    private const int Corrupt = 11;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    /// <remarks>A file that was deleted while the bot ran comes back empty: "no such table".</remarks>
    public static bool Is(Exception error) => (error as SqliteException ?? error.InnerException as SqliteException) switch
    {
        { SqliteErrorCode: Corrupt or Constraint or NotADatabase } => true,
        { SqliteErrorCode: SqlError } cause => cause.Message.Contains("no such table", StringComparison.Ordinal),
        _ => error is IndexOutOfStepException,
    };
}
