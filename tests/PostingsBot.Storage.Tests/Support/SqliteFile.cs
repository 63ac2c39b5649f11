using Microsoft.Data.Sqlite;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>Changes a database file behind the program's back.</summary>
internal static class SqliteFile
{
    public static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
