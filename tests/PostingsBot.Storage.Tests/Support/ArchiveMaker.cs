using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>Real archives of entries given as (name, text).</summary>
internal static class ArchiveMaker
{
    public static void Zip(string file, params (string Name, string Text)[] entries)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    public static void Tar(string file, bool isPacked, params (string Name, string Text)[] entries)
    {
        using var stream = File.Create(file);
        using var packed = isPacked ? new GZipStream(stream, CompressionLevel.Fastest) : (Stream)stream;
        using var writer = new TarWriter(packed);
        foreach (var (name, text) in entries)
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.md") { LinkName = "/etc/passwd" });
    }

    public static void Gzip(string file, string text)
    {
        using var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }
}
