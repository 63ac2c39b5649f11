using System.Text;
using PostingsBot.Core.Export;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

/// <summary>Reads the value of a field as it would be read in a file: as a key of the front matter, or as a line of the requirements.</summary>
internal static class ParsedValue
{
    private static readonly DocumentParser Parser = new();

    /// <summary>What a document reads from a key of its front matter.</summary>
    public static Posting? OfKey(string key, string value) => Read($"{key}: {PostingMarkdown.Quoted(value)}\n", "We look forward to your application.");

    /// <summary>Where remote work is limited to.</summary>
    public static Posting? OfRemoteWithin(string value) => Read($"workplace: remote\nremote_within: {PostingMarkdown.Quoted(value)}\n", "We look forward to your application.");

    /// <summary>What a document reads from a sentence among its requirements.</summary>
    public static Posting? OfLine(string line) => Read("", $"## Requirements\n\n- {MarkdownText.Escape(line)}");

    /// <summary>A document with a title that names a job: without one, nothing is a posting.</summary>
    private static Posting? Read(string keys, string text)
    {
        var title = keys.StartsWith("title:", StringComparison.Ordinal) ? "" : "title: Baker\n";
        return Parser.Parse("correction.md", Encoding.UTF8.GetBytes($"---\n{title}{keys}---\n\n{text}\n")).Postings is [var posting] ? posting : null;
    }
}
