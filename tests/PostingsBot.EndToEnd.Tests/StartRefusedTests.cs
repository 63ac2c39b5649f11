using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Where the bot cannot work, it does not start: one sentence on stderr that names the key or file, and an exit code.</summary>
public sealed class StartRefusedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_DataFolderIsAFile_NamesTheFolder()
    {
        var file = Path.Combine(_folder.FullName, "taken");
        await File.WriteAllTextAsync(file, "not a folder");

        var said = await RefusalAsync($"--PostingsBot:DataFolder={file}");

        Assert.Contains("taken", said);
    }

    [Fact]
    public async Task Start_DataFolderBelowAFile_NamesTheFolder()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "taken"), "not a folder");

        var said = await RefusalAsync($"--PostingsBot:DataFolder={Path.Combine(_folder.FullName, "taken", "below")}");

        Assert.Contains("below", said);
    }

    [Fact]
    public async Task Start_DatabaseIsNoDatabase_NamesTheFile()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "postingsbot.db"), string.Concat(Enumerable.Repeat("this is no database\n", 400)));

        var said = await RefusalAsync($"--PostingsBot:DataFolder={_folder.FullName}");

        Assert.Contains("postingsbot.db", said);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=jobs;Username=bot;Password=geheim;Timeout=2", "127.0.0.1:1/jobs cannot be reached")]
    [InlineData("postgres://bot:geheim@127.0.0.1/jobs", "connection string for PostgreSQL cannot be read")]
    public async Task Start_NoPostgres_SaysSoWithoutThePassword(string connectionString, string because)
    {
        var said = await RefusalAsync($"--PostingsBot:DataFolder={_folder.FullName}", $"--PostingsBot:Postgres={connectionString}");

        Assert.Contains(because, said);
        Assert.DoesNotContain("geheim", said);
    }

    [Fact]
    public async Task Start_FolderOfAnotherRunningBot_IsRefused()
    {
        await using var held = new FileStream(Path.Combine(_folder.FullName, "postingsbot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var said = await RefusalAsync($"--PostingsBot:DataFolder={_folder.FullName}");

        Assert.Contains("in use by another running PostingsBot", said);
    }

    [Fact]
    public async Task Start_KeyIsNoKey_NamesTheFile()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "directline.key"), "too short");

        var said = await RefusalAsync($"--PostingsBot:DataFolder={_folder.FullName}");

        Assert.Contains("directline.key", said);
    }

    [Fact]
    public async Task Start_PortInUse_NamesTheAddress()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var said = await RefusalAsync("--urls", $"http://127.0.0.1:{port}", $"--PostingsBot:DataFolder={_folder.FullName}");

        Assert.Contains(port, said);
    }

    [Theory]
    [InlineData("--PostingsBot:DataFoldr=x", "DataFoldr")]
    [InlineData("--PostingsBot:Watch=perhaps", "Watch")]
    [InlineData("--PostingsBot:Catalogue=no-such-folder", "no-such-folder")]
    [InlineData("--PostingsBot:DataFolder=", "DataFolder")]
    [InlineData("--MicrosoftAppId=some-app", "MicrosoftAppPassword")]
    [InlineData("--MicrosoftAppPassword=secret", "MicrosoftAppId")]
    [InlineData("--MicrosoftAppTennantId=t", "MicrosoftAppTennantId")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://0.0.0.0:0", "Kestrel:Endpoints:Http:Url")]
    public async Task Start_BadSetting_NamesTheKey(string setting, string named)
    {
        var said = await RefusalAsync(setting);

        Assert.Contains(named, said);
    }

    [Fact]
    public async Task Start_UnknownKeyInTheEnvironment_NamesTheKey()
    {
        await using var bot = HostProcess.StartBot(["--urls", "http://127.0.0.1:0"], _folder.FullName, new Dictionary<string, string> { ["PostingsBot__Colour"] = "blue" });

        Assert.Contains("Colour", await RefusalAsync(bot));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    public async Task Start_OpenToOthersWithoutAppId_IsRefused(string address)
    {
        var said = await RefusalAsync("--urls", address, $"--PostingsBot:DataFolder={_folder.FullName}");

        Assert.Contains(address, said);
    }

    private async Task<string> RefusalAsync(params string[] arguments)
    {
        await using var bot = HostProcess.StartBot(arguments.Contains("--urls") ? arguments : ["--urls", "http://127.0.0.1:0", .. arguments], _folder.FullName);
        return await RefusalAsync(bot);
    }

    private static async Task<string> RefusalAsync(HostProcess bot)
    {
        Assert.NotEqual(0, await bot.ExitAsync());
        var said = bot.Errors.Trim();
        Assert.True(said.Length > 0, bot.Output);
        Assert.DoesNotContain("   at ", said);
        Assert.Single(said.Split('\n'));
        return said;
    }
}
