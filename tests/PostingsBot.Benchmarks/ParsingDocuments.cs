using System.Text;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Benchmarks;

/// <summary>The Markdown documents that parsing is measured on: the seeds, and the corpus beside the checkout where there is one.</summary>
internal static class ParsingDocuments
{
    private static readonly string? Corpus = FindCorpus();

    /// <summary>What was measured, for the output of a run.</summary>
    public static string Source => Corpus is null ? "the five seeds (no ../shared/corpus)" : "the five seeds and the Markdown of ../shared/corpus";

    /// <summary>Path, bytes, and the text that both sides read.</summary>
    public static IReadOnlyList<(string File, byte[] Bytes, string Text)> Load(string pattern = "*.md")
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"));
        if (Corpus is not null)
            files = files.Concat(Directory.EnumerateFiles(Corpus, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        return [.. files.Select(file => (File: file, Bytes: File.ReadAllBytes(file))).Select(file => (file.File, file.Bytes, TextDecoder.Decode(file.Bytes) ?? ""))];
    }

    /// <summary>Prose, a list, a table, one line or HTML of the given number of bytes, made of the seeds' own lines.</summary>
    public static byte[] Synthesise(string kind, int size)
    {
        var lines = Load("none").SelectMany(document => document.Text.Split('\n')).Select(line => line.Trim(' ', '*', '-', '#', '|', '+', '>')).Where(line => line.Length > 40).ToList();
        var text = new StringBuilder("# Senior Backend Engineer\n\n");
        if (kind is "table")
            text.Append("| Title | Company | Location |\n|---|---|---|\n");
        for (var i = 0; text.Length < size; i++)
        {
            var line = lines[i % lines.Count];
            text.Append(kind switch
            {
                "prose" => line + "\n\n",
                "list" => "- " + line + "\n",
                "table" => "| Engineer " + i % 100 + " | Acme | " + line.Replace('|', ' ') + " |\n",
                "line" => line + " ",
                _ => "<div><p>" + line + "</p><ul><li>" + line + "</li></ul></div>\n",
            });
        }

        return Encoding.UTF8.GetBytes(text.ToString(0, size));
    }

    private static string? FindCorpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus");
            if (Directory.Exists(corpus))
                return corpus;
        }

        return null;
    }
}
