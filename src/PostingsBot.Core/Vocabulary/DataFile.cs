using System.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>A line of a vocabulary file. Cells are separated by tabs; missing cells are empty.</summary>
internal sealed class DataLine(string file, int number, string[] cells)
{
    public string this[int cell] => cell < cells.Length ? cells[cell] : "";

    /// <summary>The items of a cell, separated by "|".</summary>
    public string[] List(int cell) => this[cell].Length == 0 ? [] : this[cell].Split('|');

    public InvalidDataException Fault(string what) => new($"{Where}: {what}");

    public string Where => $"{file} line {number}";
}

/// <summary>The vocabulary files, embedded in the assembly. Lines that start with "# " are comments.</summary>
internal static class DataFile
{
    private const string Prefix = "PostingsBot.Core.Vocabulary.Data.";

    public static IEnumerable<DataLine> Read(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8, false, 1 << 15);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
                yield return new DataLine(name, number, line.Split('\t'));
        }
    }

    public static Stream Open(string name) =>
        typeof(DataFile).Assembly.GetManifestResourceStream(Prefix + name)
        ?? throw new InvalidOperationException($"the vocabulary file {name} is not embedded");
}
