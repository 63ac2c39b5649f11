using NodaTime;
using PostingsBot.Commands;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Recruiting.After;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Commands;

/// <summary>`audit`: who changed what, newest first.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private static readonly AuditCommand.Asked All = new(null, null, null, Imports: false, Json: false, Take: 50);

    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Show_All_NewestFirstWithBeforeAndAfter()
    {
        await LiveAsync();

        var lines = await LinesAsync(All);

        Assert.Equal(3, lines.Count);
        Assert.Matches(@"^\d+  2026-03-02 13:00 UTC  Bert \(test chat\)  Edit  Senior Backend Engineer at Harbour Labs \[aaaaaaaaa1\]: visa sponsorship: not stated → “We sponsor visas\.”$", lines[0]);
        Assert.Contains("Anna (test chat)  Post  Frontend Developer at Meadow", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aaaaaaaaa1", null, null, 2)]
    [InlineData("harbour engineer", null, null, 2)]
    [InlineData("nothing", null, null, 0)]
    [InlineData(null, "bert", null, 1)]
    [InlineData(null, "ann", null, 2)]
    [InlineData(null, null, 12, 3)]
    [InlineData(null, null, 13, 1)]
    public async Task Show_Narrowed_OnlyThose(string? role, string? person, int? sinceHour, int entries)
    {
        await LiveAsync();

        var lines = await LinesAsync(All with { Role = role, Person = person, Since = sinceHour is { } hour ? Instant.FromUtc(2026, 3, 2, hour, 0) : null });

        Assert.Equal(entries == 0 ? ["No entry fits."] : lines.Take(entries), lines);
        Assert.Equal(Math.Max(1, entries), lines.Count);
    }

    [Fact]
    public async Task Show_Json_OneObjectALine()
    {
        await LiveAsync();

        var entry = System.Text.Json.Nodes.JsonNode.Parse((await LinesAsync(All with { Json = true, Take = 1 }))[0])!;

        Assert.Equal(("Edit", "Bert", "Visa"), ((string?)entry["action"], (string?)entry["by"]!["name"], (string?)entry["changes"]![0]!["field"]));
    }

    [Fact]
    public async Task Show_Imports_OnlyWhenAskedFor()
    {
        await world.ImportAsync(Roles.Nameless);

        Assert.Equal(["No entry fits."], await LinesAsync(All));
        Assert.Contains("roles/nameless.md", Assert.Single(await LinesAsync(All with { Imports = true })), StringComparison.Ordinal);
    }

    private async Task LiveAsync()
    {
        await world.PostAsync(Roles.Harbour);
        await world.PostAsync(Roles.Meadow);
        world.Clock.Later += TimeSpan.FromHours(1);
        await world.EditAsync(Roles.Harbour.Id, shown => shown with { Visa = new("We sponsor visas.", new Evidence(1, 1, "We sponsor visas.")) }, AfterWorld.Bert, RoleField.Visa);
    }

    private async Task<IReadOnlyList<string>> LinesAsync(AuditCommand.Asked asked)
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCodes.Done, await AuditCommand.ShowAsync(world.Audit, asked, output, CancellationToken.None));
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
