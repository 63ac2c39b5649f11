using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;

namespace PostingsBot.Dialogs;

/// <summary>Answers as activities: a card with its plain text beside it, or just words.</summary>
internal sealed class Replies(CardRenderer cards)
{
    public const string CardContentType = "application/vnd.microsoft.card.adaptive";
    public const string MessageContentType = "application/vnd.microsoft.activity.message";

    /// <summary>Beside a card Teams shows the summary as a notice only, and both count towards its limit of 28 KB.</summary>
    private const int LongestNotice = 300;

    private const string MemoryLost = "I could not read what we had talked about before, so I started over.";
    private const string MemoryOutOfReach = "I cannot reach my memory at the moment: I answer without what we said before, and will not remember this.";
    private const string NotNoted = "I answered, but could not note it in my memory: what you say next I may not connect with this.";
    private const string ButtonTooOld = "That button belongs to a card of another version. Please ask again.";

    public Activity Of(Answer answer, Activity incoming)
    {
        if (answer is MessageAnswer { Kind: AnswerKind.Other })
            return Words(answer);
        var reply = MessageFactory.Text("");
        var dialect = CardDialects.Of(incoming.ChannelId);
        reply.Summary = dialect is CardDialect.UniversalActions ? CardText.Cut(answer.Text, LongestNotice) : PlainText.Of(answer);
        reply.Speak = CardText.Cut(answer.Text, LongestNotice);
        reply.Attachments = [new Attachment { ContentType = CardContentType, Content = ActivityValues.CardContent(cards.Draw(answer, dialect)) }];
        return reply;
    }

    public static Activity UnknownButton() => MessageFactory.Text(ButtonTooOld);

    /// <summary>Follows a reply that could not be kept.</summary>
    public static Activity MemoryNotNoted() => MessageFactory.Text(NotNoted);

    /// <summary>Says beside the reply that the conversation's memory was lost.</summary>
    public static Activity WithMemoryLost(Activity reply) => With(MemoryLost, reply);

    /// <summary>Says beside the reply that the conversation's memory is there but cannot be had.</summary>
    public static Activity WithMemoryOutOfReach(Activity reply) => With(MemoryOutOfReach, reply);

    private static Activity With(string remark, Activity reply)
    {
        reply.Text = string.IsNullOrEmpty(reply.Text) ? remark : remark + "\n\n" + reply.Text;
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
