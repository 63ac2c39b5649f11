using System.Text.Json;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>The real bot behind Microsoft's own Teams emulator.</summary>
[Collection(SharedHost.Name)]
public sealed class PlaygroundTests(RunningHost host)
{
    [NodeClientFact("playground")]
    public async Task Teams_InstalledAskedAndPressed_GreetsListsAndShowsDetails()
    {
        await using var teams = await Playground.StartAsync(host.Address);

        await teams.InstallAsync();
        var greeting = await teams.NextMessageAsync();
        await teams.SayAsync("backend roles I can do from Germany?");
        var list = await teams.NextMessageAsync();
        var details = await teams.PressAsync(list, Button(list, "detail"));

        Assert.True(Reply.Words(greeting).Length > 10);
        MessagesTests.AssertBackendRolesFromGermany(list);
        Assert.Contains("not stated", Reply.Words(details), StringComparison.OrdinalIgnoreCase);
    }

    [NodeClientFact("playground")]
    public async Task Teams_ExpectsReplies_GetsThemInTheResponseAndNowhereElse()
    {
        await using var teams = await Playground.StartAsync(host.Address, expectsReplies: true);

        await teams.InstallAsync();
        var greeting = await teams.NextMessageAsync();
        await teams.SayAsync("backend roles I can do from Germany?");
        var list = await teams.NextMessageAsync();
        await teams.MentionAsync("roles with Python", teams.Group);
        var (place, group) = await teams.NextMessageInAsync();

        Assert.True(Reply.Words(greeting).Length > 10);
        MessagesTests.AssertBackendRolesFromGermany(list);
        Assert.Equal(teams.Group, place);
        Assert.NotEmpty(Reply.Words(group));
    }

    [NodeClientFact("playground")]
    public async Task Teams_InstalledEverywhere_IsWelcomedOnceInEachPlace()
    {
        await using var teams = await Playground.StartAsync(host.Address);

        foreach (var place in new[] { teams.Chat, teams.Group, teams.Channel })
        {
            // Teams tells of it by an installationUpdate and a conversationUpdate.
            await teams.InstallAsync(place);
            Assert.Equal(3, Objects(Reply.Card(await teams.NextMessageAsync())).Count(one => one.TryGetProperty("type", out var type) && type.ValueEquals("Action.Execute")));
        }

        await teams.SayAsync("start over");
        Assert.Contains("forgot", Reply.Words(await teams.NextMessageAsync()), StringComparison.Ordinal);
    }

    [NodeClientFact("playground")]
    public async Task Teams_MentionedInGroupAndChannel_AnswersThereAndKeepsThreadsApart()
    {
        await using var teams = await Playground.StartAsync(host.Address);

        await teams.MentionAsync("roles with Python", teams.Group);
        var (groupPlace, group) = await teams.NextMessageInAsync();
        var thread = await teams.MentionAsync("backend roles I can do from Germany?", teams.Channel);
        var (threadPlace, channel) = await teams.NextMessageInAsync();
        var other = await teams.MentionAsync("tell me about the first", teams.Channel);
        var (otherPlace, elsewhere) = await teams.NextMessageInAsync();

        Assert.NotEmpty(Reply.Words(group));
        MessagesTests.AssertBackendRolesFromGermany(channel);
        Assert.Equal((teams.Group, thread, other), (groupPlace, threadPlace, otherPlace));
        Assert.NotEqual(thread, other);
        Assert.Contains("not shown you any roles yet", Reply.Words(elsewhere), StringComparison.Ordinal);
    }

    [NodeClientFact("playground")]
    public async Task Teams_MessageExtension_FindsPagesAndRefuses()
    {
        await using var teams = await Playground.StartAsync(host.Address);

        var (_, first) = await teams.InvokeAsync("composeExtension/query", Query("backend", 0, 1));
        var (_, second) = await teams.InvokeAsync("composeExtension/query", Query("backend", 1, 1));
        var (_, nothing) = await teams.InvokeAsync("composeExtension/query", Query("cobol in Berlin", 0, 25));
        var (accepted, _) = await teams.InvokeAsync("composeExtension/query", Query("backend", 0, 0));

        var (one, two) = (Title(first), Title(second));
        Assert.NotEqual(one, two);
        Assert.Equal("message", nothing.GetProperty("composeExtension").GetProperty("type").GetString());
        Assert.False(accepted);
    }

    [NodeClientFact("playground")]
    public async Task Teams_RoleLink_IsDrawnAsTheRolesCard()
    {
        await using var teams = await Playground.StartAsync(host.Address);
        var (_, found) = await teams.InvokeAsync("composeExtension/query", Query("Crunch", 0, 25));
        var link = Objects(found).First(one => one.TryGetProperty("url", out var url) && url.GetString()!.StartsWith(RunningHost.PublicAddress + "/roles/", StringComparison.Ordinal)).GetProperty("url").GetString();

        var (_, drawn) = await teams.InvokeAsync("composeExtension/queryLink", new { url = link });
        var (accepted, _) = await teams.InvokeAsync("composeExtension/queryLink", new { url = "https://elsewhere.example/roles/0123456789" });

        Assert.Equal(Title(found), Title(drawn));
        Assert.False(accepted);
    }

    [NodeClientFact("playground")]
    public async Task Teams_NewPostingFromAMessage_ShowsWhatWasReadAndPutsItIntoTheMessageBox()
    {
        const string html = "<h1>Senior Go Engineer</h1><p>Company: Harbour Labs</p><p>Location: Berlin</p><p>Salary: 70,000 EUR per year</p><p>You know Go.</p>";
        await using var teams = await Playground.StartAsync(host.Address);
        var message = new { id = "1", body = new { contentType = "html", content = html } };

        var (_, opened) = await teams.InvokeAsync("composeExtension/fetchTask", new { commandId = "newPosting", commandContext = "message", messagePayload = message });
        var data = Objects(opened).First(one => one.TryGetProperty("type", out var type) && type.ValueEquals("Action.Submit")).GetProperty("data");
        var (_, inserted) = await teams.InvokeAsync("composeExtension/submitAction", new { commandId = "newPosting", commandContext = "message", data });

        Assert.Equal("continue", opened.GetProperty("task").GetProperty("type").GetString());
        Assert.Contains("message:4", Reply.Words(opened), StringComparison.Ordinal);
        Assert.Equal("Senior Go Engineer", Title(inserted));
    }

    private static object Query(string text, int skip, int count) => new { commandId = "findRoles", parameters = new[] { new { name = "question", value = text } }, queryOptions = new { skip, count } };

    private static string? Title(JsonElement answer) =>
        answer.GetProperty("composeExtension").GetProperty("attachments")[0].GetProperty("preview").GetProperty("content").GetProperty("title").GetString();

    private static JsonElement Button(JsonElement message, string verb) => Objects(Reply.Card(message)).First(one =>
        one.TryGetProperty("type", out var type) && type.ValueEquals("Action.Execute")
        && one.TryGetProperty("verb", out var found) && found.ValueEquals(verb));

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
