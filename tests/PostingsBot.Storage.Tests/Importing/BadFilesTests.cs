using System.Diagnostics;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

/// <summary>Files that cannot be read: each is named with its reason, and the rest goes on.</summary>
public sealed class BadFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> read = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Read_LargeFile_IsRefusedBySizeWithoutBeingRead()
    {
        using (var file = File.Create(folder.File("large.md")))
            file.SetLength(100_000_000);

        var reason = await OnlyReasonAsync();

        Assert.Equal("file.too-large", reason.Code);
        Assert.Contains("100,000,000", reason.Message, StringComparison.Ordinal);
        Assert.Contains("10,485,760", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Empty_IsNamed()
    {
        folder.Write("empty.md", "");

        Assert.Equal("file.empty", (await OnlyReasonAsync()).Code);
    }

    [Fact]
    public async Task Read_Pipe_DoesNotWaitForItsWriter()
    {
        if (OperatingSystem.IsWindows())
            return;
        await RunAsync("mkfifo", folder.File("pipe.md"));

        Assert.Equal("file.empty", (await OnlyReasonAsync()).Code);
    }

    [Fact]
    public async Task Read_Forbidden_IsNamed()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            return;
        File.SetUnixFileMode(folder.Write("secret.md", "1 Cook"), UnixFileMode.None);

        Assert.Equal("file.unreadable", (await OnlyReasonAsync()).Code);
    }

    [Fact]
    public async Task Read_LinksThatLeadNowhere_AreNamed()
    {
        File.CreateSymbolicLink(folder.File("dangling.md"), "gone.md");
        File.CreateSymbolicLink(folder.File("self.md"), "self.md");
        Directory.CreateSymbolicLink(folder.File("loop"), ".");

        Assert.Equal(["file.linked", "file.unreadable", "file.vanished"], (await ReasonsAsync()).Select(reason => reason.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_NameThatIsNoUtf8_IsNamed()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await RunAsync("sh", "-c", $"printf x > \"{folder.Path}/$(printf 'bad\\377.md')\"");

        var reason = await OnlyReasonAsync();

        // .NET cannot delete what it cannot name.
        await RunAsync("sh", "-c", $"rm \"{folder.Path}\"/bad*");
        Assert.Equal("file.bad-name", reason.Code);
    }

    [Fact]
    public async Task Read_FileVanishesAfterTheListing_IsNamed()
    {
        var file = folder.Write("a.md", "1 Cook");
        folder.Write("b.md", "2 Baker");
        var listing = FileListing.Of([folder.Path]);
        File.Delete(file);

        Assert.Equal("file.vanished", Assert.Single(await ReasonsAsync(listing)).Code);
        Assert.Equal(["b.md"], read);
    }

    [Fact]
    public async Task Read_FolderVanishesAfterTheListing_NamesItsFiles()
    {
        folder.Write("gone/a.md", "1 Cook");
        folder.Write("b.md", "2 Baker");
        var listing = FileListing.Of([folder.Path]);
        Directory.Delete(folder.File("gone"), recursive: true);

        Assert.Equal("file.vanished", Assert.Single(await ReasonsAsync(listing)).Code);
        Assert.Equal(["b.md"], read);
    }

    [Fact]
    public void Of_NameLongerThanAFileSystemTakes_IsNamedInShort() =>
        Assert.InRange(Assert.Single(FileListing.Of([folder.File(new string('n', 10_000))]).Skipped).Message.Length, 50, 400);

    [Fact]
    public void Of_NameWithOrdersForTheTerminal_IsDefused() =>
        Assert.DoesNotContain('\u001B', Assert.Single(FileListing.Of(["\u001B[2Jgone"]).Skipped).Message);

    [Fact]
    public async Task Read_ManyFiles_ComeInTheirOrder()
    {
        for (var i = 0; i < 200; i++)
            folder.Write($"{i:000}.md", $"{i} Cook");

        await ReasonsAsync();

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i:000}.md"), read);
    }

    private async Task<SkippedFile> OnlyReasonAsync()
    {
        folder.Write("zz-good.md", "1 Cook");
        var reason = Assert.Single(await ReasonsAsync());
        Assert.Equal(["zz-good.md"], read);
        return reason;
    }

    private async Task<List<SkippedFile>> ReasonsAsync(FileListing? listing = null)
    {
        listing ??= FileListing.Of([folder.Path]);
        var reasons = listing.Skipped.ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var document in new DocumentReader(new LineParser().Parse, "1").ReadAsync(listing.Files, limit.Token))
        {
            if (document.Skipped is { } reason)
                reasons.Add(reason);
            else
                read.Add(Path.GetFileName(document.File));
        }

        return reasons;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
