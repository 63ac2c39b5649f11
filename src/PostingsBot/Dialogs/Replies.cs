using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;

namespace PostingsBot.Dialogs;

/// <summary>Answers as activities: a card with its plain text beside it, or just words.</summary>
internal sealed class Replies(CardRenderer cards)
{
    public const string CardContentType = "application/vnd.microsoft.card.adaptive";
    public const string MessageContentType = "application/vnd.microsoft.activity.message";
    private const string MemoryLost = "I could not read what we had talked about before, so I started over.";
    private const string ButtonTooOld = "That button belongs to a card of another version. Please ask again.";

    public Activity Of(Answer answer, Activity incoming)
    {
        if (answer is MessageAnswer { Kind: AnswerKind.Other })
            return Words(answer);
        var reply = MessageFactory.Text("");
        reply.Summary = PlainText.Of(answer);
        reply.Speak = answer.Text;
        reply.Attachments = [new Attachment { ContentType = CardContentType, Content = ActivityValues.CardContent(cards.Draw(answer, CardDialects.Of(incoming.ChannelId))) }];
        return reply;
    }

    public static Activity UnknownButton() => MessageFactory.Text(ButtonTooOld);

    /// <summary>Says beside the reply that the conversation's memory was lost.</summary>
    public static Activity WithMemoryLost(Activity reply)
    {
        reply.Text = string.IsNullOrEmpty(reply.Text) ? MemoryLost : MemoryLost + "\n\n" + reply.Text;
        return reply;
    }

    private static Activity Words(Answer answer)
    {
        var reply = MessageFactory.Text(answer.Text);
        reply.SuggestedActions = new SuggestedActions
        {
            Actions = [.. answer.Suggestions.Select(say => ActivityValues.SayButton(say))],
        };
        return reply;
    }
}
