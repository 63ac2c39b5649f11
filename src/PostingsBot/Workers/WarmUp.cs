using PostingsBot.Cards;
using PostingsBot.Commands;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Questions;

namespace PostingsBot.Workers;

/// <summary>
/// Asks a question of an empty catalogue while the real one is opened on another core: whoever comes first finds the vocabularies loaded
/// and the code compiled.
/// </summary>
internal static class WarmUp
{
    private const string Question = "remote backend roles with Python from Germany";

    private static ReadOnlySpan<byte> Posting => "# Backend Engineer\n\nMeadow is looking for an engineer in Berlin, remote.\n\n## Requirements\n\n- Python\n"u8;

    /// <summary>Reads a short posting while the host is still being put together: the parser's expressions and vocabularies take a while.</summary>
    public static Task ParserAsync() => Task.Run(() => { new DocumentParser().Parse("warm-up.md", Posting); });

    public static Task RunAsync(CardRenderer cards, TimeProvider clock) => Task.Run(async () =>
    {
        await using var empty = await OpenCatalogue.InMemoryAsync([], CancellationToken.None);
        var outcome = await new Assistant(empty.Catalogue).AskAsync(Question, Conversation.Empty, AskCommand.Today(clock), CancellationToken.None);
        cards.Draw(outcome.Answer, CardDialect.Submit);
        Core.Questions.ConversationJson.Write(outcome.Conversation);
    });

    /// <summary>A warm-up that fails must not end a bot that can work; whoever asks next meets the same fault and is told.</summary>
    public static async Task<Exception?> FailureOfAsync(Task warmUp)
    {
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return warmUp.Exception;
    }
}
