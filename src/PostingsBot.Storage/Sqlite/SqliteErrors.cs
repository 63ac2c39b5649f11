using Microsoft.Data.Sqlite;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Every sentence that refuses a database.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Io = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StorageException Folder(string folder, Exception cause) =>
        new($"The folder \"{folder}\" for the database cannot be made: {cause.Message} Name a folder this process may write to.", cause);

    public static StorageException Opening(string path, SqliteException cause) => new(
        cause.SqliteErrorCode switch
        {
            NotADatabase or Corrupt =>
                $"The database \"{path}\" is damaged or is not a SQLite file. Restore it from a backup, or move it away: the catalogue is then read again, conversations start anew.",
            CannotOpen or ReadOnly or Io =>
                $"The database \"{path}\" cannot be opened for writing ({cause.Message}). Let this process write to the file and to its folder, or name another file.",
            Busy => $"The database \"{path}\" is locked by another process. Stop the other process or name another file.",
            Full => $"The disk with the database \"{path}\" is full. Make room and start again.",
            _ => $"The database \"{path}\" cannot be opened ({cause.Message}).",
        },
        cause);

    /// <summary>A database that could be opened fails later.</summary>
    public static StorageException Using(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        Busy or Locked => new StorageUnavailableException($"The database \"{path}\" is locked by another process. Nothing was written; stop the other process, or try again.", cause),
        ReadOnly => new StorageUnavailableException($"The database \"{path}\" cannot be written ({cause.Message}). Nothing was written; let this process write to the file and to its folder.", cause),
        Full => new StorageUnavailableException($"The disk with the database \"{path}\" is full. Nothing was written; make room and try again.", cause),
        CannotOpen or Io => new StorageUnavailableException($"The database \"{path}\" cannot be reached ({cause.Message}). Nothing was written.", cause),
        _ => Opening(path, cause),
    };

    public static StorageException Newer(string path, long found, int known) =>
        new($"The database \"{path}\" has schema version {found}, this program knows up to {known}. Start the newer program, or name another file.");

    public static StorageException Foreign(string path) =>
        new($"The database \"{path}\" belongs to another program. Name another file.");
}
