using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>
/// JSON in the few characters that Slack carries with a button or a modal: as it is, or compressed when it is longer. It holds no <c>&lt;</c>, <c>&gt;</c> or
/// <c>&amp;</c>, which Slack returns escaped.
/// </summary>
internal static class PackedJson
{
    private const string Mark = "b:";
    private const int Quality = 9;
    private const int Window = 16;

    /// <summary>Bytes that a packed value may hold: it cannot grow without end.</summary>
    private const int Largest = 32 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Null when it cannot be made short enough.</summary>
    public static string? Pack(JsonObject data, int most)
    {
        var json = data.ToJsonString(Json);
        if (json.Length <= most)
            return json;
        var bytes = Encoding.UTF8.GetBytes(json);
        if (bytes.Length > Largest)
            return null;
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window) && Base64Url.GetEncodedLength(length) + Mark.Length <= most
            ? Mark + Base64Url.EncodeToString(packed.AsSpan(0, length))
            : null;
    }

    /// <summary>Null when it is none of ours.</summary>
    public static JsonObject? Unpack(string? value, int most)
    {
        if (value is not { Length: > 1 } || value.Length > most)
            return null;
        try
        {
            return JsonNode.Parse(value.StartsWith(Mark, StringComparison.Ordinal) ? Inflate(value.AsSpan(Mark.Length)) : Encoding.UTF8.GetBytes(value)) as JsonObject;
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Inflate(ReadOnlySpan<char> value)
    {
        var json = new byte[Largest];
        return BrotliDecoder.TryDecompress(Base64Url.DecodeFromChars(value), json, out var length) ? json[..length] : throw new FormatException("not compressed by us");
    }
}
