using System.Text;
using Markdig;
using PostingsBot.Cards;

namespace PostingsBot.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("Senior C# / C++ Engineer (m/f/d)", "Senior C# / C++ Engineer (m/f/d)")]
    [InlineData("snake_case and _emphasis_", @"snake_case and \_emphasis\_")]
    [InlineData("*bold* **x**", @"\*bold\* \*\*x\*\*")]
    [InlineData("[click](https://evil.example)", @"\[click\](https://evil.example)")]
    [InlineData("# Title", @"\# Title")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("2017-07-27", "2017-07-27")]
    [InlineData("<script>alert(1)</script>", @"\<script>alert(1)\< /script>")]
    [InlineData("R&D &copy; & more", @"R\&D \&copy; & more")]
    [InlineData("{{DATE(2026-02-14T06:08:00Z, SHORT)}}", "{ {DATE(2026-02-14T06:08:00Z, SHORT)}}")]
    public void Markdown_Text_ReadsAsWritten(string text, string expected) => Assert.Equal(expected, CardText.Markdown(text));

    [Theory]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("evil\u202Etxt.exe", "eviltxt.exe")]
    [InlineData("\u2066a\u2069\u200B\uFEFF", "a")]
    [InlineData("a\r\n\tb  c ", "a b c")]
    [InlineData("<at>Bob</at>", "< at>Bob< /at>")]
    [InlineData("<A\u200BT>Bob", "< AT>Bob")]
    [InlineData("{\u200B{x}}", "{ {x}}")]
    [InlineData("👩‍💻 é ñ 日本", "👩‍💻 é ñ 日本")]
    [InlineData("\uD83D alone", "alone")]
    [InlineData("\U000E0041tag", "tag")]
    [InlineData("", "")]
    public void Plain_Text_LosesWhatDeceives(string text, string expected) => Assert.Equal(expected, CardText.Plain(text));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("the quick brown fox", 12, "the quick…")]
    [InlineData("abcdefghij", 5, "abcd…")]
    [InlineData("ab👩cd", 4, "ab…")]
    public void Cut_Text_KeepsWordsAndPairs(string text, int longest, string expected) => Assert.Equal(expected, CardText.Cut(text, longest));

    [Fact]
    public void Markdown_RandomHostileText_RendersAsPlainTextAgain()
    {
        const string alphabet = "aB1 *_[]()<>#-+.!`~|\\{}&;:/@=\"'\n\r\t\u202E\u200B";
        string[] pieces = ["<at>", "</at>", "{{", "}}", "![x](http://y)", "[a]: b", "---", "1. ", "- ", "&lt;", "<!--", "https://x.example", "    "];
        var random = new Random(20170727);
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 24); i > 0; i--)
            {
                if (random.Next(4) == 0)
                    text.Append(pieces[random.Next(pieces.Length)]);
                else
                    text.Append(alphabet[random.Next(alphabet.Length)]);
            }

            var plain = CardText.Plain(text.ToString());
            Assert.Equal(plain, CardText.Plain(plain));
            Assert.DoesNotContain("{{", plain, StringComparison.Ordinal);
            Assert.DoesNotContain("<at", plain, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("</", plain, StringComparison.Ordinal);
            var html = Markdown.ToHtml(CardText.Markdown(plain)).Trim();
            Assert.Equal(plain.Length == 0 ? "" : $"<p>{Html(plain)}</p>", html);
        }
    }

    [Theory]
    [InlineData("https://example.com/apply?x=1", true)]
    [InlineData("http://example.com", true)]
    [InlineData("mailto:jobs@example.com", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/careers/apply", false)]
    [InlineData("careers.html", false)]
    [InlineData("//example.com/x", false)]
    [InlineData("https://good.example@evil.example/", false)]
    [InlineData("https://exa mple.com", false)]
    [InlineData(" https://example.com", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsSafe_Address_OnlyWebAndMail(string? address, bool safe) => Assert.Equal(safe, SafeLink.IsSafe(address));

    private static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
