using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

public sealed class ArchiveTests : IDisposable
{
    private static readonly (string Name, string Text)[] Two = [("b/one.md", "1 Cook"), ("./a.md", "2 Baker")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("jobs.zip")]
    [InlineData("jobs.tar")]
    [InlineData("jobs.tar.gz")]
    [InlineData("JOBS.TGZ")]
    public async Task Read_Archive_GivesItsDocumentsByTheirPathInside(string name)
    {
        var read = await ReadAsync(Make(name, Two));

        Assert.Equal([name + "!/b/one.md", name + "!/a.md"], Documents(read));
    }

    [Fact]
    public async Task Read_Gzip_IsOneDocument()
    {
        var file = folder.File("a.md.gz");
        ArchiveMaker.Gzip(file, "1 Cook");

        Assert.Equal(["a.md.gz"], Documents(await ReadAsync(file)));
    }

    [Theory]
    [InlineData("jobs.zip", "archive.damaged")]
    [InlineData("jobs.tar", "archive.damaged")]
    [InlineData("jobs.tgz", "archive.damaged")]
    [InlineData("a.md.gz", "archive.damaged")]
    public async Task Read_CutOff_SaysSo(string name, string code)
    {
        var text = string.Join('\n', Enumerable.Range(1, 300).Select(i => $"{i} Cook {i * 7919 % 1000}"));
        var file = folder.File(name);
        if (name.EndsWith(".md.gz", StringComparison.Ordinal))
            ArchiveMaker.Gzip(file, text);
        else
            Make(name, ("a.md", text));
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(bytes.Length / 3)]);

        Assert.Contains(await ReadAsync(file), document => document.Skipped?.Code == code);
    }

    [Theory]
    [InlineData("no archive at all, but long enough to hold the end of one if it were one")]
    [InlineData("PK\u0003\u0004")]
    public async Task Read_NoArchive_SaysSo(string content)
    {
        foreach (var name in new[] { "a.zip", "a.tar", "a.tgz", "a.gz" })
            Assert.StartsWith("archive.damaged", Assert.Single(Reasons(await ReadAsync(folder.Write(name, content)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.md")]
    [InlineData("a/../../evil.md")]
    [InlineData("/etc/evil.md")]
    [InlineData("C:\\evil.md")]
    [InlineData("..\\evil.md")]
    public async Task Read_NameThatLeadsOut_IsRefusedAndTheRestGoesOn(string name)
    {
        var read = await ReadAsync(Make("jobs.zip", (name, "1 Cook"), ("good.md", "2 Baker")));

        Assert.Equal(["jobs.zip!/good.md"], Documents(read));
        Assert.Equal(["archive.bad-name"], Reasons(read));
    }

    [Theory]
    [InlineData("archive.nested", "inner.zip", "1 Cook")]
    [InlineData("archive.nested", "inner.md.gz", "1 Cook")]
    [InlineData("file.empty", "empty.md", "")]
    [InlineData("file.too-large", "large.md", "1 Cook for more people than a hundred bytes of text can name: butchers, bakers, candlestick makers")]
    [InlineData("file.not-text", "picture.png", "\0")]
    [InlineData("archive.same-name", "good.md", "1 Cook")]
    public async Task Read_BadEntry_IsNamedAndTheRestGoesOn(string code, string name, string text)
    {
        var read = await ReadAsync(Make("jobs.zip", ("good.md", "2 Baker"), (name, text), ("last.md", "3 Butcher")), new ReadingLimits { MostBytes = 50 });

        Assert.Equal(["jobs.zip!/good.md", "jobs.zip!/last.md"], Documents(read));
        Assert.Equal([code], Reasons(read));
    }

    [Fact]
    public async Task Read_LinkInATar_IsNotFollowed() => Assert.Equal(["archive.no-file"], Reasons(await ReadAsync(Make("jobs.tar", Two))));

    [Theory]
    [InlineData("jobs.zip")]
    [InlineData("jobs.tgz")]
    public async Task Read_Bomb_IsLeftBeforeItFillsTheMachine(string name)
    {
        var bomb = Make(name, [.. Enumerable.Range(0, 100).Select(i => ($"{i}.md", new string('1', 100_000)))]);

        var byRatio = await ReadAsync(bomb, new ReadingLimits { AnyRatioBytes = 1_000_000, MostArchiveRatio = 20 });
        var bySize = await ReadAsync(bomb, new ReadingLimits { MostArchiveBytes = 1_000_000, MostArchiveRatio = int.MaxValue });
        var byCount = await ReadAsync(bomb, new ReadingLimits { MostArchiveEntries = 10 });

        Assert.Equal(["archive.too-large"], Reasons(byRatio));
        Assert.Equal(["archive.too-large"], Reasons(bySize));
        Assert.Equal(["archive.too-many"], Reasons(byCount));
        Assert.All(new[] { byRatio, bySize, byCount }, read => Assert.InRange(Documents(read).Count, 8, 40));
    }

    [Fact]
    public async Task Read_EditorsFilesInside_ArePassedOver()
    {
        var read = await ReadAsync(Make("jobs.zip", (".git/a.md", "1 Cook"), ("a.md~", "2 Baker"), ("__MACOSX/._a.md", "x"), ("a.md", "3 Butcher")));

        Assert.Equal(["jobs.zip!/a.md"], Documents(read));
        Assert.Empty(Reasons(read));
    }

    private string Make(string name, params (string Name, string Text)[] entries)
    {
        var file = folder.File(name);
        if (name.EndsWith(".zip", StringComparison.Ordinal))
            ArchiveMaker.Zip(file, entries);
        else
            ArchiveMaker.Tar(file, isPacked: !name.EndsWith(".tar", StringComparison.Ordinal), entries);
        return file;
    }

    private static async Task<List<ReadDocument>> ReadAsync(string file, ReadingLimits? limits = null)
    {
        var read = new List<ReadDocument>();
        await foreach (var document in new DocumentReader(new LineParser().Parse, "1", limits).ReadAsync(FileListing.Of([file]).Files, CancellationToken.None))
            read.Add(document);
        return read;
    }

    private List<string> Documents(List<ReadDocument> read) =>
        [.. read.Where(document => document is { Document: not null, Skipped: null }).Select(document => Path.GetRelativePath(folder.Path, document.File).Replace(Path.DirectorySeparatorChar, '/'))];

    private static List<string> Reasons(List<ReadDocument> read) => [.. read.Select(document => document.Skipped?.Code).OfType<string>()];
}
