using PostingsBot.Subscriptions;
using PostingsBot.Tests.Questions.Subscribing;

namespace PostingsBot.Tests.Subscriptions;

/// <summary>What a text says to an offer; "-" for what says something else.</summary>
public sealed class OfferAnswerTests
{
    private const string Table = """
        yes | yes
        Yes, please! | yes
        ok | yes
        sounds good, thanks | yes
        yes, save it | yes
        ja | yes
        no | no
        no thanks | no
        never mind | no
        cancel | no
        don't save it | no
        9 | 09:00
        make it 9 | 09:00
        make it 9 am please | 09:00
        no, at 9:30 | 09:30
        weekdays at 8, Berlin time | Mon-Fri 08:00 Europe/Berlin
        rather on Fridays | Fri
        every Monday | Mon
        change it to weekly | weekly
        as soon as they appear | at-once
        time zone Tokyo | Asia/Tokyo
        at 25:00 | problem
        remote jobs in Berlin at noon | -
        which jobs have a daily standup? | -
        yes but only remote ones | -
        how much does it pay? | -
        list my alerts | -
        """;

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in Table.Split('\n').Select(line => line.Trim().Split(" | ")))
                rows.Add(line[0], line[1]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_Text_IsWhatItSays(string text, string expected) => Assert.Equal(expected, OfferAnswer.Of(text) switch
    {
        OfferAnswer.Yes => "yes",
        OfferAnswer.No => "no",
        OfferAnswer.Time time => RequestText.Of(time.Rhythm),
        _ => "-",
    });
}
