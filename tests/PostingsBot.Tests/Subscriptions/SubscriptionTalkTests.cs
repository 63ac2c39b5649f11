using System.Text.Json.Nodes;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Digests;
using PostingsBot.Dialogs;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Subscriptions;

/// <summary>What is kept when somebody talks about alerts.</summary>
public sealed class SubscriptionTalkTests
{
    [Fact]
    public async Task Confirm_Offer_KeepsWhatWasSaidWithTheRolesKnownAlready()
    {
        var talk = new AlertTalk();
        await talk.SayAsync("send me remote roles, weekdays at 9");

        await talk.PressAsync("Confirm");

        Assert.Equal(new Rhythm.OnDays(Weekdays.MondayToFriday, new NodaTime.LocalTime(9, 0), "Europe/Berlin"), talk.Only.Rhythm);
        Assert.Equal((new Owner("webchat", "user-Ada"), DestinationKind.Person, "one"), (talk.Only.Owner, talk.Only.Destination.Kind, talk.Only.Destination.Conversation));
        Assert.Equal(["remote"], talk.Only.Question.Constraints.Select(constraint => constraint.Label));
        Assert.Equal([Told.Of(Examples.Harbour), Told.Of(Examples.Nameless)], talk.Kept.Known[talk.Only.Id].OrderBy(told => told.Role, StringComparer.Ordinal));
        Assert.Equal(talk.Clock.GetUtcNow(), talk.Only.Progress.Since.ToDateTimeOffset());
    }

    [Fact]
    public async Task Confirm_InAChannel_RemembersHowItIsReached()
    {
        var talk = new AlertTalk("msteams", "19:x@thread.tacv2;messageid=17", "channel");
        await talk.SayAsync("send us remote roles, weekdays at 9");

        await talk.PressAsync("Confirm");

        var to = talk.Only.Destination;
        Assert.Equal(("19:x@thread.tacv2", DestinationKind.Channel), (to.Conversation, to.Kind));
        Assert.Equal("19:x@thread.tacv2", (await new DestinationBook(talk.Store, new KnownConversations(talk.Store)).FindAsync(to.Channel, to.Conversation, CancellationToken.None))?.Conversation.Id);
    }

