using PostingsBot.Core.Digests;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Digests;

/// <summary>What a digest offers to do, what would be sent, and what becomes of alerts whose owner leaves.</summary>
public sealed class DigestActionTests : IDisposable
{
    private readonly DigestWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Send_DigestOfOne_ItsButtonsNameTheAlert()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync(Roles.Harbour);
        world.NineOf(1);
        await world.RunAsync();

        var card = Board.CardOf(Assert.Single(world.Channel.Messages)).ToJsonString();
        Assert.All(["why", "pause", "form", "delete"], step => Assert.Contains($$"""{"verb":"alert","do":"{{step}}","id":"a"}""", card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_DigestOfSeveral_ItsButtonsOfferWhich()
    {
        await world.SubscribeAsync("a", "Go");
        await world.SubscribeAsync("b", "Kubernetes");
        await world.PutAsync(Roles.Harbour);
        world.NineOf(1);
        await world.RunAsync();

        var card = Board.CardOf(Assert.Single(world.Channel.Messages)).ToJsonString();
        Assert.Contains("""{"verb":"alert","do":"which","ids":["a","b"]}""", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"do\":\"pause\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rehearse_WhatIsDue_SaysToWhomAndChangesNothing()
    {
        await world.SubscribeAsync("a", "Go");
        await world.SubscribeAsync("b", "Cobol", conversation: "elsewhere");
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();
        world.NineOf(1);

        var said = await world.RehearseAsync();
        Assert.Equal(said, await world.RehearseAsync());

        Assert.Contains("test anna, set up by anna: 1 new role for “Go”.", said, StringComparison.Ordinal);
        Assert.Contains("New: ", said, StringComparison.Ordinal);
        Assert.Contains("2 alerts are due: 1 messages would be made now, and 1 alerts have nothing to say.", said, StringComparison.Ordinal);
        Assert.Empty(world.Channel.Messages);
        await world.RunAsync();
        Assert.Single(world.Channel.Messages);
    }

    [Fact]
    public async Task Leave_OwnerOfAChannelsAlert_TheChannelIsToldOnceAndItPauses()
    {
        await world.SubscribeAsync("a", "Go", conversation: "room", kind: DestinationKind.Channel);
        await world.SubscribeAsync("b", "Go");

        await world.Leaving.GoneAsync(new Owner("test", DigestWorld.Person), isNamed: false, CancellationToken.None);
        await world.Leaving.GoneAsync(new Owner("test", DigestWorld.Person), isNamed: false, CancellationToken.None);
        await world.SendAsync();

        var message = Assert.Single(world.Channel.Messages);
        Assert.Equal("room", message.Conversation.Id);
        var card = Board.CardOf(message).ToJsonString();
        Assert.Contains("""{"verb":"alert","do":"take","id":"a"}""", card, StringComparison.Ordinal);
        Assert.Contains("paused until somebody takes it over", card, StringComparison.Ordinal);
        var left = (await world.Subscriptions.FindAsync("a", CancellationToken.None))!.Subscription;
        Assert.True(left.Owner.IsNobody);
        Assert.IsType<SubscriptionState.Troubled>(left.State);
        Assert.Equal(DigestWorld.Person, (await world.Subscriptions.FindAsync("b", CancellationToken.None))!.Subscription.Owner.User);
    }
}
