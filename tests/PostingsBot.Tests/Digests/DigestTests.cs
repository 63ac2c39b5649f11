using System.Net;
using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Digests;

public sealed class DigestTests : IDisposable
{
    private static readonly Posting BetterPaid = Roles.Harbour with { Salaries = [new(new Salary(80_000, 95_000, "EUR", PayPeriod.Year), new Evidence(6, 6, "Pay: EUR 80,000 to 95,000"))] };
    private static readonly Posting Closed = Roles.Harbour with { Status = new(PostingStatus.Closed, new Evidence(2, 2, "This position has been filled.")) };

    private readonly DigestWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_NewRole_SentAtTheHourOnceWithItsSource()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync(Roles.Harbour, Roles.Meadow);
        await world.RunAsync();
        Assert.Empty(world.Channel.Messages);

        world.NineOf(1);
        await world.RunAsync();
        await world.RunAsync();
        world.NineOf(2);
        await world.RunAsync();

        var message = Assert.Single(world.Channel.Messages);
        Assert.Equal(("anna", "1 new role for “Go”."), (message.Conversation.Id, message.Speak));
        var card = Board.CardOf(message).ToJsonString();
        Assert.Contains("\"New\"", card, StringComparison.Ordinal);
        Assert.Contains("roles/harbour.md:1", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Meadow", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_RoleThatAnotherBotMatchedAnewSinceTheClaimAndThatAnswersNoMore_NotTold()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();
        world.NineOf(1);
        world.AfterClaim = async () =>
        {
            await world.PutAsync(Roles.Harbour with { Skills = [] });
            await world.MatchAsync();
        };

        await world.RunAsync();

        Assert.Empty(world.Channel.Messages);
    }

    [Fact]
    public async Task Run_ClosedBetweenReadingAndKeeping_ReopeningIsTold()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();
        world.NineOf(1);
        world.BeforeCommit = async () =>
        {
            await world.PutAsync(Closed);
            await world.MatchAsync();
        };
        await world.RunAsync();
        await world.PutAsync(Roles.Harbour);

        world.NineOf(2);
        await world.RunAsync();