    [Fact]
    public async Task Confirm_OnTeams_TheCardIsReplacedAndAStaleButtonIsToldInWords()
    {
        var talk = new AlertTalk("msteams", "a:1", "personal");
        await talk.SayAsync("send me remote roles, weekdays at 9");

        var kept = await talk.ExecuteAsync("Confirm");
        await talk.Kept.DeleteAsync(talk.Only.Id, CancellationToken.None);
        var stale = await talk.ExecuteAsync("Confirm");

        Assert.Equal((Replies.CardContentType, Replies.MessageContentType), (kept.Type, stale.Type));
        Assert.Contains("All alerts", SdkJson.Card(kept.Value).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("nothing was saved", Assert.IsType<string>(stale.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_AsManyAsAllowed_SaysTheLimitAndKeepsNoMore()
    {
        var talk = new AlertTalk(most: 2);
        foreach (var words in new[] { "Go", "Python", "React" })
        {
            await talk.SayAsync($"send me {words} roles daily at 8");
            var said = await talk.SayAsync("yes");
            Assert.Equal(words is "React", said.Contains("You have 2 alerts, which is as many as one person may have, so I saved nothing.", StringComparison.Ordinal));
        }

        Assert.Equal(2, talk.Kept.All.Count);
    }

    [Fact]
    public async Task Pause_ChangedAtTheSameMoment_IsDoneOnWhatItIsNow()
    {
        var talk = new AlertTalk();
        await talk.SayAsync("send me Go roles daily at 8");
        await talk.SayAsync("yes");
        talk.Kept.Conflicts = 1;

        await talk.SayAsync("pause my alert");

        Assert.Equal(new SubscriptionState.Paused(null), talk.Only.State);
    }

    [Fact]
    public async Task Pause_AlwaysChangedByOthers_SaysSo()
    {
        var talk = new AlertTalk();
        await talk.SayAsync("send me Go roles daily at 8");
        await talk.SayAsync("yes");
        talk.Kept.Conflicts = int.MaxValue;

        Assert.Contains("at the same moment", await talk.SayAsync("pause my alert"), StringComparison.Ordinal);
        Assert.IsType<SubscriptionState.Active>(talk.Only.State);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("delete")]
    [InlineData("delete-now")]
    [InlineData("form")]
    [InlineData("show")]
    [InlineData("why")]
    [InlineData("confirm")]
    public async Task Press_AlertOfAStrangerElsewhere_TellsNothingOfItAndChangesNothing(string step)
    {
        var mine = new AlertTalk(conversation: "mine");
        await mine.SayAsync("send me Go roles daily at 8");
        await mine.SayAsync("yes");
        var before = mine.Only;
        var theirs = new AlertTalk(conversation: "theirs", kept: mine.Kept) { Person = "Eve" };

        var said = await theirs.SubmitAsync(new JsonObject { ["verb"] = "alert", ["do"] = step, ["id"] = before.Id });

        Assert.Contains("not there any more", said, StringComparison.Ordinal);
        Assert.Null(theirs.Card);
        Assert.Equal(before, mine.Only);
    }

    [Fact]
    public async Task List_MoreThanAPage_ShowsTheRestOnDemand()
    {
        var talk = new AlertTalk();
        foreach (var words in new[] { "Go", "Python", "React", "Rust", "Java", "Kotlin", "Scala", "PHP" })
        {
            await talk.SayAsync($"send me {words} roles daily at 8");
            await talk.SayAsync("yes");
        }

        Assert.DoesNotContain("7. Scala", await talk.SayAsync("list my alerts"), StringComparison.Ordinal);
        Assert.Contains("7. Scala", await talk.PressAsync("Show more"), StringComparison.Ordinal);
        Assert.Contains("Delete the alert “Scala”?", await talk.PressAsync("Delete 7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_FromAnotherConversationOfTheOwner_IsSaid()
    {
        var here = new AlertTalk(conversation: "here");
        await here.SayAsync("send me Go roles daily at 8");
        await here.SayAsync("yes");
        var there = new AlertTalk(conversation: "there", kept: here.Kept);

        Assert.Contains("To you, in another chat", await there.SayAsync("list my alerts"), StringComparison.Ordinal);
        Assert.Contains("because you asked me", await there.SubmitAsync(new JsonObject { ["verb"] = "alert", ["do"] = "why", ["id"] = here.Only.Id }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":1,"offers":null}""")]
    [InlineData("""{"version":1,"offers":[{}]}""")]
    [InlineData("""{"version":1,"offers":[{"subscription":"{}"}]}""")]
    [InlineData("""{"version":99}""")]
    [InlineData("nothing of the kind")]
    public void Read_MemoryOfAnotherVersionOrShape_Null(string json) => Assert.Null(SubscriptionMemory.Read(json));

    [Fact]
    public void Memory_WrittenAndRead_IsTheSame()
    {
        var subscription = new Subscription
        {
            Id = "0a1b2c3d4e",
            Owner = new Owner("webchat", "ada"),
            Destination = new("webchat", "one", DestinationKind.Person),
            Question = new(Core.Questions.Intent.FindRoles),
            Rhythm = new Rhythm.AtOnce(),
            Progress = new Progress(NodaTime.Instant.FromUnixTimeSeconds(1), null),
        };
        var (memory, key) = SubscriptionMemory.Empty.With(new Offer(subscription) { Notes = ["a note"], Replaces = "0000000000" }).With([new Core.Questions.WorkplaceConstraint([Core.Postings.Workplace.Remote])]);

        var read = SubscriptionMemory.Read(memory.Write())!;

        Assert.Equal((subscription, "0000000000", "a note"), (read.OfferOf("0a1b2c3d4e")!.Subscription, read.Offers[0].Replaces, read.Offers[0].Notes[0]));
        Assert.Equal("remote", Assert.Single(read.SearchOf(key)!).Label);
    }
}
