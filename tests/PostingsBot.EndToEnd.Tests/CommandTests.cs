using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>The command line as a shell sees it: what it prints, where, and its exit code.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-command-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("question", "ask")]
    [InlineData("tomorrow", "ask", "hello", "--today", "tomorrow")]
    [InlineData("no-such-folder", "ask", "hello", "--catalogue", "no-such-folder")]
    [InlineData("no-such-list", "ask", "hello", "--catalogue-list", "no-such-list")]
    [InlineData("no-such-file", "parse", "no-such-file")]
    public async Task Command_BadArgument_IsOneSentenceOnStandardError(string named, params string[] arguments)
    {
        await using var bot = HostProcess.StartBot(arguments, _folder.FullName);

        Assert.Equal(1, await bot.ExitAsync());
        var said = Assert.Single(bot.Errors.Trim().Split('\n'));
        Assert.Contains(named, said);
        Assert.EndsWith(".", said.Replace("\"Which jobs use Python?\"", "."));
        Assert.Equal("", bot.Output.Trim());
    }

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("--colour", "ask", "hello", "--colour")]
    [InlineData("PATH", "parse")]
    public async Task Command_Unknown_IsNamedAndTheUsageShown(string named, params string[] arguments)
    {
        await using var bot = HostProcess.StartBot(arguments, _folder.FullName);

        Assert.Equal(2, await bot.ExitAsync());
        Assert.Contains(named, bot.Errors + bot.Output);
        Assert.Contains("Usage:", bot.Output);
        Assert.DoesNotContain("   at ", bot.Errors);
    }

    [Fact]
    public async Task Ask_OverTheSeeds_AnswersWithTheLine()
    {
        await using var bot = HostProcess.StartBot(["ask", "Which jobs use Python?"], _folder.FullName);

        Assert.Equal(0, await bot.ExitAsync());
        Assert.Contains("Senior-Backend Engineer", bot.Output);
        Assert.Matches(@"\[.*\.txt:\d+\]", bot.Output);
        Assert.Equal("", bot.Errors.Trim());
    }
}
