using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;

namespace PostingsBot.Benchmarks.Search;

/// <summary>The message extension "find roles": question text in, the response with 25 cards and previews out, as the bytes that Teams gets.</summary>
internal static class ExtensionBenchmark
{
    private const int TextsOfEach = 40;

    /// <summary>Times of whole answers, and the bytes of the largest.</summary>
    public static async Task<(Latencies Times, int LargestBytes)> MeasureAsync(Assistant assistant, IReadOnlyList<QuestionType> types)
    {
        var query = new RoleQuery(assistant, new RoleResults(new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder))), TimeProvider.System);
        var activity = new Activity { LocalTimestamp = new DateTimeOffset(PostingMaker.Today.ToDateTimeUnspecified(), TimeSpan.Zero) };
        var (times, largest) = (new Latencies(), 0);
        foreach (var text in types.SelectMany(type => type.Texts.Take(TextsOfEach)).Prepend("").Prepend(""))
        {
            var start = Watch.Now();
            var answer = await query.FindAsync(activity, new MessagingExtensionQuery { CommandId = RoleQuery.Command, Parameters = [new MessagingExtensionParameter(RoleQuery.Parameter, text)] }, CancellationToken.None);
            largest = Math.Max(largest, ActivityText.Write(new Activity { Value = answer.Body }).Length);
            times.Add(start);
        }

        return (times, largest);
    }
}
