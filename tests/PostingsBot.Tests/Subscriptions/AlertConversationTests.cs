namespace PostingsBot.Tests.Subscriptions;

/// <summary>How alerts come to be: see <see cref="AlertScript"/>.</summary>
public sealed class AlertConversationTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "a sentence, confirmed by a button",
            """
            > send me new backend roles I can do from Germany, weekdays at 8
            < Shall I send you what is new to this | backend · can be done from Germany | Monday to Friday at 08:00 (Europe/Berlin) | Tuesday 3 March 2026, 08:00 (07:00 UTC) | To you, here
            < 1 role matches now. You know these already | Senior Backend Engineer | roles/harbour.md | The time zone is that of your profile: Europe/Berlin.
            = 0
            ! Confirm
            < Saved. | Next: Tuesday 3 March 2026, 08:00 (07:00 UTC) | To stop it
            = 1
            """
        },
        {
            "confirmed by words",
            """
            > notify me about Go jobs every Monday at 7:30 pm
            < On Mondays at 19:30
            > yes please
            < Saved.
            = 1
            """
        },
        {
            "nothing stated is assumed and said",
            """
            > alert me about remote roles
            < Every day at 08:00 (Europe/Berlin) | You did not say when, so I took every day at 08:00 (Europe/Berlin).
            > no
            < I saved nothing
            = 0
            > yes
            ~ Saved
            = 0
            """
        },
        {
            "an hour without days, a day without an hour, a part of the day",
            """
            > send me remote roles at 9
            < Every day at 09:00
            ~ You did not say when
            > no
            > send me remote roles every Friday
            < On Fridays at 08:00 | You named no hour, so I took 08:00.
            > no
            > send me remote roles every Friday evening
            < On Fridays at 18:00 | You named no hour, so I took the usual one
            """
        },
        {
            "another time before it is confirmed, by words",
            """
            > send me Go roles daily at 8
            < Every day at 08:00
            > make it weekdays at 9
            < Monday to Friday at 09:00
            > 7:30, London time
            < Monday to Friday at 07:30 (Europe/London)
            > as soon as they appear
            < As soon as they appear
            = 0
            > ok
            < Saved.
            = 1
            """
        },
        {
            "another time before it is confirmed, in the form",
            """
            > send me Go roles daily at 8
            ! Change time
            < When shall I send it?
            ! Save | days=Tuesday,Thursday | hour=17:15 | zone=Tokyo
            < On Tuesdays and Thursdays at 17:15 (Asia/Tokyo)
            ! Confirm
            < Saved. | (08:15 UTC)
            = 1
            """
        },
        {
            "a form that cannot be is asked again",
            """
            > send me Go roles daily at 8
            ! Change time
            ! Save | days= | hour=17:15 | zone=Europe/Berlin
            < Choose at least one day.
            ! Save | days=Monday | hour=25:99 | zone=Marzipan
            < 25:99 | I know no time zone “Marzipan”
            ! Leave it as it is
            < Every day at 08:00
            ! Confirm
            < Saved.
            """
        },
        {
            "a time that cannot be",
            """
            > send me Go roles every 30 seconds
            < every 30 seconds
            > yes
            < When shall I send it?
            = 0
            > daily at 7
            < Every day at 07:00
            > yes
            < Saved.
            = 1
            """
        },
        {
            "the button under a search",
            """
            > remote roles
            < Send me new ones
            ! Send me new ones
            < remote | Every day at 08:00 | 2 roles match now
            ! Confirm
            < Saved.
            = 1
            """
        },
        {
            "the button of an earlier search",
            """
            > remote roles
            @ keep
            > React jobs
            @ back
            ! Send me new ones
            < Shall I send you what is new to this: remote?
            """
        },
        {
            "the button where nothing was found",
            """
            > Go jobs in Tokyo
            < Send me new ones
            ! Send me new ones
            < Nothing matches today, so the first role that does will be news to you.
            > yes
            < Saved.
            = 1
            """
        },
        {
            "an interruption is answered, the offer comes up once more",
            """
            > send me Go roles daily at 8
            > how much does Harbour Labs pay?
            < 70,000 | Your alert (Go) is not saved yet: say “yes” to save it or “no” to drop it.
            > yes
            < Saved.
            = 1
            """
        },
        {
            "a second interruption lets it go",
            """
            > send me Go roles daily at 8
            > how much does Harbour Labs pay?
            > and Meadow?
            < 150,000 | I let go of the alert that you did not confirm.
            > yes
            ~ Saved
            = 0
            """
        },
        {
            "a button of an offer that was let go",
            """
            > send me Go roles daily at 8
            @ keep
            > how much does Harbour Labs pay?
            > and Meadow?
            @ back
            ! Confirm
            < That offer is not open any more, so nothing was saved.
            = 0
            """
        },
        {
            "a restart in the middle",
            """
            > send me Go roles daily at 8
            @ restart
            ! Confirm
            < Saved.
            @ restart
            > list my alerts
            < You have 1 alert. | 1. Go
            = 1
            """
        },
        {
            "pressed twice",
            """
            > send me Go roles daily at 8
            @ keep
            ! Confirm
            < Saved.
            @ back
            ! Confirm
            < That is saved already, once.
            @ back
            ! Cancel
            < That is saved already, once.
            = 1
            """
        },
        {
            "confirmed after it was cancelled",
            """
            > send me Go roles daily at 8
            @ keep
            ! Cancel
            < I saved nothing
            @ back
            ! Confirm
            < not open any more
            = 0
            """
        },
        {
            "no zone is known",
            """
            @ zone none
            > send me Go roles daily at 8
            < Every day at 08:00 (UTC) | I do not know your time zone, so these are hours of UTC.
            > Berlin time
            < Every day at 08:00 (Europe/Berlin)
            > yes
            > send me remote roles daily at 8
            < The time zone is that of your other alerts: Europe/Berlin.
            """
        },
        {
            "a day later the offer is no longer spoken of, but its button works",
            """
            > send me Go roles daily at 8
            @ keep
            @ later 25
            > yes
            ~ Saved
            @ back
            ! Confirm
            < Saved.
            = 1
            """
        },
        {
            "what is not read of the question is said",
            """
            > send me Pyhton roles daily at 8
            < I read “Pyhton” as “python”
            """
        },
        {
            "everything",
            """
            > send me all new roles daily at 8
            < every new role | 3 roles match now
            > yes
            < Saved.
            = 1
            """
        },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task Offer_Scripted_RepliesAsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk());
}
