using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing;

/// <summary>Every remark the parser makes on a document, in one place.</summary>
internal static class Diagnostics
{
    public static Diagnostic TooLarge(int length) =>
        new("too-large", string.Create(CultureInfo.InvariantCulture, $"The document has {length:N0} bytes; at most {DocumentParser.MaxBytes:N0} are read. It was skipped."), null);

    public static Diagnostic NotText() => new("not-text", "The document is not text. It was skipped.", null);

    public static Diagnostic Empty() => new("empty", "The document is empty.", null);

    public static Diagnostic FrontMatter(string problem, int? line) =>
        new("front-matter", char.ToUpperInvariant(problem[0]) + problem[1..] + "; the rest of the document was read.", line);

    public static Diagnostic TooDeep() => new("too-deep", "The markup is nested too deeply; the document was read as plain lines.", null);

    public static Diagnostic Structured() =>
        new("structured-data", "The document is structured data (JSON, XML or CSV), not a text. Its records were not read as postings.", null);

    public static Diagnostic TooSlow(string what) =>
        new("too-slow", $"{what} took too long on this document; what it reads was left out.", null);

    public static Diagnostic Ambiguous(string field, string doubt, int? line) => new("ambiguous-" + field, doubt, line);
}
