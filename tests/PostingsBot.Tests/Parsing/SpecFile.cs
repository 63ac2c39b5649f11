using System.Text;

namespace PostingsBot.Tests.Parsing;

/// <summary>One example of a specification: its document and what is expected of it.</summary>
public sealed record SpecExample(string Name, string File, string Document, IReadOnlyList<(string Field, string Value)> Expected);

/// <summary>Reads the examples of a Markdown specification; Specs/README.md has the format.</summary>
internal static class SpecFile
{
    private const string Unnamed = "spec.md";

    public static IReadOnlyList<SpecExample> Read(string path)
    {
        var examples = new List<SpecExample>();
        var name = "";
        StringBuilder? document = null;
        var text = "";
        var file = Unnamed;
        var rows = new List<(string, string)>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("````", StringComparison.Ordinal))
            {
                text = document?.ToString() ?? text;
                file = document is not null ? file : line.Split(' ', 2) is [_, var written] ? written.Trim() : Unnamed;
                document = document is null ? new StringBuilder() : null;
            }
            else if (document is not null)
            {
                document.Append(line).Append('\n');
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close();
                name = line[3..];
            }
            else if (line.StartsWith('|') && !line.StartsWith("| field", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            {
                var cells = line.Trim('|').Split('|', 2);
                rows.Add((cells[0].Trim(), cells[1].Trim()));
            }
        }

        Close();
        return examples;

        void Close()
        {
            if (rows.Count > 0)
                examples.Add(new SpecExample(name, file, text, rows));
            rows = [];
        }
    }
}
