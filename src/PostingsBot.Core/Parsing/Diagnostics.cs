using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing;

/// <summary>Every remark the parser makes on a document, in one place.</summary>
internal static class Diagnostics
{
    public static Diagnostic TooLarge(int length, int most) =>
        new("too-large", string.Create(CultureInfo.InvariantCulture, $"The document has {length:N0} bytes; at most {most:N0} are read. It was skipped."), null);

    public static Diagnostic NotText() => new("not-text", "The document is not text. It was skipped.", null);

    public static Diagnostic Empty() => new("empty", "The document is empty.", null);

    public static Diagnostic FrontMatter(string problem, int? line) =>
        new("front-matter", char.ToUpperInvariant(problem[0]) + problem[1..] + "; the rest of the document was read.", line);

    public static Diagnostic TooDeep() => new("too-deep", "The markup is nested too deeply; the document was read as plain lines.", null);

    public static Diagnostic LongLine(int line, int longest) =>
        new("long-line", string.Create(CultureInfo.InvariantCulture, $"Line {line} has more than {longest:N0} characters; what stands behind them was not read."), line);

    public static Diagnostic Structured(string saw) =>
        new("structured-data", $"The document is {saw}; it does not read as job postings. Nothing was read from it.", null);

    public static Diagnostic TypeDefinition(string syntax) =>
        new("type-definition", $"The {syntax} declares entities or a document type, which can make it explode or read other files. It was not read; remove the DOCTYPE.", null);

    public static Diagnostic RaggedRows(int count, int line) =>
        new("ragged-rows", string.Create(CultureInfo.InvariantCulture, $"{count:N0} rows have more or fewer cells than the header, the first at line {line}; what their cells hold was read by position."), line);

    public static Diagnostic OpenQuote(int line) =>
        new("malformed-data", string.Create(CultureInfo.InvariantCulture, $"The quote that opens in the row at line {line} is never closed; the rows before it were read."), line);

    public static Diagnostic Truncated(string syntax, int line) =>
        new("truncated-data", string.Create(CultureInfo.InvariantCulture, $"The {syntax} ends in the middle, at line {line}; what was whole before it was read."), line);

    public static Diagnostic Malformed(string syntax, int line) =>
        new("malformed-data", string.Create(CultureInfo.InvariantCulture, $"The {syntax} is not well-formed at line {line}; what was whole before it was read."), line);

    public static Diagnostic DataTooDeep(string syntax, int levels, int line) =>
        new("too-deep", string.Create(CultureInfo.InvariantCulture, $"The {syntax} nests more than {levels} levels deep at line {line}; what was whole before it was read."), line);

    public static Diagnostic RecordsWithoutTitle(int count) =>
        new("no-title", string.Create(CultureInfo.InvariantCulture, $"{count:N0} records name no role; they were left out."), null);

    public static Diagnostic Unlisted(int count) =>
        new("unlisted", string.Create(CultureInfo.InvariantCulture, $"{count:N0} jobs are not listed on their board; they were left out."), null);

    public static Diagnostic OtherThread(string title) =>
        new("other-thread", $"The thread \"{(title.Length > 120 ? title[..120] : title)}\" is not one in which employers offer jobs; its comments were not read as postings.", null);

    public static Diagnostic CommentsWithoutRole(int count) =>
        new("no-title", string.Create(CultureInfo.InvariantCulture, $"{count:N0} comments of the thread name no role; they were left out."), null);

    public static Diagnostic JsonLd(int line) =>
        new("json-ld", string.Create(CultureInfo.InvariantCulture, $"The JSON-LD that begins or breaks at line {line} is not well-formed; the page was read without it."), line);

    public static Diagnostic TooSlow(string what) =>
        new("too-slow", $"{what} took too long on this document; what it reads was left out.", null);

    public static Diagnostic Ambiguous(string field, string doubt, int? line) => new("ambiguous-" + field, doubt, line);
}
