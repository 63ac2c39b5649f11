using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Questions.Subscribing;

/// <summary>Sentences about subscriptions that are there. Those behind ">" are read so only where subscriptions were just spoken of.</summary>
public sealed class ManagementSentenceTests
{
    private const string Table = """
        list my alerts | List
        show me my alerts | List
        my subscriptions | List
        what alerts do I have? | List
        which digests am I subscribed to? | List
        what am I subscribed to | List
        manage my notifications please | List
        pause the rust one until Monday | Pause [skill:Rust] until:2026-03-09
        pause all my alerts for two weeks | Pause all until:2026-03-16
        pause my Berlin alert until 3 May | Pause [in:DE-BE/berlin] until:2026-05-03
        please pause it till tomorrow | Pause it until:2026-03-03
        snooze the second alert until next week | Pause #2 until:2026-03-09
        pause | Pause
        pause my alert until further notice | Pause it
        stop the python alert until 2026-04-01 | Pause [skill:Python] until:2026-04-01
        resume my alerts | Resume all
        unpause | Resume
        resume the rust one | Resume [skill:Rust]
        turn my alerts back on | Resume all
        > resume | Resume
        stop my alerts | Delete all
        stop sending me these | Delete it
        unsubscribe | Delete
        unsubscribe me from the senior python digest | Delete [level:senior skill:Python]
        delete alert 2 | Delete #2
        delete the remote Go alert | Delete [remote skill:Go]
        cancel my subscription | Delete it
        no more alerts please | Delete all
        don't send me anything anymore | Delete
        turn off notifications | Delete all
        alle Alerts löschen | Delete all
        supprime toutes mes alertes | Delete all
        borra todas mis alertas | Delete all
        apague todos os meus alertas | Delete all
        zeig meine Alerts | List
        montre-moi mes alertes | List
        muéstrame mis alertas | List
        mis alertas | List
        > stop | Delete
        > delete the second one | Delete #2
        > remove it | Delete it
        > cancel all of them | Delete all
        change it to 9 | Change it 09:00
        change the rust alert to 7:30 am | Change [skill:Rust] 07:30
        move my digest to Fridays at noon | Change it Fri 12:00
        change my alert to weekly | Change it weekly
        change the time zone to Asia/Tokyo | Change Asia/Tokyo
        my time zone is CET | Change Europe/Berlin
        change the python one to weekdays at 8 London time | Change [skill:Python] Mon-Fri 08:00 Europe/London
        change it to 25:00 | Change it problem
        > make it 9 am | Change it 09:00
        > make it as soon as they appear | Change it at-once
        > send it at 18:00 instead | Change it 18:00
        why did I get this? | Why it
        why am I getting this digest | Why it
        why was this sent to me? | Why it
        what's the next run? | NextRun
        when is my next digest? | NextRun it
        when does the next rust alert come? | NextRun [skill:Rust]
        > when will I hear next? | NextRun
        tell me also when there is nothing new | Change quiet:line
        say nothing on quiet days | Change quiet:nothing
        please don't send me anything when there is nothing new | Change quiet:nothing
        tell me even if there are no new roles | Change quiet:line
        > only when there is something new | Change quiet:nothing
        change the Go alert to say so on quiet days | Change [skill:Go] quiet:line
        take over alert 3 | TakeOver #3
        take over the Go alert | TakeOver [skill:Go]
        > keep it going | TakeOver it
        """;

    public static TheoryData<string, bool, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, bool, string>();
            foreach (var line in Table.Split('\n').Select(line => line.Trim().Split(" | ")))
                rows.Add(line[0].TrimStart('>').Trim(), line[0][0] is '>', line[1]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Order_WhatIsMeant(string text, bool isSpokenOf, string expected)
    {
        var conversation = isSpokenOf ? new Conversation { Subscriptions = ["a", "b"] } : Conversation.Empty;

        Assert.Equal(expected, RequestText.Of(QuestionTable.Read(text, conversation).Subscription));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("resume")]
    [InlineData("make it remote")]
    [InlineData("drop python")]
    [InlineData("remove it")]
    [InlineData("cancel")]
    [InlineData("why not Crunch?")]
    [InlineData("show me the next one")]
    [InlineData("what is the process after I send my resume?")]
    [InlineData("which jobs involve alerts and monitoring?")]
    [InlineData("jobs in notification systems")]
    [InlineData("start over")]
    public void Read_WithoutSubscriptionsSpokenOf_NoOrder(string text) => Assert.NotEqual(Intent.Subscriptions, QuestionTable.Read(text).Intent);
}