        Assert.Equal(2, world.Channel.Messages.Count);
        Assert.Equal("1 open again role for “Go”.", world.Channel.Messages[1].Speak);
    }

    [Fact]
    public async Task Run_PayEditedInChat_SaidAsChangedOnce()
    {
        await SentOnceAsync();
        await world.EditAsync(Roles.Harbour, PostingEdit.Of([RoleField.Pay], BetterPaid));

        world.NineOf(2);
        await world.RunAsync();
        world.NineOf(3);
        await world.RunAsync();

        Assert.Equal(2, world.Channel.Messages.Count);
        var card = Board.CardOf(world.Channel.Messages[1]).ToJsonString();
        Assert.Contains("Changed: pay", card, StringComparison.Ordinal);
        Assert.Contains("EUR 80,000", card.Replace("\\u2013", "–", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PayChanged_SaidAsChangedOnce()
    {
        await SentOnceAsync();
        await world.PutAsync(BetterPaid);

        world.NineOf(2);
        await world.RunAsync();
        world.NineOf(3);
        await world.RunAsync();

        Assert.Equal(2, world.Channel.Messages.Count);
        Assert.Equal("1 changed role for “Go”.", world.Channel.Messages[1].Speak);
        Assert.Contains("Changed: pay", Board.CardOf(world.Channel.Messages[1]).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ClosedThenOpenAgain_OnlyTheReopeningIsTold()
    {
        await SentOnceAsync();
        await world.PutAsync(Closed);
        world.NineOf(2);
        await world.RunAsync();
        Assert.Single(world.Channel.Messages);

        await world.PutAsync(Roles.Harbour);
        world.NineOf(3);
        await world.RunAsync();

        Assert.Equal("1 open again role for “Go”.", world.Channel.Messages[1].Speak);
    }

    [Fact]
    public async Task Run_ClosedBeforeItIsSent_SaidOnTheCard()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();
        world.NineOf(1);
        await world.MakeAsync();
        await world.PutAsync(Closed);

        await world.SendAsync();

        Assert.Contains("Closed meanwhile", Board.CardOf(Assert.Single(world.Channel.Messages)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DaysOfDowntime_OneDigestThatSaysSince()
    {
        await SentOnceAsync();
        await world.PutAsync(Roles.Harbour with { Id = "bbbbbbbbb1", File = "roles/other.md", Company = new Stated<string>("Other", new Evidence(2, 2, "Other")) });

        world.NineOf(6);
        await world.RunAsync();

        Assert.Equal(2, world.Channel.Messages.Count);
        Assert.Contains("This makes up for the days since", world.Channel.Messages[1].Speak, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NewInAPauseThatEndsAtMidnight_ToldAtTheHour()
    {
        await world.SubscribeAsync("a", "Go");
        var stored = (await world.Subscriptions.FindAsync("a", CancellationToken.None))!;
        var midnight = world.Now.InUtc().Date.PlusDays(1).AtMidnight().InUtc().ToInstant();
        await world.Subscriptions.UpdateAsync(stored, stored.Subscription with { State = new SubscriptionState.Paused(midnight) }, null, world.Clock.GetUtcNow(), CancellationToken.None);
        await world.PutAsync(Roles.Harbour);

        world.Clock.Later = TimeSpan.FromHours(13);
        await world.RunAsync();
        Assert.Empty(world.Channel.Messages);
        world.NineOf(1);
        await world.RunAsync();

        Assert.Equal("1 new role for “Go”.", Assert.Single(world.Channel.Messages).Speak);
    }

    [Fact]
    public async Task Run_QuietDay_SilentOrOneLineAsChosen()
    {
        await world.SubscribeAsync("a", "Go");
        await world.SubscribeAsync("b", "React", conversation: "channel", quiet: QuietDays.OneLine, kind: DestinationKind.Channel);

        world.NineOf(1);
        await world.RunAsync();

        Assert.Equal("Nothing new today for “React”.", Assert.Single(world.Channel.Messages).Speak);
    }

    [Fact]
    public async Task Run_TwoAlertsOfOneDestination_OneMessageWithEachRoleOnce()
    {
        await world.SubscribeAsync("a", "Go");
        await world.SubscribeAsync("b", "PostgreSQL");
        await world.PutAsync(Roles.Harbour, Roles.Nameless);

        world.NineOf(1);
        await world.RunAsync();

        Assert.Equal("2 new roles for your 2 alerts: “Go”; “PostgreSQL”.", Assert.Single(world.Channel.Messages).Speak);
    }

    [Fact]
    public async Task Run_AtOnce_SentRightAfterTheChange()
    {
        await world.SubscribeAsync("a", "Go", rhythm: new Rhythm.AtOnce());
        await world.RunAsync();
        await world.PutAsync(Roles.Harbour);

        await world.RunAsync();
        await world.RunAsync();

        Assert.Single(world.Channel.Messages);
    }

    [Fact]
    public async Task Run_MoreThanAPage_CountedByEmployer()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync([.. Enumerable.Range(0, 12).Select(i => Roles.Harbour with
        {
            Id = $"ccccccccc{i:x}",
            File = $"roles/{i}.md",
            Title = new Stated<string>($"Engineer {i}", new Evidence(1, 1, $"Engineer {i}")),
        })]);

        world.NineOf(1);
        await world.RunAsync();

        Assert.Equal("12 new roles for “Go”. The first 10 are below; in all: 12 at Harbour Labs.", Assert.Single(world.Channel.Messages).Speak);
    }

    [Fact]
    public async Task Run_ChannelRefusesForNow_SentLaterOnce()
    {
        world.Channel.Failures.Enqueue(new HttpRequestException("busy", null, HttpStatusCode.ServiceUnavailable));
        await SentOnceAsync();
        Assert.Empty(world.Channel.Messages);

        world.Clock.Later += TimeSpan.FromMinutes(1);
        await world.RunAsync();

        Assert.Single(world.Channel.Messages);
    }

    [Fact]
    public async Task Run_AsleepBetweenTheClaimAndTheChannel_SentOnceWhenTheLeaseIsOver()
    {
        await world.SubscribeAsync("a", "Go", rhythm: new Rhythm.AtOnce());
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();
        await world.MakeAsync();

        world.SleepsAfterClaim = TimeSpan.FromMinutes(20);
        await world.SendAsync();
        Assert.Empty(world.Channel.Messages);

        world.SleepsAfterClaim = TimeSpan.Zero;
        await world.SendAsync();
        await world.SendAsync();
        Assert.Single(world.Channel.Messages);
    }

    [Fact]
    public async Task Run_DestinationGone_PausedAndTheOwnerTold()
    {
        await world.SubscribeAsync("a", "React");
        await world.SubscribeAsync("b", "Go", conversation: "channel", kind: DestinationKind.Channel);
        await world.PutAsync(Roles.Harbour);
        world.Channel.Failures.Enqueue(new HttpRequestException("not a member", null, HttpStatusCode.Forbidden));

        world.NineOf(1);
        await world.RunAsync();

        Assert.IsType<SubscriptionState.Troubled>((await world.Subscriptions.FindAsync("b", CancellationToken.None))!.Subscription.State);
        var told = Assert.Single(world.Channel.Messages);
        Assert.Equal("anna", told.Conversation.Id);
        Assert.StartsWith("Your alert “Go” is paused.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NeverTaken_GivenUpAndReplayed()
    {
        for (var i = 0; i < 40; i++)
            world.Channel.Failures.Enqueue(new HttpRequestException("broken", null, HttpStatusCode.InternalServerError));
        await SentOnceAsync();
        for (var i = 0; i < 40; i++)
        {
            world.Clock.Later += TimeSpan.FromHours(1);
            await world.SendAsync();
        }

        var dead = Assert.Single(await world.Outbox.DeadAsync(10, CancellationToken.None));
        world.Channel.Failures.Clear();
        Assert.True(await world.Outbox.ReplayAsync(dead.Number, world.Clock.GetUtcNow(), CancellationToken.None));
        await world.SendAsync();

        Assert.Single(world.Channel.Messages);
    }

    [Fact]
    public async Task Run_QuestionSavedAfterTheRoleWasMatched_StillTold()
    {
        await world.SubscribeAsync("a", "React");
        await world.RunAsync();
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();

        await world.SubscribeAsync("b", "Go", rhythm: new Rhythm.AtOnce());
        await world.RunAsync();

        Assert.Equal("1 new role for “Go”.", Assert.Single(world.Channel.Messages).Speak);
    }

    [Fact]
    public async Task Run_QuestionSavedAfterTheRoleWasMatchedThenDaysWithoutTheBot_StillTold()
    {
        await world.SubscribeAsync("a", "React", conversation: "club");
        await world.RunAsync();
        await world.PutAsync(Roles.Harbour);
        await world.MatchAsync();

        await world.SubscribeAsync("b", "Go", rhythm: new Rhythm.AtOnce());
        world.Restart();
        world.Clock.Later = TimeSpan.FromDays(3);
        await world.RunAsync();

        Assert.Equal("1 new role for “Go”.", Assert.Single(world.Channel.Messages).Speak);
    }

    private async Task SentOnceAsync()
    {
        await world.SubscribeAsync("a", "Go");
        await world.PutAsync(Roles.Harbour);
        world.NineOf(1);
        await world.RunAsync();
    }
}
