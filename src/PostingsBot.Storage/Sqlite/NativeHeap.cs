using System.Runtime.InteropServices;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// The C library's heap, where SQLite's memory lies. What is freed there the GNU C library keeps for later, and of it gives back only what lies at an end:
/// https://man7.org/linux/man-pages/man3/malloc_trim.3.html.
/// </summary>
internal static partial class NativeHeap
{
    /// <summary>Gives what is free back to the system; where the C library has no such call nothing happens.</summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = TrimAll(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimAll(nuint kept);
}
