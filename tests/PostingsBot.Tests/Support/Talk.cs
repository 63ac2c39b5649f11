using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Support;

/// <summary>A conversation with the assistant over a catalogue in memory.</summary>
internal sealed class Talk(ICatalogue catalogue)
{
    public static readonly LocalDate Today = FixedClock.Day;

    private readonly Assistant assistant = new(catalogue);

    public Conversation Conversation { get; set; } = Conversation.Empty;

    public async Task<Answer> SayAsync(string text)
    {
        var outcome = await assistant.AskAsync(text, Conversation, Today, CancellationToken.None);
        Conversation = outcome.Conversation;
        return outcome.Answer;
    }

    public async Task<Answer> AskAsync(Question question)
    {
        var outcome = await assistant.AnswerAsync(question, Conversation, Today, CancellationToken.None);
        Conversation = outcome.Conversation;
        return outcome.Answer;
    }
}
