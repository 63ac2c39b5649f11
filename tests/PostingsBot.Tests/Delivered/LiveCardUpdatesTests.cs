using System.Net;
using PostingsBot.Cards;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Tests.Channels.Teams;
using PostingsBot.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Delivered;

public sealed class LiveCardUpdatesTests : IDisposable
{
    private static readonly Posting BetterPaid = Examples.Harbour with { Salaries = [new(new Salary(80_000, 95_000, "EUR", PayPeriod.Year), new Evidence(6, 6, "Pay: EUR 80,000 to 95,000"))] };
    private static readonly Posting Closed = Examples.Harbour with { Status = new(PostingStatus.Closed, new Evidence(2, 2, "This position has been filled.")) };

    private readonly LiveTalk talk = new();

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task Step_DetailOfARoleThatChanged_ReplacesItsMessageOnceAndSaysWhat()
    {
        var sent = await AskedAsync("tell me about the Harbour Labs job");
        await talk.PutAsync(BetterPaid);

        await talk.Updates.StepAsync(CancellationToken.None);
        await talk.Updates.StepAsync(CancellationToken.None);

        var update = Assert.Single(talk.Channel.Updates);
        Assert.Equal((sent.Id, "a:chat", "https://smba.example/amer/"), (update.Id, update.Conversation.Id, update.ServiceUrl));
        var card = Words(update);
        Assert.Contains("Changed since you saw it: pay.", card, StringComparison.Ordinal);
        Assert.Contains("EUR 80,000–95,000 per year", card, StringComparison.Ordinal);
        Assert.Contains("\"refresh\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_RoleEditedInChat_ReplacesItsMessageAndSaysWhoEditedIt()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        await talk.EditAsync(Examples.Harbour, PostingEdit.Of([RoleField.Pay], BetterPaid));

        await talk.Updates.StepAsync(CancellationToken.None);

        var card = Words(Assert.Single(talk.Channel.Updates));
        Assert.Contains("Changed since you saw it: pay.", card, StringComparison.Ordinal);
        Assert.Contains("EUR 80,000–95,000 per year", card, StringComparison.Ordinal);
        Assert.Contains("edited by Ana Silva", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_NothingChanged_SendsNothing()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        await talk.PutAsync(Examples.Meadow with { Salaries = [] });

        await talk.Updates.StepAsync(CancellationToken.None);

        Assert.Empty(talk.Channel.Updates);
    }

    [Fact]
    public async Task Step_RoleChangedBeforeTheCardWasRemembered_StillReplacesIt()
    {
        await talk.PutAsync(Examples.Harbour, Examples.Meadow, Examples.Nameless);
        await talk.SayAsync("tell me about the Harbour Labs job");
        await talk.PutAsync(BetterPaid);

        await talk.Updates.StepAsync(CancellationToken.None);

        Assert.Single(talk.Channel.Updates);
    }

    [Fact]
    public async Task Step_RoleClosed_SaysWhenAndQuotesTheLine()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        await talk.PutAsync(Closed);

        await talk.Updates.StepAsync(CancellationToken.None);

        var note = $"Closed on {talk.Clock.GetLocalNow():yyyy-MM-dd}: “This position has been filled.” roles/harbour.md:2.";
        Assert.Contains(note, Words(Assert.Single(talk.Channel.Updates)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_RoleGone_SaysSoWithoutItsButtons()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        await talk.WithdrawAsync(Examples.Harbour);

        await talk.Updates.StepAsync(CancellationToken.None);

        var card = Words(Assert.Single(talk.Channel.Updates));
        Assert.Contains("“Senior Backend Engineer at Harbour Labs” is no longer in the catalogue.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaaaaaaa1", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_ListWithOneRoleClosedAndOneGone_SaysBothAndKeepsTheRest()
    {
        await AskedAsync("all roles");
        await talk.PutAsync(Closed);
        await talk.WithdrawAsync(Examples.Meadow);

        await talk.Updates.StepAsync(CancellationToken.None);

        var card = Words(Assert.Single(talk.Channel.Updates));
        Assert.Contains("“Frontend Developer at Meadow” is no longer in the catalogue.", card, StringComparison.Ordinal);
        Assert.Contains("Closed on", card, StringComparison.Ordinal);
        Assert.Contains("Data Engineer", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_BySeveralBotsAtOnce_ReplacesOnce()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        await talk.PutAsync(BetterPaid);

        await Task.WhenAll(Task.Run(() => talk.Updates.StepAsync(CancellationToken.None)), Task.Run(() => talk.Other.StepAsync(CancellationToken.None)));

        Assert.Single(talk.Channel.Updates);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Step_PlaceIsGone_IsForgotten(HttpStatusCode status)
    {
        await AskedAsync("tell me about the Harbour Labs job");
        talk.Channel.Failures.Enqueue(new HttpRequestException("gone", null, status));
        await talk.PutAsync(BetterPaid);
        await talk.Updates.StepAsync(CancellationToken.None);

        await talk.PutAsync(Closed);
        talk.Clock.Later += TimeSpan.FromDays(1);
        await talk.Updates.StepAsync(CancellationToken.None);

        Assert.Empty(talk.Channel.Updates);
        Assert.Contains(talk.Log.Lines, line => line.Contains("is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step_ChannelFails_TriesAgainLaterUntilItIsDone()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        talk.Channel.Failures.Enqueue(new HttpRequestException("reset"));
        talk.Channel.Failures.Enqueue(new HttpRequestException("busy", null, HttpStatusCode.InternalServerError));
        await talk.PutAsync(BetterPaid);

        await talk.Updates.StepAsync(CancellationToken.None);
        var atOnce = await talk.Updates.StepAsync(CancellationToken.None);
        talk.Clock.Later += TimeSpan.FromSeconds(30);
        await talk.Updates.StepAsync(CancellationToken.None);
        talk.Clock.Later += TimeSpan.FromSeconds(60);
        await talk.Updates.StepAsync(CancellationToken.None);

        Assert.Equal(0, atOnce);
        Assert.Single(talk.Channel.Updates);
        Assert.Equal(2, talk.Log.Lines.Count(line => line.Contains("could not be replaced", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Prune_AfterAWeek_FollowsNoMore()
    {
        await AskedAsync("tell me about the Harbour Labs job");
        talk.Clock.Later += LiveCardUpdates.Followed + TimeSpan.FromMinutes(1);
        await talk.Updates.PruneAsync(CancellationToken.None);
        await talk.PutAsync(BetterPaid);

        Assert.Equal(0, await talk.Updates.StepAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    public async Task Remember_WhereNothingCanBeReplaced_KeepsNothing(string channel)
    {
        using var elsewhere = new LiveTalk(channel);
        await elsewhere.PutAsync(Examples.Harbour);
        var sent = await elsewhere.SayAsync("tell me about the Harbour Labs job");

        Assert.Equal(0, await elsewhere.Updates.StepAsync(CancellationToken.None));
        Assert.DoesNotContain("\"refresh\"", Words(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_InSlack_ReplacesTheMessageWithACardOfThatChannel()
    {
        using var slack = new LiveTalk("slack");
        await slack.PutAsync(Examples.Harbour);
        var sent = await slack.SayAsync("tell me about the Harbour Labs job");
        await slack.Updates.StepAsync(CancellationToken.None);
        await slack.PutAsync(BetterPaid);
        await slack.Updates.StepAsync(CancellationToken.None);

        var update = Assert.Single(slack.Channel.Updates);
        Assert.Equal(sent.Id, update.Id);
        Assert.Contains("Changed since you saw it: pay.", Words(update), StringComparison.Ordinal);
        foreach (var card in new[] { Words(sent), Words(update) })
        {
            Assert.DoesNotContain("\"refresh\"", card, StringComparison.Ordinal);
            Assert.DoesNotContain("Action.Execute", card, StringComparison.Ordinal);
            Assert.DoesNotContain("\"save\"", card, StringComparison.Ordinal);
        }
    }

    private async Task<Activity> AskedAsync(string text)
    {
        await talk.PutAsync(Examples.Harbour, Examples.Meadow, Examples.Nameless);
        var sent = await talk.SayAsync(text);
        await talk.Updates.StepAsync(CancellationToken.None);
        Assert.Empty(talk.Channel.Updates);
        return sent;
    }

    private static string Words(Activity message) => SdkJson.Card(Assert.Single(message.Attachments!).Content).ToJsonString(CardRenderer.Json);
}
