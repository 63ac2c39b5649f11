using System.Globalization;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>A card in Microsoft's own Teams emulator follows the file that its role stands in.</summary>
public sealed class LiveCardTests : IAsyncLifetime
{
    private const string Role = """
        ---
        title: Senior Baker
        company: Acme
        location: Berlin
        salary: EUR 40,000 - 50,000 per year
        {0}
        ---

        ## Requirements

        - Five years of bread

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postingsbot-live-");
    private readonly Uri address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{HostProcess.FreePort()}"));
    private HostProcess? bot;

    private string File => Path.Combine(folder.FullName, "postings", "baker.md");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await WriteAsync("level: senior");
        bot = HostProcess.StartBot(
            ["--urls", address.ToString(), $"--PostingsBot:DataFolder={Path.Combine(folder.FullName, "data")}", $"--PostingsBot:Catalogue:0={Path.GetDirectoryName(File)}"], AppContext.BaseDirectory);
        using var http = new HttpClient { BaseAddress = address };
        await bot.AnswersAsync(http, "/health/ready");
    }

    public async Task DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [NodeClientFact("playground")]
    public async Task File_ChangedAfterItsRoleWasShown_IsShownOnTheSameMessage()
    {
        await using var teams = await Playground.StartAsync(address);
        await teams.InstallAsync();
        await teams.NextMessageAsync();
        await teams.SayAsync("baker roles");
        var sent = await teams.NextMessageAsync();

        await WriteAsync("status: closed");
        var update = await teams.NextUpdateAsync();

        Assert.Equal(sent.GetProperty("messageId").GetString(), update.GetProperty("messageId").GetString());
        Assert.Contains("Senior Baker", Reply.Words(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("Closed", Reply.Words(sent), StringComparison.Ordinal);
        Assert.Contains("Closed on ", Reply.Words(update), StringComparison.Ordinal);
        Assert.Contains("Senior Baker", Reply.Words(update), StringComparison.Ordinal);
    }

    private Task WriteAsync(string line) => System.IO.File.WriteAllTextAsync(File, Role.Replace("{0}", line, StringComparison.Ordinal));
}
