using System.Text;
using System.Text.Json;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Tells data files from texts: JSON, JSON lines and XML. A JSON object followed by text is front matter, not data.</summary>
internal static class StructuredData
{
    public static bool Is(string text)
    {
        var head = text.AsSpan().TrimStart();
        if (head.StartsWith("<?xml", StringComparison.Ordinal) || head.StartsWith("<rss", StringComparison.Ordinal) || head.StartsWith("<feed", StringComparison.Ordinal))
            return true;
        return (head.StartsWith("{") || head.StartsWith("[")) && IsJson(head);
    }

    private static bool IsJson(ReadOnlySpan<char> text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.ToString()), new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 1000 });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
