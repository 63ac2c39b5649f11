using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

public sealed class PathPatternTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PathPatternTests()
    {
        foreach (var name in new[] { "a.md", "b.txt", "one/a.md", "one/two/a.md", "one/two/ab.md", "one/two/.hidden.md", "three/c.md" })
            folder.Write(name, "1 Cook");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("*.md", "a.md")]
    [InlineData("?.*", "a.md b.txt")]
    [InlineData("*/*.md", "one/a.md three/c.md")]
    [InlineData("**/*.md", "a.md one/a.md one/two/a.md one/two/ab.md three/c.md")]
    [InlineData("**/two/*", "one/two/a.md one/two/ab.md")]
    [InlineData("one/**", "one/a.md one/two/a.md one/two/ab.md")]
    [InlineData("**/**/a*.md", "a.md one/a.md one/two/a.md one/two/ab.md")]
    [InlineData("o*/t*/a?.md", "one/two/ab.md")]
    public void Of_PathWithWildcards_FindsWhatMatches(string pattern, string expected)
    {
        var listing = FileListing.Of([folder.File(pattern)]);

        Assert.Equal(expected, string.Join(' ', listing.Files.Select(file => Path.GetRelativePath(folder.Path, file.Path))));
        Assert.Empty(listing.Skipped);
    }

    [Fact]
    public void Of_NothingMatches_IsNamed() =>
        Assert.Equal("path.missing", Assert.Single(FileListing.Of([folder.File("*.html")]).Skipped).Code);

    [Fact]
    public void Of_NameThatHoldsAWildcard_IsThatFile()
    {
        var file = folder.Write("a*.md", "1 Cook");

        Assert.Equal([file], FileListing.Of([file]).Files.Select(found => found.Path));
    }
}
