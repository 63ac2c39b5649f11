using PostingsBot.Core.Postings;

namespace PostingsBot.Commands;

/// <summary>A parsed document for people: each fact with the line it stands in.</summary>
internal static class ParseListing
{
    public static void Write(TextWriter writer, ParsedDocument document)
    {
        writer.WriteLine($"{TerminalText.Printable(document.File)}: {TermNames.Of(document.Kind)}");
        if (document.Company is { } company)
        {
            foreach (var fact in PostingFacts.Of(company).GroupBy(fact => fact.Label, fact => fact.Value))
                Line(writer, fact.Key, [.. fact]);
            Line(writer, "sections", string.Join(", ", company.Sections.Select(section => section.Heading)), null);
        }

        foreach (var posting in document.Postings)
        {
            writer.WriteLine($"  {TerminalText.Printable(posting.Title.Value)} [{posting.Id}]");
            foreach (var fact in PostingFacts.All.Where(fact => fact.Field != "title"))
                Line(writer, fact.Label, [.. fact.Of(posting)]);
        }

        foreach (var diagnostic in document.Diagnostics)
            writer.WriteLine($"  note: {TerminalText.Printable(diagnostic.Message)}");
        writer.WriteLine();
    }

    private static void Line(TextWriter writer, string name, IReadOnlyList<FactValue> values)
    {
        if (values.Count > 0)
            Line(writer, name, string.Join(", ", values.Select(value => value.Text)), values[0].Evidence);
    }

    private static void Line(TextWriter writer, string name, string value, Evidence? evidence)
    {
        var where = evidence is { FirstLine: > 0 } ? $"  (line {evidence.FirstLine})" : "";
        writer.WriteLine($"    {name,-14} {TerminalText.Printable(value)}{where}");
    }
}
