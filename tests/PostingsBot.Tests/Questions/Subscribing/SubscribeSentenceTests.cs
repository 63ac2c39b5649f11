using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Subscribing;

namespace PostingsBot.Tests.Questions.Subscribing;

/// <summary>Sentences that subscribe: what they ask of a role, all of it and nothing of the rhythm, and the rhythm.</summary>
public sealed class SubscribeSentenceTests
{
    private const string Table = """
        send me new senior Rust roles I can do from Europe, weekdays at 8 | level:senior skill:Rust from:EUROPE | Mon-Fri 08:00
        every Monday morning send me new python jobs | skill:Python | Mon ~08:00
        python jobs every Monday morning | skill:Python | Mon ~08:00
        send me remote Go roles daily at 7:30 pm Berlin time | remote skill:Go | daily 19:30 Europe/Berlin
        tell me about new staff roles as soon as they appear | level:staff | at-once
        notify me of Java jobs in Munich weekly on Fridays | skill:Java in:DE-BY/munich | weekly Fri
        let me know about new remote jobs at noon | remote | 12:00
        email me backend roles daily | discipline:backend | daily
        send me new python jobs every day | skill:Python | daily
        alert me about remote jobs in Europe | remote from:EUROPE | -
        subscribe me to staff roles, Mondays and Thursdays at 9:15 | level:staff | Mon+Thu 09:15
        send me kubernetes jobs Mon-Fri at 0800 | skill:Kubernetes | Mon-Fri 08:00
        every weekday at 18h30 send me PHP jobs in Brazil | skill:PHP in:BR | Mon-Fri 18:30
        send me React roles every Tuesday, Thursday and Saturday at 6pm ET | skill:React | Tue+Thu+Sat 18:00 America/New_York
        please send me new data engineering jobs over 90k in London each morning at 7 | discipline:data engineering pay:90000.. in:GB-ENG/london | daily 07:00
        at 8 every morning send me junior frontend roles | level:junior discipline:frontend | daily 08:00
        keep me posted on Go jobs once a week | skill:Go | weekly
        send me new rust jobs at 8 in the evening | skill:Rust | 20:00
        send me new rust jobs daily at half past seven | skill:Rust | daily 07:30
        send me new rust jobs daily at quarter to 9 pm | skill:Rust | daily 20:45
        notify me immediately when a new python job shows up | skill:Python | at-once
        let me know as soon as something new is posted for Kubernetes | skill:Kubernetes | at-once
        send me all new remote python roles but not at Crunch every day at 9am UTC+2 | remote skill:Python -at:Crunch | daily 09:00 UTC+02
        send me new rust jobs weekdays at 9 Europe/Paris | skill:Rust | Mon-Fri 09:00 Europe/Paris
        send me new rust jobs daily, 9am, San Francisco time | skill:Rust | daily 09:00 America/Los_Angeles
        send me new rust jobs in Berlin daily at 9 | skill:Rust in:DE-BE/berlin | daily 09:00
        send me new rust jobs I can do from Canada every Monday and Wednesday at 10 o'clock my time | skill:Rust from:CA | Mon+Wed 10:00
        send me part-time jobs paid by the hour every Friday | part-time paid-per:hour | Fri
        send us new React roles every Friday | skill:React | Fri
        let us know about new remote jobs at noon | remote | 12:00
        keep us posted on Go jobs once a week | skill:Go | weekly
        daily digest of senior roles at midnight | level:senior | daily 00:00
        send me roles with a salary above 80000 EUR monday to friday at 8 | pay:80000..EUR | Mon-Fri 08:00
        schick mir jeden Montag um 8 Uhr neue Python Jobs in Berlin | skill:Python in:DE-BE/berlin | Mon 08:00
        benachrichtige mich täglich um 9 über neue Java Jobs | skill:Java | daily 09:00
        avise-me todos os dias de vagas de Python | skill:Python | daily
        envoie-moi les nouveaux jobs Python tous les jours à 9h | skill:Python | daily 09:00
        préviens-moi des nouveaux postes Python le lundi à 8h | skill:Python | Mon 08:00
        envíame nuevos trabajos de Rust todos los lunes a las 8 | skill:Rust | Mon 08:00
        mándame ofertas de Java los viernes a las 18 | skill:Java | Fri 18:00
        me avise sobre vagas de Java toda segunda às 8h | skill:Java | Mon 08:00
        me envie vagas de Python toda segunda-feira às 9h | skill:Python | Mon 09:00
        keep me in the loop on Go jobs, Fridays at 9 | skill:Go | Fri 09:00
        send me new Go roles daily at 8, drop me a line even if there's nothing new | skill:Go | daily 08:00 quiet:line
        send me new rust jobs, weekends only at 11 | skill:Rust | Sat+Sun 11:00
        send me new rust jobs on weekends at 11 | skill:Rust | Sat+Sun 11:00
        send me jobs that mention kayaking every Sunday evening | words:kayaking | Sun ~18:00
        send me jobs posted this week, daily at 8 | posted:2026-03-02.. | daily 08:00
        send me roles asking for at most 3 years of experience at 8 every day | years:..3 | daily 08:00
        send me new Go roles daily at 8 and tell me also when there is nothing new | skill:Go | daily 08:00 quiet:line
        send me new python jobs weekdays at 9, also on quiet days | skill:Python | Mon-Fri 09:00 quiet:line
        send me new rust jobs daily, nothing on quiet days | skill:Rust | daily quiet:nothing
        every Monday morning send me new Java jobs even if there is nothing new | skill:Java | Mon ~08:00 quiet:line
        send me new Go roles every day at 7 but say nothing when there's nothing new | skill:Go | daily 07:00 quiet:nothing
        let me know about new remote jobs at noon, only when there is something new | remote | 12:00 quiet:nothing
        send me new Go roles daily at 8, and let me know when nothing is new | skill:Go | daily 08:00 quiet:line
        send me new Go roles daily at 8 except Sundays | skill:Go | Mon+Tue+Wed+Thu+Fri+Sat 08:00
        send me new Go roles every day but Friday at 9 | skill:Go | Mon+Tue+Wed+Thu+Sat+Sun 09:00
        send me new Go roles every day at 9 but not on weekends | skill:Go | Mon-Fri 09:00
        send me new Go roles at 9, not on Mondays and Tuesdays | skill:Go | Wed+Thu+Fri+Sat+Sun 09:00
        schick mir jeden Tag um 8 neue Go Jobs außer sonntags | skill:Go | Mon+Tue+Wed+Thu+Fri+Sat 08:00
        send me new Go roles Mondays at 9 and Thursdays at 9 | skill:Go | Mon+Thu 09:00
        send me new Go roles weekly on Monday mornings at 8 | skill:Go | weekly Mon 08:00
        """;

