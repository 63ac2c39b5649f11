namespace PostingsBot.Tests.Subscriptions;

/// <summary>What is done with alerts that are there: see <see cref="AlertScript"/>.</summary>
public sealed class AlertOrderTests
{
    public static TheoryData<string, string> Alone => new()
    {
        {
            "the same again",
            """
            > send me Go roles daily at 8
            > yes
            > notify me about Go roles
            < You have this alert already, every day at 08:00 (Europe/Berlin).
            = 1
            > send me Go roles weekdays at 9
            < You have this alert already, every day at 08:00 (Europe/Berlin). Shall I change it? Monday to Friday at 09:00
            > yes
            < Changed: Monday to Friday at 09:00
            = 1
            """
        },
        {
            "listed, paused, resumed, moved, asked about, deleted",
            """
            > list my alerts
            < You have no alerts yet.
            > send me Go roles daily at 8
            > yes
            > send me remote roles on Fridays at 9
            > yes
            > list my alerts
            < You have 2 alerts. | 1. Go | Every day at 08:00 | 2. remote | On Fridays at 09:00 | Pause 1 | Delete 2
            > pause the second until 2026-03-02
            < A pause until Monday 2 March 2026 would be over already, so I changed nothing. Say a later day
            > pause the second until 16 March
            < Paused until Monday 16 March 2026: remote.
            > resume it
            < It goes on. | Next: Friday 6 March 2026, 09:00 (08:00 UTC)
            > change the Go alert to weekdays at 7
            < Changed: Monday to Friday at 07:00 (Europe/Berlin). | Next: Tuesday 3 March 2026, 07:00
            > when is my next Go digest?
            < Go: Tuesday 3 March 2026, 07:00 (06:00 UTC).
            > why did I get this?
            < because you asked me to send what is new to this: Go
            > delete the Go alert
            < Delete the alert “Go”? It cannot be brought back.
            = 2
            > yes
            < Deleted: “Go”.
            = 1
            """
        },
        {
            "the buttons of the list",
            """
            > send me Go roles daily at 8
            > yes
            > send me remote roles on Fridays at 9
            > yes
            > my alerts
            ! Pause 2
            < Paused until you resume it: remote.
            ! Resume
            < It goes on.
            ! Change time
            ! Save | days=Saturday | hour=10:00 | zone=Europe/Berlin
            < Changed: On Saturdays at 10:00
            ! All alerts
            < You have 2 alerts.
            ! Delete 2
            < Delete the alert “remote”?
            ! Keep it
            < nothing was deleted
            = 2
            > my alerts
            ! Delete 1
            @ keep
            ! Delete it
            < Deleted: “Go”.
            = 1
            @ back
            ! Delete it
            < not there any more
            = 1
            """
        },
        {
            "deleting is asked once, and another word is no yes",
            """
            > send me Go roles daily at 8
            > yes
            > stop
            < Delete the alert “Go”?
            > how much does Harbour Labs pay?
            < 70,000
            > yes
            ~ Deleted
            = 1
            """
        },
        {
            "stop alone is understood whatever was spoken of",
            """
            > stop
            ~ Delete
            > send me Go roles daily at 8
            > yes
            > how much does Harbour Labs pay?
            > stop
            < Delete the alert “Go”?
            > yes
            < Deleted: “Go”.
            = 0
            """
        },
        {
            "all at once",
            """
            > send me Go roles daily at 8
            > yes
            > send me remote roles daily at 8
            > yes
            > pause all my alerts
            < 2 alerts are paused.
            > resume my alerts
            < 2 alerts go on.
            > stop all my alerts
            < Delete 2 alerts: “Go” and “remote”?
            > yes
            < Deleted 2 alerts.
            = 0
            """
        },
        {
            "which one is asked where it is not clear",
            """
            > send me Go roles daily at 8
            > yes
            > send me remote roles daily at 8
            > yes
            > list my alerts
            > pause it
            < Which alert do you mean? | 1. Go | 2. remote
            > the rust alert
            > delete the rust alert
            < I find no alert about Rust. These are there:
            > delete alert 5
            < There is no alert of that number: 2 alerts are there.
            = 2
            """
        },
        {
            "a zone of the profile is not taken over silently",
            """
            > send me Go roles daily at 8
            > yes
            @ zone America/Lima
            > change it to 9
            < Changed: Every day at 09:00 (Europe/Berlin). | It stays in Europe/Berlin, though your profile says America/Lima.
            > change the time zone to America/Lima
            < Changed: Every day at 09:00 (America/Lima).
            """
        },
    };

