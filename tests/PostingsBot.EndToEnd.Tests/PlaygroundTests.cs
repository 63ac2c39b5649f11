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
