using System.Text;
using System.Text.RegularExpressions;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>
/// Mends UTF-8 that was read as Windows-1252, once or more often, line by line: only sequences that decode strictly and that sound
/// text does not hold are touched. Line ends stay where they are.
/// </summary>
internal static partial class Mojibake
{
    private const int MaxPasses = 3;

    public static string Mend(string text)
    {
        if (!HasLead(text))
            return text;
        StringBuilder? mended = null;
        var copied = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is var next and >= 0 ? next : text.Length;
            if (!HasLead(text.AsSpan(start, end - start)))
                continue;
            mended ??= new StringBuilder(text.Length);
            mended.Append(text, copied, start - copied).Append(MendLine(text[start..end]));
            copied = end;
        }

        return mended!.Append(text, copied, text.Length - copied).ToString();
    }

    private static string MendLine(string line)
    {
        for (var pass = 0; pass < MaxPasses && HasLead(line); pass++)
        {
            var mended = MendOnce(line);
            if (mended == line)
                break;
            line = mended;
        }

        return LostControls().Replace(line, "’");
    }

    private static string MendOnce(string line)
    {
        var result = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            if (line[i] >= 0x80 && TryDecode(line, i, out var rune, out var length) && IsDamage(line, i, length, rune))
            {
                result.Append(rune.ToString());
                i += length;
            }
            else
            {
                result.Append(line[i++]);
            }
        }

        return result.ToString();
    }

    private static bool TryDecode(string line, int at, out Rune rune, out int length)
    {
        rune = default;
        length = Windows1252.ByteOf(line[at]) switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || at + length > line.Length)
            return false;
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < length; i++)
        {
            var value = Windows1252.ByteOf(line[at + i]);
            if (value < 0 || (i > 0 && value is < 0x80 or > 0xBF))
                return false;
            bytes[i] = (byte)value;
        }

        return Rune.DecodeFromUtf8(bytes[..length], out rune, out var used) is System.Buffers.OperationStatus.Done && used == length;
    }

    // Sound text can hold a capital letter before a closing quotation mark («CAFÉ», “IRMÃ”), which also decodes.
    private static bool IsDamage(string line, int at, int length, Rune rune) => length switch
    {
        4 => true,
        3 when rune.Value is >= 0x2000 and < 0x2C00 or 0xFEFF or 0xFE0F => true,
        3 => HasNeighbour(line, at, length),
        _ when line[at] is 'Â' or 'Ã' => !IsClosing(line[at + 1]) || !AfterCapital(line, at),
        _ => !IsClosing(line[at + 1]) && (HasNeighbour(line, at, length) || (line[at] is 'Ä' or 'Å' && AfterSmall(line, at))),
    };

    private static bool HasNeighbour(string line, int at, int length) =>
        TryDecode(line, at + length, line.Length) || (at >= length && TryDecode(line, at - length, at));

    private static bool TryDecode(string line, int at, int end) => at < end && TryDecode(line, at, out _, out _);

    private static bool IsClosing(char c) => c is '’' or '”' or '“' or '»' or '›' or '…' or '\u00A0' or '–' or '—' or '°' or 'ª' or 'º' or '™' or '®' or '©';

    private static bool AfterCapital(string line, int at) => at > 0 && char.IsUpper(line[at - 1]);

    private static bool AfterSmall(string line, int at) => at > 0 && char.IsLower(line[at - 1]);

    private static bool HasLead(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u00C2', '\u00F4');

    // "worldâs": the apostrophe's two control characters were dropped on the way.
    [GeneratedRegex(@"(?<=\b[A-Za-z]{2,})â(?=(?:s|re|ll|ve)\b)|(?<=[nN])â(?=t\b)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LostControls();
}
