using System.Buffers;
using System.Text;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>Bytes to characters: byte order marks, UTF-8, UTF-16 without a mark, else Windows-1252; null when the bytes are no text.</summary>
internal static class TextDecoder
{
    private const int Sample = 4096;
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(number => (char)number).Where(c => c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001B'))]);

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static string? Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return DecodeEightBit(content[3..]);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return TextOrNull(Encoding.Unicode.GetString(content[2..]));
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return TextOrNull(Encoding.BigEndianUnicode.GetString(content[2..]));
        return WideEncoding(content) is { } wide ? TextOrNull(wide.GetString(content)) : DecodeEightBit(content);
    }

    private static string? DecodeEightBit(ReadOnlySpan<byte> content)
    {
        try
        {
            return TextOrNull(StrictUtf8.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            return TextOrNull(MostlyUtf8(content) ? Encoding.UTF8.GetString(content) : Windows1252.Decode(content));
        }
    }

    // Latin text in UTF-16 has a zero in nearly every second byte.
    private static Encoding? WideEncoding(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Sample)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }

        var most = head.Length / 2 * 7 / 10;
        if (head.Length < 8)
            return null;
        return (odd > most, even > most) switch
        {
            (true, false) => Encoding.Unicode,
            (false, true) => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    // A single damaged byte must not turn a whole UTF-8 document into Windows-1252.
    private static bool MostlyUtf8(ReadOnlySpan<byte> content)
    {
        int good = 0, bad = 0;
        while (!content.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(content, out var rune, out var length);
            if (status is not System.Buffers.OperationStatus.Done)
                bad++;
            else if (!rune.IsAscii)
                good++;
            content = content[length..];
        }

        return good > bad;
    }

    private static string? TextOrNull(string text)
    {
        var controls = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(Controls) is var at and >= 0; rest = rest[(at + 1)..])
        {
            if (rest[at] is '\0')
                return null;
            controls++;
        }

        return controls * 20 > text.Length ? null : LineEnds(text);
    }

    // Only these end a line for an editor and for the reader of an answer; a form feed or U+2028 does not.
    private static string LineEnds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
