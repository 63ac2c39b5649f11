using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Tests.Parsing;

public class MojibakeTests
{
    [Theory]
    [InlineData("Brightwheelâ€™s vision", "Brightwheel’s vision")]
    [InlineData("child â€” by", "child — by")]
    [InlineData("ðŸŒŽ remote", "🌎 remote")]
    [InlineData("the worldâs best", "the world’s best")]
    [InlineData("we donât", "we don’t")]
    [InlineData("MÃ¼nchen", "München")]
    [InlineData("â€œquotedâ€\u009D", "“quoted”")]
    public void Mend_TextReadOnceAsWindows1252_RestoresIt(string damaged, string sound) => Assert.Equal(sound, Mojibake.Mend(damaged));

    [Fact]
    public void Mend_TextReadTwiceAsWindows1252_RestoresIt()
    {
        var once = Windows1252.Decode(Encoding.UTF8.GetBytes("it’s — fine"));
        var twice = Windows1252.Decode(Encoding.UTF8.GetBytes(once));

        Assert.Equal("it’s — fine", Mojibake.Mend(twice));
    }

    [Theory]
    [InlineData("«CAFÉ» et crème brûlée, mât, dégât, âme")]
    [InlineData("“IRMÔ, IRMÃ”, São Paulo, até já, não")]
    [InlineData("Über „MENÜ“ und Straße")]
    [InlineData("Ğ İstanbul Ürün Çalışanı")]
    [InlineData("募集要項 エンジニア 전임")]
    [InlineData("românâ în Bucureşti")]
    [InlineData("Ångström, Ærø, Łódź, naïve – 5 °C — “ok”…")]
    public void Mend_SoundText_ChangesNothing(string sound) => Assert.Equal(sound, Mojibake.Mend(sound));

    [Fact]
    public void Mend_SoundWordsOfManyLanguages_ChangesNothing()
    {
        var small = "abcdefghijklmnopqrstuvwxyzäöüéèêçñãõáíóúâôåæøłśżğşαβγжщы日本語한국".ToCharArray();
        var capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉÈÊÇÑÃÕÁÍÓÚÂÔÅÆØŁŚŻĞŞ".ToCharArray();
        var ends = new[] { " ", ", ", "” ", "» ", "’s ", "… ", " – ", ". ", "—" };
        var word = Gen.OneOf(Gen.Elements(small).NonEmptyListOf().Select(letters => letters.ToList()), Gen.Elements(capitals).NonEmptyListOf().Select(letters => letters.Prepend('A').ToList())).Select(letters => string.Concat(letters));
        var text = word.Zip(Gen.Elements(ends)).Select(pair => pair.Item1 + pair.Item2).ArrayOf().Select(string.Concat);
        var property = Prop.ForAll(text.ToArbitrary(), sound => Assert.Equal(sound, Mojibake.Mend(sound)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1, 3), property);
    }

    [Fact]
    public void Mend_DamagedLine_KeepsTheNumberOfLines() =>
        Assert.Equal(3, Mojibake.Mend("one\nitâ€™s\nthree").Split('\n').Length);
}
