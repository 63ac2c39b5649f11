using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Tests.Parsing;

public class FrontMatterTests
{
    [Theory]
    [InlineData("+++\ntitle = \"A \\\"B\\\"\"\n+++\n", "title", "A \"B\"", 2)]
    [InlineData("+++\ntitle = \"D\\u00E9veloppeur \\U0001F30E\"\n+++\n", "title", "Développeur 🌎", 2)]
    [InlineData("+++\ntitle = \"\"\"Caf\\u00E9\ntwo\"\"\"\n+++\n", "title", "Café\ntwo", 2)]
    [InlineData("+++\ntitle = 'C:\\u00E9'\n+++\n", "title", "C:\\u00E9", 2)]
    [InlineData("+++\n# note\ntitle = 'x'\n[params]\nplace = \"Rome\"\n+++\n", "params.place", "Rome", 5)]
    [InlineData("+++\ntags = [\n  \"a\",\n  \"b\" ]\nz = 1 # one\n+++\n", "tags", "b", 4)]
    [InlineData("+++\ntags = [ \"a\", \"b\" ]\nz = 1 # one\n+++\n", "z", "1", 3)]
    [InlineData("---\ntitle: T\ncontact:\n  email: a@b.c\n---\n", "contact.email", "a@b.c", 4)]
    [InlineData("---\ncreated: !!timestamp '2015-12-15'\n---\n", "created", "2015-12-15", 2)]
    [InlineData("---\ntags:\n  - a\n  - b\n---\n", "tags", "b", 4)]
    [InlineData("---\nld: { \"name\" : \"N\" }\n---\n", "ld.name", "N", 2)]
    [InlineData("{\n\"title\": \"T\",\n\"pay\": { \"min\": 5 }\n}\nbody\n", "pay.min", "5", 3)]
    public void Split_Entry_HasPathValueAndLine(string text, string path, string value, int line)
    {
        var block = FrontMatterSplitter.Split(new SourceText(text));

        Assert.Null(block.Problem);
        Assert.Contains(new FrontMatterEntry(path, value, line), block.Entries);
    }

    [Theory]
    [InlineData("# Title\n---\ntext\n")]
    [InlineData("---\n\n---\ntext\n")]
    [InlineData("---\nnever closed\n")]
    public void Split_NoFrontMatter_LeavesTheBodyWhole(string text) => Assert.False(FrontMatterSplitter.Split(new SourceText(text)).IsPresent);

    [Fact]
    public void Split_FrontMatter_BodyStartsBehindTheFence() =>
        Assert.Equal(4, FrontMatterSplitter.Split(new SourceText("---\ntitle: T\n---\n# Body\n")).BodyLine);
}