    private const string Impossible = """
        send me rust jobs at 25:00 | 25:00
        send me rust jobs daily at 9:75 | 9:75
        send me rust jobs at 13 pm | 13 pm
        send me rust jobs every 30 seconds | every 30 seconds
        send me rust jobs every minute | every minute
        send me rust jobs hourly | hourly
        send me rust jobs twice a day | twice a day
        send me rust jobs every other week | every other week
        send me rust jobs monthly | monthly
        send me rust jobs 3 times a day | 3 times a day
        send me rust jobs daily at 8 and 17 | 17
        send me rust jobs daily at 8 Mars time | Mars
        send me rust jobs daily at 8 Europe/Atlantis | Europe/Atlantis
        send me rust jobs daily at 8, time zone Mars | Mars
        send me rust jobs daily at 8 UTC+25 | UTC+25
        send me rust jobs daily at 8 US time | New York
        send me rust jobs daily at 8 IST | Kolkata
        send me rust jobs weekdays at 8 and Sundays at 18 | not at 8 on some and at 18 on others
        send me rust jobs Monday mornings and Friday evenings | not at mornings on some and at evenings on others
        weekdays at 8 and weekends at 10 send me rust jobs | not at 8 on some and at 10 on others
        send me rust jobs every morning and evening | not at morning and at evening
        send me rust jobs daily at 8 and in the evening | not at 8 and at evening
        daily at 8 and at once send me rust jobs | either at once or at its own time (daily)
        send me rust jobs at once and on Mondays at 9 | either at once or at its own time (on Mondays)
        send me rust jobs as soon as they appear, but only at 9 | as soon as they appear
        send me rust jobs weekly and as soon as they appear | (weekly)
        send me rust jobs daily and weekly | daily or weekly, not both
        send me rust jobs daily at 8 Berlin time and Tokyo time | not Europe/Berlin and Asia/Tokyo
        send me rust jobs on weekends except Saturdays and Sundays | no day of the week
        """;

    public static TheoryData<string, string, string> Rows => Cells(Table);

    public static TheoryData<string, string> ImpossibleRows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in Impossible.Split('\n').Select(line => line.Split(" | ")))
                rows.Add(line[0].Trim(), line[1].Trim());
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Sentence_ConstraintsAndRhythm(string text, string constraints, string rhythm)
    {
        var question = QuestionTable.Read(text);

        Assert.Equal((Intent.Subscribe, constraints, rhythm), (question.Intent, string.Join(' ', question.Constraints.Select(QuestionText.Of)), RequestText.Of(question.Subscription!.Rhythm)));
    }

    [Theory]
    [MemberData(nameof(ImpossibleRows))]
    public void Read_ImpossibleRhythm_SaidWithItsWords(string text, string words)
    {
        var question = QuestionTable.Read(text);

        Assert.Equal("Subscribe skill:Rust", QuestionText.Of(question));
        Assert.Contains(words, Assert.Single(question.Subscription!.Rhythm.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9", "09:00")]
    [InlineData("at 9", "09:00")]
    [InlineData("Fridays at 5pm", "Fri 17:00")]
    [InlineData("weekdays at 8, Berlin time", "Mon-Fri 08:00 Europe/Berlin")]
    [InlineData("Monday", "Mon")]
    [InlineData("time zone Tokyo", "Asia/Tokyo")]
    [InlineData("8am Bangalore time", "08:00 Asia/Kolkata")]
    [InlineData("UTC-3:30", "UTC-03:30")]
    [InlineData("7.30 Uhr werktags", "Mon-Fri 07:30")]
    [InlineData("12 am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("nothing of the kind", "-")]
    public void Read_AnswerToWhen_Rhythm(string text, string rhythm) => Assert.Equal(rhythm, RequestText.Of(RhythmReader.Read(text)));

    [Theory]
    [InlineData("which jobs have a daily standup?")]
    [InlineData("do they work on weekends?")]
    [InlineData("hourly paid jobs")]
    [InlineData("jobs posted on Monday")]
    [InlineData("is there an office day every Tuesday?")]
    [InlineData("full-time jobs in Berlin")]
    [InlineData("jobs with a 4 day week")]
    public void Read_OtherSentences_NoSubscription(string text) => Assert.Null(QuestionTable.Read(text).Subscription);

    private static TheoryData<string, string, string> Cells(string table)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in table.Split('\n').Select(line => line.Split(" | ")))
            rows.Add(line[0].Trim(), line[1].Trim(), line[2].Trim());
        return rows;
    }
}
