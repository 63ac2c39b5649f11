using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;

namespace PostingsBot.Dialogs;

/// <summary>Answers as activities: a card with its plain text beside it, or just words.</summary>
internal static class Replies
{
    public const string CardContentType = "application/vnd.microsoft.card.adaptive";
    public const string MemoryLost = "I could not read what we had talked about before, so I started over.";
    private const string ButtonTooOld = "That button belongs to a card of another version. Please ask again.";

    public static Activity Of(Answer answer, Activity incoming)
    {
        if (answer is MessageAnswer { Kind: AnswerKind.Other })
            return Words(answer);
        var reply = MessageFactory.Text(null);
        reply.Summary = PlainText.Of(answer);
        reply.Speak = answer.Text;
        reply.Attachments = [new Attachment { ContentType = CardContentType, Content = ActivityValues.CardContent(CardRenderer.Draw(answer, DialectOf(incoming))) }];
        return reply;
    }

    public static Activity UnknownButton(Activity incoming) => MessageFactory.Text(ButtonTooOld);

    public static Activity WithNotice(Activity reply, string notice)
    {
        reply.Text = string.IsNullOrEmpty(reply.Text) ? notice : notice + "\n\n" + reply.Text;
        return reply;
    }

    /// <summary>A message is answered by a message; the button of a universal card by what replaces the card.</summary>
    public static Task SendAsync(ITurnContext context, Activity reply, CancellationToken ct)
    {
        if (context.Activity.Type != ActivityTypes.Invoke)
            return context.SendActivityAsync(reply, ct);
        context.TurnState.Add(InvokeReply.Key, new InvokeReply(reply));
        return Task.CompletedTask;
    }

    private static Activity Words(Answer answer)
    {
        var reply = MessageFactory.Text(answer.Text);
        reply.SuggestedActions = new SuggestedActions
        {
            Actions = [.. answer.Suggestions.Select(say => new Schema.CardAction { Type = ActionTypes.ImBack, Title = say, Value = say })],
        };
        return reply;
    }

    private static CardDialect DialectOf(Activity incoming) => incoming.ChannelId == "msteams" ? CardDialect.UniversalActions : CardDialect.Submit;
}

/// <summary>The reply to an invoke, carried from the dialog to the handler that returns it in the HTTP response.</summary>
internal sealed record InvokeReply(Activity Activity)
{
    public const string Key = "PostingsBot.InvokeReply";
}
