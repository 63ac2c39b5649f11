using System.Globalization;
using System.Text;

namespace PostingsBot.Tests.Support;

/// <summary>A damaged document and how it was made: the number makes it again from the same originals.</summary>
internal sealed record Mutant(string File, byte[] Content, string Recipe);

/// <summary>Makes damaged documents out of sound ones. The same originals and number make the same document.</summary>
internal sealed class DocumentMutator(IReadOnlyList<(string File, byte[] Bytes)> originals, int longLine)
{
    private const int Deep = 10_000;
    private const int OneDeepIn = 500;
    private const int OneLongIn = 2_500;

    private static readonly string[] Tokens =
    [
        "\0", "\uFEFF", "\r", "\r\n", "\u2028", "---\n", "+++\n", "{", "}", "[", "](", "<!--", "-->", "<script>", "<table><tr><td>", "</div>", "```\n", "~~~\n", "|", "\n|---|\n",
        "**", "__", "~~", "&amp;", "&#x110000;", "<![CDATA[", "<?xml version=\"1.0\"?>", "\t", "\u200B", "\u202E", "💰", "\uD83D", "Ã©", "â€™", "9999999999999", "$1-2-3k", "a: &x [*x]\n", "\\",
    ];

    private static readonly (string Open, string Close)[] Nests =
    [
        ("> ", ""), ("- ", ""), ("1. ", ""), ("* > ", ""), ("[", "]"), ("(", ")"), ("![", "](x)"), ("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", "</li></ul>"), ("<table><tr><td>", ""),
        ("{\"a\":", "}"), ("[[", "]]"), ("**", "**"), ("*a_", "_b*"), ("`", ""), ("<a href=\"", ""), ("- [", "](u)\n"), ("&lt;", ""), ("\n  - ", ""),
    ];

    private static readonly string[] Runs =
        ["a", "a ", "$1 ", "[a](b) ", "Engineer, ", "A B ", "@a.b", "1-", "remote ", "| a ", "<b>x</b>", "*", "_a", "`a` ", "https://a.example/ ", "é", "中", "\"", "a: b, ", "--- ", "![a](b)", "<", "&", "Berlin, "];

    public Mutant Make(int number)
    {
        var random = new Random(number);
        var (file, bytes) = originals[random.Next(originals.Count)];
        var recipe = new StringBuilder($"{number}: {Path.GetFileName(file)}");
        for (var step = random.Next(1, 4); step > 0; step--)
            bytes = Mutate(random, bytes, recipe);
        if (random.Next(OneDeepIn) == 0)
            bytes = Nest(random, bytes, recipe);
        if (random.Next(OneLongIn) == 0)
            bytes = Lengthen(random, bytes, recipe);
        return new Mutant(file, bytes, recipe.ToString());
    }

    private byte[] Mutate(Random random, byte[] bytes, StringBuilder recipe)
    {
        var (from, to) = Range(random, bytes.Length);
        var kind = random.Next(8);
        recipe.Append(CultureInfo.InvariantCulture, $", step {kind} at {from} to {to}");
        switch (kind)
        {
            case 0:
                return Flip(random, bytes);
            case 1:
                return bytes[..to];
            case 2:
                var other = originals[random.Next(originals.Count)].Bytes;
                var (start, end) = Range(random, other.Length);
                return [.. bytes[..from], .. other[start..end], .. bytes[from..]];
            case 3:
                return [.. bytes[..from], .. bytes[to..]];
            case 4:
                return [.. bytes[..to], .. bytes[from..]];
            case 5 or 6:
                return [.. bytes[..from], .. Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]), .. bytes[from..]];
            default:
                return random.Next(10) == 0 ? Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)) : Array.FindAll(bytes, b => b != (byte)'\n' || random.Next(4) > 0);
        }
    }

    private static byte[] Flip(Random random, byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        for (var i = random.Next(1, 20); i > 0 && flipped.Length > 0; i--)
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Nest(Random random, byte[] bytes, StringBuilder recipe)
    {
        var (open, close) = Nests[random.Next(Nests.Length)];
        recipe.Append(CultureInfo.InvariantCulture, $", {Deep} times {open}");
        return Insert(random, bytes, string.Concat(Enumerable.Repeat(open, Deep)) + "x" + string.Concat(Enumerable.Repeat(close, Deep)));
    }

    private byte[] Lengthen(Random random, byte[] bytes, StringBuilder recipe)
    {
        var run = Runs[random.Next(Runs.Length)];
        recipe.Append(CultureInfo.InvariantCulture, $", a line of {longLine} characters of {run}");
        return Insert(random, bytes, string.Concat(Enumerable.Repeat(run, longLine / run.Length)));
    }

    private static byte[] Insert(Random random, byte[] bytes, string text)
    {
        var at = random.Next(3) == 0 ? 0 : random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. Encoding.UTF8.GetBytes(text), .. bytes[at..]];
    }

    private static (int From, int To) Range(Random random, int length)
    {
        var one = random.Next(length + 1);
        var other = random.Next(length + 1);
        return (Math.Min(one, other), Math.Max(one, other));
    }
}
