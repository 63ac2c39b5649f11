using System.Globalization;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands;

/// <summary>The end of a reading for people: what was found, the parser's remarks by kind, what was left out by reason, how long it took.</summary>
internal static class ReadingReport
{
    private const int MostExamples = 3;
    private const int LongestExample = 200;

    public static void Write(TextWriter writer, ReadingTally contents, IReadOnlyList<SkippedFile> skipped, TimeSpan took)
    {
        var kinds = string.Join(", ", contents.Kinds.Select(kind => $"{Count(kind.Value)} {TermNames.Of(kind.Key)}"));
        writer.WriteLine($"{Counted(contents.Documents, "document")} read{(kinds.Length > 0 ? $" ({kinds})" : "")}, {Counted(contents.Postings, "posting")}, in {Seconds(took)}.");
        WriteGroups(writer, "Remarks:", contents.Notes.Select(note => (note.Code, note.Count, note.Examples)));
        WriteGroups(writer, $"Left out ({Count(skipped.Count)}):", skipped
            .GroupBy(reason => reason.Code)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count(), (IReadOnlyList<string>)[.. group.Take(MostExamples).Select(reason => reason.Message)])));
    }

    public static string Counted(int number, string what) => $"{Count(number)} {what}{(number == 1 ? "" : "s")}";

    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");

    private static void WriteGroups(TextWriter writer, string heading, IEnumerable<(string Code, int Count, IReadOnlyList<string> Examples)> groups)
    {
        var isFirst = true;
        foreach (var (code, count, examples) in groups)
        {
            if (isFirst)
                writer.WriteLine(heading);
            isFirst = false;
            writer.WriteLine($"  {code}: {Count(count)}");
            foreach (var example in examples)
                writer.WriteLine("    " + TerminalText.Printable(example.Length > LongestExample ? example[..LongestExample] + "…" : example));
            if (count > examples.Count)
                writer.WriteLine($"    and {Count(count - examples.Count)} more");
        }
    }
}
