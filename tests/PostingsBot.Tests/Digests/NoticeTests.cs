using System.Net;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Digests;
using PostingsBot.Storage.Digests;
using Destination = PostingsBot.Core.Digests.Destination;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Digests;

/// <summary>Notices take the way of digests: in their order, once, and not lost.</summary>
public sealed class NoticeTests : IDisposable
{
    private static readonly Destination Anna = new("test", DigestWorld.Person, DestinationKind.Person);

    private readonly DigestWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Send_Notice_CardWithRowsAndButtonsOnce()
    {
        await world.SubscribeAsync("a", "python");
        var notice = new NoticeMessage { Text = "One of your roles closes soon.", Rows = [Row("Baker at Acme")], Suggestions = ["My roles"] };
        Assert.True(await PutAsync(notice, "closing"));
        Assert.False(await PutAsync(notice, "closing"));

        await world.SendAsync();
        await world.SendAsync();

        var message = Assert.Single(world.Channel.Messages);
        var card = Board.CardOf(message).ToJsonString();
        Assert.All(["One of your roles closes soon.", "Baker at Acme", "Closes on Friday.", "Close 1 now", "My roles"], word => Assert.Contains(word, card, StringComparison.Ordinal));
        Assert.Contains("""{"verb":"role-edit","do":"close","id":"aaaaaaaaa1","field":""}""", card, StringComparison.Ordinal);
        Assert.Contains("Say “close the baker role”.", message.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_RoleClosedMeanwhile_RowOffersNothing()
    {
        await world.SubscribeAsync("a", "python");
        var role = Roles.Harbour with { Status = new(PostingStatus.Closed, new Evidence(1, 1, "closed")) };
        await world.PutAsync(role);
        await PutAsync(new NoticeMessage { Text = "Soon.", Rows = [Row("Baker at Acme") with { Role = role.Id, OnlyWhileOpen = true }] }, "closing");

        await world.SendAsync();

        var card = Board.CardOf(Assert.Single(world.Channel.Messages)).ToJsonString();
        Assert.Contains("Closed meanwhile.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Close 1 now", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ChannelBusy_TriedAgainAndHoldsBackTheNext()
    {
        await world.SubscribeAsync("a", "python");
        await PutAsync(new NoticeMessage { Text = "first" }, "1");
        await PutAsync(new NoticeMessage { Text = "second" }, "2");
        world.Channel.Failures.Enqueue(new HttpRequestException("slow down", null, HttpStatusCode.TooManyRequests));

        await world.SendAsync();
        await world.SendAsync();
        Assert.Empty(world.Channel.Messages);
        world.Clock.Later += TimeSpan.FromMinutes(1);
        await world.SendAsync();
        await world.SendAsync();

        Assert.Equal(["first", "second"], world.Channel.Messages.Select(message => message.Summary?.Trim()));
    }

    [Theory]
    [InlineData("""{"kind":"notice","version":3,"text":"from later"}""")]
    [InlineData("""{"kind":"poem","version":2,"text":"no such kind"}""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":"notice","version":2}""")]
    [InlineData("""[1]""")]
    [InlineData("broken")]
    public void Read_OtherVersionOrShape_Null(string json) => Assert.Null(OutboxMessage.Read(json));

    [Fact]
    public void Read_NoticeByABotThatKnowsDigestsOnly_NotTakenForAnEmptyDigest() =>
        Assert.Null(DigestMessage.Read(new NoticeMessage { Text = "hello" }.DeliveryTo(Anna, "x").Payload));

    [Fact]
    public void Read_WhatWasWritten_TheSame()
    {
        var notice = new NoticeMessage { Text = "hello", Rows = [Row("a") with { Role = "aaaaaaaaa1" }], Suggestions = ["My roles"] };

        var read = Assert.IsType<NoticeMessage>(OutboxMessage.Read(notice.DeliveryTo(Anna, "x").Payload));

        Assert.Equivalent(notice, read, strict: true);
        Assert.IsType<DigestMessage>(OutboxMessage.Read(new DigestMessage { Text = "hello" }.Write()));
    }

    private static NoticeRow Row(string title) => new(title, "Closes on Friday.") { Buttons = [new NoticeButton("Close 1 now", "close the baker role") { Do = "close", Id = "aaaaaaaaa1" }, new NoticeButton("Leave 1", "") { Do = "leave", Id = "aaaaaaaaa1" }] };

    private Task<bool> PutAsync(NoticeMessage notice, string occasion) => world.Outbox.PutAsync(notice.DeliveryTo(Anna, occasion), world.Clock.GetUtcNow(), CancellationToken.None);
}
