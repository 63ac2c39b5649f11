using PostingsBot.BotSdk;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Tests.Support;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Channels.Slack.Working;

/// <summary>What the dialogs see of Slack.</summary>
public sealed class SlackTurnsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);
    private static readonly Workspace Workspace = new("T1", "xoxb-1", "UBOT");

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-02T00:30:00+01:00")]
    [InlineData("America/New_York", "2026-03-01T18:30:00-05:00")]
    [InlineData("Nowhere/Land", null)]
    [InlineData(null, null)]
    public void Activity_OfAPerson_HasTheirTimeAndLocale(string? zone, string? local)
    {
        var activity = SlackTurns.Activity(new IncomingMessage(new SlackPlace("T1", "D1"), "U1", "1.1") { Text = "hello" }, At, Workspace, new SlackPerson("U1", "Mia", "de-DE", zone, "T1", false));

        Assert.Equal(local is null ? null : DateTimeOffset.Parse(local, System.Globalization.CultureInfo.InvariantCulture), activity.LocalTimestamp);
        Assert.Equal(("de-DE", "Mia", "T1:U1"), (activity.Locale, activity.From?.Name, activity.From?.Id));
    }

    [Theory]
    [InlineData("T1:D1", true)]
    [InlineData("T1:D1:1.0", true)]
    [InlineData("T1:C1:U1", true)]
    [InlineData("T1:V1", true)]
    [InlineData("T1:C1:1.0", false)]
    [InlineData("T1:C1", false)]
    [InlineData("T1:G1", false)]
    public void Activity_InAPlace_SaysWhetherOthersReadAlong(string place, bool isPersonal)
    {
        var activity = SlackTurns.Activity(new IncomingMessage(SlackPlace.Parse(place)!, "U1", "1.1") { Text = "hello" }, At, Workspace, null);

        Assert.Equal((place, isPersonal ? "personal" : "channel", isPersonal ? null : true), (activity.Conversation.Id, activity.Conversation.ConversationType, activity.Conversation.IsGroup));
        Assert.Equal(("slack", "urn:postingsbot:slack", "T1:UBOT", "1.1"), (activity.ChannelId, activity.ServiceUrl, activity.Recipient?.Id, activity.Id));
    }

    [Fact]
    public void Activity_OfAButton_CarriesItsDataAsActionSubmitDoes()
    {
        var value = System.Text.Json.JsonElement.Parse("""{"verb":"detail","id":"aaaaaaaaa2"}""");
        var activity = SlackTurns.Activity(new IncomingMessage(new SlackPlace("T1", "D1"), "U1", "1.1") { Value = value, Pressed = "1.1" }, At, Workspace, null);

        Assert.Equal(new CardVerb.Detail("aaaaaaaaa2"), ActivityValues.Verb(activity.Value));
        Assert.Equal((null, "1.1"), (activity.Text, activity.ReplyToId));
    }

    [Fact]
    public void PerSecond_OfArrivals_CountsThisSecondAndTheLast()
    {
        var clock = new FixedClock();
        var rate = new ArrivalRate(clock);
        rate.Add(300);
        clock.Later += TimeSpan.FromSeconds(1);
        rate.Add(5);
        Assert.Equal(300, rate.PerSecond);
        clock.Later += TimeSpan.FromSeconds(1);
        Assert.Equal(5, rate.PerSecond);
        clock.Later += TimeSpan.FromSeconds(2);
        Assert.Equal(0, rate.PerSecond);
    }

    [Theory]
    [InlineData("")]
    [InlineData("T1")]
    [InlineData("T1:")]
    [InlineData(":C1")]
    [InlineData("T1:C1:")]
    [InlineData("T1:C1:1.0:2.0")]
    [InlineData(null)]
    public void Parse_NoPlaceInSlack_IsNull(string? id) => Assert.Null(SlackPlace.Parse(id));
}
