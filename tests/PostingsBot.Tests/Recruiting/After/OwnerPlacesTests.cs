using PostingsBot.Core.Digests;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Where people are told of their roles.</summary>
public sealed class OwnerPlacesTests : IDisposable
{
    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Remember_AloneAfterAChannel_ToldAlone()
    {
        await world.MeetAsync(AfterWorld.Anna, conversation: "town-hall", type: "channel");
        Assert.Equal(("town-hall", DestinationKind.Channel), await PlaceAsync(AfterWorld.Anna));

        await world.MeetAsync(AfterWorld.Anna);
        await world.MeetAsync(AfterWorld.Anna, "Europe/Lisbon", "town-hall", "channel");

        Assert.Equal(("anna", DestinationKind.Person), await PlaceAsync(AfterWorld.Anna));
        Assert.Equal("Europe/Lisbon", (await world.Places.FindAsync(AfterWorld.Anna, CancellationToken.None))!.Zone);
        Assert.NotNull(await world.Book.FindAsync("test", "anna", CancellationToken.None));
    }

    [Fact]
    public async Task Remember_InASlackChannel_ToldThePersonAlone()
    {
        var person = new Actor("slack", "T1:U7", "Anna");

        await world.MeetAsync(person, conversation: "T1:C5:171.2", type: "channel");

        Assert.Equal(("T1:U7", DestinationKind.Person), await PlaceAsync(person));
        Assert.NotNull(await world.Book.FindAsync("slack", "T1:U7", CancellationToken.None));
        Assert.Contains("slack/T1/recruiters/T1:U7", world.Store.Keys);
    }

    [Fact]
    public async Task Remember_NothingNew_NotWrittenAgain()
    {
        await world.MeetAsync(AfterWorld.Anna, "Europe/Lisbon");
        var writes = world.Store.Writes;
        world.Clock.Later += TimeSpan.FromHours(1);

        await world.MeetAsync(AfterWorld.Anna);

        Assert.Equal(writes, world.Store.Writes);
    }

    private async Task<(string, DestinationKind)> PlaceAsync(Actor person)
    {
        var place = await world.Places.FindAsync(person, CancellationToken.None);
        return (place!.Conversation, place.Kind);
    }
}
