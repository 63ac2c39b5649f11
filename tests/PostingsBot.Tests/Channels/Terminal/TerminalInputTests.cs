using PostingsBot.Channels.Terminal;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Terminal;

public sealed class TerminalInputTests
{
    [Theory]
    [InlineData("senior roles", "senior roles")]
    [InlineData("  post a new role ", "post a new role")]
    [InlineData("exit", null)]
    [InlineData("", null)]
    [InlineData("post\n# Baker\n\nCompany: Acme\n.\nnext", "Post this job description:\n\n# Baker\n\nCompany: Acme")]
    [InlineData("paste\n# Baker\n .\nnext", "# Baker")]
    [InlineData("post\n.\n", null)]
    [InlineData("post\n# Baker", "Post this job description:\n\n# Baker")]
    [InlineData("post no-such-file.md\nroles", "roles")]
    public async Task Read_Lines_AreMessages(string typed, string? message)
    {
        using var lines = new StringReader(typed);

        Assert.Equal(message, await new TerminalInput(lines, _ => { }).ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_File_IsItsText()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("role.md", "# Baker\nCompany: Acme\n");
        using var lines = new StringReader($"post {file}");

        Assert.Equal("Post this job description:\n\n# Baker\nCompany: Acme\n", await new TerminalInput(lines, _ => { }).ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("post no-such-file.md", "There is no file no-such-file.md.")]
    [InlineData("post", TerminalInput.HowToEnd)]
    public async Task Read_WhatNeedsAWord_Says(string typed, string said)
    {
        using var lines = new StringReader(typed);
        var told = new List<string>();

        await new TerminalInput(lines, told.Add).ReadAsync(CancellationToken.None);

        Assert.StartsWith(said, Assert.Single(told), StringComparison.Ordinal);
    }
}
