using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Questions.Subscribing;

public sealed class AnyRhythmTests
{
    private static readonly string[] Phrases =
    [
        "weekdays at 8", "every Monday morning", "daily at 7:30 pm Berlin time", "as soon as they appear", "weekly on Fridays", "at noon", "every day at 9am UTC+2", "Mondays and Thursdays at 18:00",
        "on Tuesday mornings", "once a week", "each weekday at 0730", "daily, 9am, New York time", "Mon-Fri at 8", "every Sunday evening", "right away", "every 30 seconds", "at 25:00", "at 8 CET",
    ];

    /// <summary>Whatever is asked and whenever it is to come, before or behind: all that is asked of a role stays, and nothing else is.</summary>
    [Fact]
    public void Read_AnyQuestionWithAnyRhythm_ConstraintsAsWithout()
    {
        var random = new Random(7);
        for (var n = 0; n < 400; n++)
        {
            var asked = GeneratedQuestion.Of(random, 1).Text;
            var phrase = Phrases[random.Next(Phrases.Length)];
            var text = random.Next(3) switch { 0 => $"send me {asked} {phrase}", 1 => $"send me {asked}, {phrase}", _ => $"{phrase} send me new {asked}" };

            var question = QuestionTable.Read(text);

            Assert.Equal((text, Intent.Subscribe), (text, question.Intent));
            Assert.Equal((text, Keys(QuestionTable.Read("send me " + asked))), (text, Keys(question)));
            Assert.True(question.Subscription!.Rhythm.IsStated, text);
        }
    }

    [Fact]
    public void Read_WordsInAnyOrder_DoesNotFail()
    {
        var random = new Random(11);
        string[] words = [.. string.Join(' ', Phrases).Split(' '), "stop", "pause", "until", "for", "the", "rust", "one", "utc-", "gmt+99:99", "timezone", "24", "0", "9999", ":30", "and", "to", "at", "@", "h", "a.m.", "change", "it", "alerts", "31", "February", "999", "years"];
        for (var n = 0; n < 3_000; n++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));

            RhythmReader.Read(text);
            QuestionTable.Read(text, new Conversation { Subscriptions = ["a"] });
        }
    }

    private static string Keys(Question question) => string.Join(' ', question.Constraints.Select(c => c.Key).Order(StringComparer.Ordinal));
}
