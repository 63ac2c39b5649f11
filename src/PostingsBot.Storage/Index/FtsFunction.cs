using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PostingsBot.Storage.Index;

/// <summary>
/// The FTS5 function read_word(search): hands each row that a MATCH finds to the reader that runs on this thread. It has no result, so that no row leaves SQLite.
/// </summary>
internal static unsafe partial class FtsFunction
{
    private const string Library = "e_sqlite3";
    private const int Ok = 0;

    [ThreadStatic]
    private static WordReader? current;

    /// <summary>Makes the function known to a connection.</summary>
    public static void Register(sqlite3 connection)
    {
        FtsApi* api = null;
        var db = connection.DangerousGetHandle();
        fixed (byte* sql = "SELECT fts5(?1)\0"u8, type = "fts5_api_ptr\0"u8, name = "read_word\0"u8)
        {
            nint statement = 0;
            SqliteException.ThrowExceptionForRC(Prepare(db, sql, -1, &statement, null), connection);
            // Whatever fails here leaves the pointer empty.
            _ = BindPointer(statement, 1, &api, type, 0);
            _ = Step(statement);
            _ = Finish(statement);
            if (api is null || api->CreateFunction(api, name, 0, &OnRow, 0) != Ok)
                throw new StorageException("This build of SQLite has no FTS5: the search index cannot work. Reinstall PostingsBot with its own SQLite library.");
        }

        GC.KeepAlive(connection);
    }

    /// <summary>Runs a statement whose rows go to the reader.</summary>
    public static void Run(WordReader reader, Action statement)
    {
        var outer = current;
        current = reader;
        try
        {
            statement();
        }
        finally
        {
            current = outer;
        }

        reader.ThrowIfFailed();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnRow(FtsRowApi* api, nint context, nint result, int count, nint values) => current?.Take(api, context);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2")]
    private static partial int Prepare(nint db, byte* sql, int length, nint* statement, byte** tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    private static partial int BindPointer(nint statement, int index, void* value, byte* type, nint destroy);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    private static partial int Finish(nint statement);
}
