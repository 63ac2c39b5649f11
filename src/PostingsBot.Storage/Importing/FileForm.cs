namespace PostingsBot.Storage.Importing;

/// <summary>How the documents stand in a file.</summary>
public enum FileForm
{
    Document,
    StandardInput,
    Gzip,
    Zip,
    Tar,
    TarGzip,
}

/// <summary>A file's form by its name.</summary>
internal static class FileForms
{
    /// <summary>Stands for standard input where a path is given.</summary>
    public const string StandardInput = "-";

    /// <summary>Stands between an archive's path and the path inside it.</summary>
    public const string Inside = "!/";

    private static readonly (string Ending, FileForm Form)[] Endings =
    [
        (".zip", FileForm.Zip),
        (".tar", FileForm.Tar),
        (".tar.gz", FileForm.TarGzip),
        (".tgz", FileForm.TarGzip),
        (".gz", FileForm.Gzip),
    ];

    public static FileForm Of(string name) => Array.Find(Endings, known => name.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase)).Form;

    /// <summary>Whether the file holds documents with paths of their own.</summary>
    public static bool IsArchive(this FileForm form) => form is FileForm.Zip or FileForm.Tar or FileForm.TarGzip;
}
