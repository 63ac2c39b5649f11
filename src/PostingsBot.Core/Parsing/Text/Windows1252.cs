namespace PostingsBot.Core.Parsing.Text;

/// <summary>Windows-1252 both ways. The five bytes it leaves undefined stand for the control characters of the same number, as browsers read them.</summary>
internal static class Windows1252
{
    private const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly Dictionary<char, byte> Bytes = High
        .Select((c, i) => (c, (byte)(0x80 + i)))
        .ToDictionary(pair => pair.c, pair => pair.Item2);

    public static string Decode(ReadOnlySpan<byte> content)
    {
        var characters = new char[content.Length];
        for (var i = 0; i < content.Length; i++)
            characters[i] = content[i] is >= 0x80 and <= 0x9F ? High[content[i] - 0x80] : (char)content[i];
        return new string(characters);
    }

    /// <summary>The byte that stands for the character, or -1 when the code page has none.</summary>
    public static int ByteOf(char c)
    {
        if (c < 0x100)
            return c;
        return Bytes.TryGetValue(c, out var value) ? value : -1;
    }
}