    public static TheoryData<string, string> WithAdmin => new()
    {
        {
            "an admin changes what others set up, somebody else hears whose it is",
            """
            > send us new Go roles weekdays at 8
            > yes
            < Saved.
            B> pause the Go alert
            < belongs to Ada
            C> list our alerts
            < 1. Go | Pause 1 | Delete 1
            B! Pause 1
            < belongs to Ada
            C! Pause 1
            < Paused until you resume it: Go.
            C> why did we get this digest?
            < because Ada asked me
            C> resume the Go alert
            < It goes on.
            C> delete the Go alert
            < Delete the alert “Go”?
            C> yes
            < Deleted: “Go”.
            = 0
            """
        },
        {
            "an owner who leaves is followed by an admin",
            """
            > send us new Go roles weekdays at 8
            > yes
            @ leaves Ada
            B> list our alerts
            < 1. Go | stopped: whoever set it up has left
            ~ Take over 1 | Pause 1
            B> resume the Go alert
            < Nobody owns that alert any more
            B> take over alert 1
            < Only an admin may take over that alert: Cleo.
            C> list our alerts
            < Take over 1
            C! Take over 1
            < It is yours now and goes on. Next:
            C> take over alert 1
            < yours already
            C> pause it
            < Paused until you resume it: Go.
            > resume the Go alert
            < belongs to Cleo
            """
        },
    };

    public static TheoryData<string, string> WithoutAdmin => new()
    {
        {
            "where the bot knows no admins anybody may follow an owner who left",
            """
            > send us new Go roles weekdays at 8
            > yes
            B> take over alert 1
            < belongs to Ada
            @ leaves Ada
            B> take over the Go alert
            < It is yours now and goes on.
            B> list our alerts
            < Pause 1
            """
        },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        {
            "quiet days are said when it is set up",
            """
            > send me Go roles daily at 8 and tell me also when there is nothing new
            < On a day without news I will say so in a line. | A line that there is nothing new
            > yes
            < Saved. I will send what is new, and a line on a day without news.
            > say nothing on quiet days
            < On a day without news I will send nothing. Changed: Every day at 08:00
            > tell me also when there is nothing new
            < On a day without news I will say so in a line.
            > change it to 9
            < Changed: Every day at 09:00 (Europe/Berlin). | A line that there is nothing new
            """
        },
        {
            "quiet days of an offer, and of the form",
            """
            > send me Go roles daily at 8
            < Days without news
            > also tell me when there is nothing new
            < A line that there is nothing new
            > yes
            < and a line on a day without news
            ! Change time
            < Tell me also when there is nothing new
            ! Save | days=Saturday | hour=10:00 | zone=Europe/Berlin | quiet=nothing
            < On a day without news I will send nothing. Changed: On Saturdays at 10:00
            > send me remote roles as soon as they appear
            > yes
            > pause the remote alert
            > tell me also when there is nothing new
            < it has no quiet days to speak of
            """
        },
    };

    public static TheoryData<string, string> Together => new()
    {
        {
            "in a channel anyone sees, the owner changes",
            """
            > send us new Go roles weekdays at 8
            < To this channel | Everybody here will see it.
            @ keep
            B! Confirm
            < I asked that of somebody else here
            B> yes
            ~ Saved
            = 0
            > make it 9
            < Monday to Friday at 09:00
            ! Confirm
            < Saved.
            = 1
            B> list our alerts
            < 1 alert is set up here. | 1. Go
            ~ Pause 1
            B> pause the Go alert
            < That alert belongs to Ada, and only they or an admin may change it. Ask Ada
            B> delete the Go alert
            < belongs to Ada
            = 1
            B> send us new Go roles daily
            < This alert is here already: Ada set it up.
            B> why did we get this digest?
            < because Ada asked me to send what is new to this: Go
            B> send us new React roles every Friday
            B> yes
            < Saved.
            B> pause all our alerts
            < Paused until you resume it: React. | I left 1 alert alone that belongs to others.
            B> resume all our alerts
            < It goes on. | I left 1 alert alone
            B> delete all our alerts
            < Delete the alert “React”? | I left 1 alert alone
            B> yes
            < Deleted: “React”.
            > delete the Go alert
            < Delete the alert “Go”?
            B> yes
            = 1
            """
        },
    };

    [Theory]
    [MemberData(nameof(Alone))]
    public Task Order_Alone_AsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk());

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task Order_QuietDays_AsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk());

    [Theory]
    [MemberData(nameof(WithAdmin))]
    public Task Order_InAChannelWithAnAdmin_AsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk("msteams", "19:x@thread.tacv2;messageid=17", "channel", admin: "Cleo"));

    [Theory]
    [MemberData(nameof(WithAdmin))]
    public Task Order_InASlackChannelWithAnAdmin_AsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk("slack", "T1:C1", "channel", admin: "Cleo"));

    [Theory]
    [MemberData(nameof(WithoutAdmin))]
    public Task Order_InAChannelWithoutAdmins_AsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk("msteams", "19:x@thread.tacv2;messageid=17", "channel"));

    [Theory]
    [MemberData(nameof(Together))]
    public Task Order_InAChannel_AsWritten(string name, string script) => AlertScript.RunAsync(name, script, new AlertTalk("msteams", "19:x@thread.tacv2;messageid=17", "channel"));
}
