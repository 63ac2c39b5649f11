using PostingsBot.Commands;

namespace PostingsBot.Tests.Commands;

public class TerminalTextTests
{
    [Theory]
    [InlineData("plain – Größe 数据 🌎", "plain – Größe 数据 🌎")]
    [InlineData("\u001B[2J", "␛[2J")]
    [InlineData("a\tb", "a    b")]
    [InlineData("a\r\n\u0007\u007F", "a␍␊␇␡")]
    [InlineData("\u009B2J", "<U+009B>2J")]
    [InlineData("\u202Etxt.exe", "<U+202E>txt.exe")]
    public void Printable_Text_GivesNoOrders(string text, string printable) => Assert.Equal(printable, TerminalText.Printable(text));
}
