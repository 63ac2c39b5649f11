using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Teams.Package;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class TeamsPackageTests
{
    private const string BotId = "11111111-2222-3333-4444-555555555555";

    private static readonly Uri Address = new("https://jobs.example.com");
    private static readonly TeamsAppOptions Options = new() { BotId = BotId, Developer = "Harbour Labs" };
    private static readonly Version Version = new(1, 2, 3, 0);

    [Fact]
    public void Build_Configured_HoldsThreeFilesWithoutFolders()
    {
        using var zip = Open(Options);

        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(File.ReadAllBytes(Path.Combine(TeamsPackage.DefaultFolder, "color.png")), Bytes(zip, "color.png"));
        Assert.Equal(Build(Options), Build(Options));
    }

    [Fact]
    public void Build_Configured_FillsThePlaceholders()
    {
        using var zip = Open(Options with { Name = "Jobs", Privacy = "https://example.com/privacy", AppId = "aaaaaaaa-2222-3333-4444-555555555555" });
        var manifest = JsonNode.Parse(Bytes(zip, "manifest.json"))!;

        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            ("aaaaaaaa-2222-3333-4444-555555555555", BotId, BotId, "1.2.3", "Jobs", "Harbour Labs"),
            ((string?)manifest["id"], (string?)manifest["bots"]![0]!["botId"], (string?)manifest["composeExtensions"]![0]!["botId"], (string?)manifest["version"], (string?)manifest["name"]!["short"], (string?)manifest["developer"]!["name"]));
        Assert.Equal(
            ("https://jobs.example.com/", "https://example.com/privacy", "https://jobs.example.com/"),
            ((string?)manifest["developer"]!["websiteUrl"], (string?)manifest["developer"]!["privacyUrl"], (string?)manifest["developer"]!["termsOfUseUrl"]));
        Assert.Equal(["jobs.example.com"], manifest["validDomains"]!.AsArray().Select(d => (string?)d));
        Assert.Equal(["jobs.example.com"], manifest["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"]!.AsArray().Select(d => (string?)d));
        Assert.Equal(["personal", "team", "groupChat"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(s => (string?)s));
        Assert.True((bool?)manifest["bots"]![0]!["supportsFiles"]);
    }

    [Fact]
    public void Manifest_NamesTheCommandsThatAreAnswered()
    {
        var commands = Manifest()["composeExtensions"]![0]!["commands"]!.AsArray();

        Assert.Equal([RoleQuery.Command, NewPosting.Command], commands.Select(c => (string?)c!["id"]));
        Assert.Equal(RoleQuery.Parameter, (string?)commands[0]!["parameters"]![0]!["name"]);
        Assert.Equal(TeamsWording.NewPostingTitle, (string?)commands[1]!["title"]);
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("team")]
    [InlineData("groupChat")]
    public async Task Manifest_EachListedCommand_IsUnderstood(string scope)
    {
        await using var seeds = await OpenCatalogue.InMemoryAsync([Repository.Path("seeds")], CancellationToken.None);
        var assistant = new Assistant(seeds.Catalogue);
        var list = Assert.Single(Manifest()["bots"]![0]!["commandLists"]!.AsArray(), one => (string?)one!["scopes"]![0] == scope)!;
        foreach (var command in list["commands"]!.AsArray())
        {
            var text = (string?)command!["prompt"] ?? (string)command["title"]!;
            var (question, answer, _) = await assistant.AskAsync(text, Conversation.Empty, Talk.Today, CancellationToken.None);

            Assert.True(
                answer.Kind is AnswerKind.Roles or AnswerKind.Count or AnswerKind.Company or AnswerKind.Help || (answer.Kind is AnswerKind.NotInCatalogue && question.Constraints.Count > 0) || question.Intent is Intent.StartOver,
                $"“{text}” is answered by {answer.Kind}: {answer.Text}");
            Assert.Empty(question.Unread);
            Assert.Empty(question.Unused);
            Assert.DoesNotContain(question.Constraints, constraint => constraint is WordsConstraint);
        }
    }

    [Theory]
    [InlineData("BotId", null, "MicrosoftAppId is not set")]
    [InlineData("BotId", "not-a-guid", "key MicrosoftAppId")]
    [InlineData("AppId", "not-a-guid", "PostingsBot:Teams:AppId")]
    [InlineData("Developer", null, "PostingsBot:Teams:Developer is not set")]
    [InlineData("Developer", "A name of more than thirty-two characters", "developer.name has 41 characters; at most 32 are allowed (key PostingsBot:Teams:Developer)")]
    [InlineData("Name", "A name of more than thirty characters", "name.short has 37 characters; at most 30 are allowed (key PostingsBot:Teams:Name)")]
    [InlineData("Privacy", "http://example.com/privacy", "key PostingsBot:Teams:Privacy")]
    [InlineData("Terms", "terms.html", "key PostingsBot:Teams:Terms")]
    [InlineData("Address", null, "PostingsBot:PublicAddress is not set")]
    public void Build_BadSetting_IsRefusedByItsKey(string key, string? value, string says)
    {
        var options = key switch
        {
            "BotId" => Options with { BotId = value },
            "AppId" => Options with { AppId = value },
            "Developer" => Options with { Developer = value },
            "Name" => Options with { Name = value! },
            "Privacy" => Options with { Privacy = value },
            "Terms" => Options with { Terms = value },
            _ => Options,
        };

        var refused = Assert.Throws<ConfigurationErrorException>(() => TeamsPackage.Build(TeamsPackage.DefaultFolder, options, key is "Address" ? null : Address, Version));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownKeyOfTheSection_IsRefusedByName()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("PostingsBot:Teams:Nam", "x")]).Build();

        Assert.Contains("PostingsBot:Teams:Nam", Assert.Throws<ConfigurationErrorException>(() => TeamsAppOptions.Read(configuration)).Message, StringComparison.Ordinal);
    }

    private static JsonObject Manifest() => AppManifest.Fill(File.ReadAllText(Path.Combine(TeamsPackage.DefaultFolder, AppManifest.FileName)), Options, Address, Version);

    private static byte[] Build(TeamsAppOptions options) => TeamsPackage.Build(TeamsPackage.DefaultFolder, options, Address, Version);

    private static ZipArchive Open(TeamsAppOptions options) => new(new MemoryStream(Build(options)), ZipArchiveMode.Read);

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
