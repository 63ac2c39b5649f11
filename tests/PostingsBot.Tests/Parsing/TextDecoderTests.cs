using System.Text;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Tests.Parsing;

public class TextDecoderTests
{
    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\fb\u0085c\u2028d", "a\fb\u0085c\u2028d")]
    public void Decode_LineEnds_OnlyThoseOfEditorsCount(string written, string read) => Assert.Equal(read, TextDecoder.Decode(Encoding.UTF8.GetBytes(written)));
}
