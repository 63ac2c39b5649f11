using System.Formats.Tar;
using System.IO.Compression;
using System.Text.RegularExpressions;
using PostingsBot.EndToEnd.Tests.Support;
using PostingsBot.EndToEnd.Tests.Support.Slack;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>
/// The program named by <see cref="HostProcess.ProgramVariable"/>, such as a native one, beside the one that was just built: what it reads and says is the same, character
/// by character. The other tests of this project, run with the same variable, tell the rest.
/// </summary>
public sealed partial class PublishedProgramTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postingsbot-published-");

    public void Dispose() => folder.Delete(recursive: true);

    [PublishedProgramFact]
    public async Task Parse_EveryKindOfSource_ReadsAsTheProgramThatWasBuilt()
    {
        var sources = WriteSources();

        var (published, built) = (await SaidAsync(HostProcess.StartBot, "parse", sources, "--json"), await SaidAsync(HostProcess.StartBuiltBot, "parse", sources, "--json"));

        Assert.Contains("\"salary\"", published, StringComparison.Ordinal);
        Assert.Equal(built.Split('\n'), published.Split('\n'));
    }

    [PublishedProgramTheory]
    [InlineData("ask", "senior backend, remote from Germany", "--explain", "--today", "2026-02-28")]
    [InlineData("ask", "compare the brightwheel job and the crunch job", "--json", "--today", "2026-02-28")]
    [InlineData("explain", "seeds/004_f79bfb6e4d9464a3.txt", "--no-color")]
    [InlineData("slack-manifest", "--address", "https://bot.example.com")]
    [InlineData("--help")]
    [InlineData("import", "--help")]
    public async Task Command_Any_SaysWhatTheProgramThatWasBuiltSays(params string[] arguments) =>
        Assert.Equal(await SaidAsync(HostProcess.StartBuiltBot, arguments), await SaidAsync(HostProcess.StartBot, arguments));

    [PublishedProgramFact]
    public async Task Alert_MadeInSlack_IsThereAfterARestart()
    {
        await using var host = await SlackHost.SignedAsync();
        await TakenAsync(host, "send me new remote roles every day at 8");
        await AnsweredAsync(host, 1);
        await TakenAsync(host, "yes");
        await AnsweredAsync(host, 2);

        await host.RestartAsync();
        await TakenAsync(host, "list my alerts");

        Assert.Matches("(?i)remote.*8", SlackHost.Words(await AnsweredAsync(host, 3)));
    }

    /// <summary>The program's output; the folders in which the two stand are taken out.</summary>
    private async Task<string> SaidAsync(Func<IEnumerable<string>, string, IReadOnlyDictionary<string, string>?, HostProcess> start, params string[] arguments)
    {
        await using var bot = start(arguments, AppContext.BaseDirectory, null);
        Assert.True(await bot.ExitAsync() is 0 or 1, bot.Errors);
        Assert.NotEqual("", bot.Output.Trim());
        return bot.Output.Replace(folder.FullName, "", StringComparison.Ordinal);
    }

    private static async Task TakenAsync(SlackHost host, string text) => (await host.Sender.EventAsync(SlackEvents.Message(text))).Dispose();

    private static Task<System.Text.Json.Nodes.JsonObject> AnsweredAsync(SlackHost host, int number) => host.Slack.MessageAsync(SlackEvents.Direct, number);

    /// <summary>Every example of the parser's tests as a file of its own, some of them in archives.</summary>
    private string WriteSources()
    {
        var sources = folder.CreateSubdirectory("sources");
        var packed = folder.CreateSubdirectory("packed");
        var number = 0;
        foreach (var spec in Directory.EnumerateFiles(Tools.Specs, "*.md").Order(StringComparer.Ordinal))
        {
            File.Copy(spec, Path.Combine(sources.FullName, Path.GetFileName(spec)));
            foreach (var text in Fence().Matches(File.ReadAllText(spec)).Select(match => match.Groups["text"].Value))
            {
                var kind = text.TrimStart() switch { ['{' or '[', ..] => "json", ['<', ..] => "html", _ => "md" };
                File.WriteAllText(Path.Combine((number % 10 == 0 ? packed : sources).FullName, $"{Path.GetFileNameWithoutExtension(spec)}-{++number}.{kind}"), text);
            }
        }

        ZipFile.CreateFromDirectory(packed.FullName, Path.Combine(sources.FullName, "packed.zip"));
        using (var file = File.Create(Path.Combine(sources.FullName, "packed.tar.gz")))
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
            TarFile.CreateFromDirectory(packed.FullName, gzip, includeBaseDirectory: false);
        Assert.True(number > 100);
        return sources.FullName;
    }

    [GeneratedRegex("^(?<fence>`{4,})[a-z]*\n(?<text>.*?)^\\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();
}
