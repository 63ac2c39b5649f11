using System.Text.Json.Nodes;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Delivered;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Dialogs;

/// <summary>Answers as activities: a card with its plain text beside it, or just words.</summary>
internal sealed class Replies(CardRenderer cards)
{
    public const string CardContentType = "application/vnd.microsoft.card.adaptive";
    public const string MessageContentType = "application/vnd.microsoft.activity.message";

    /// <summary>Beside a card Teams shows the summary as a notice only, and both count towards its limit of 28 KB.</summary>
    private const int LongestNotice = 300;

    private const int MostTeamsPrompts = 3;

    private const string MemoryLost = "I could not read what we had talked about before, so I started over.";
    private const string MemoryOutOfReach = "I cannot reach my memory at the moment: I answer without what we said before, and will not remember this.";
    private const string NotNoted = "I answered, but could not note it in my memory: what you say next I may not connect with this.";
    private const string ButtonTooOld = "That button belongs to a card of another version. Please ask again.";

    public Activity Of(Answer answer, Activity incoming)
    {
        if (answer is MessageAnswer { Kind: AnswerKind.Other })
            return Prompting(answer.Text, answer.Suggestions, incoming);
        var dialect = CardDialects.Of(incoming.ChannelId);
        var card = dialect is CardDialect.UniversalActions ? Living(answer, incoming) : cards.Draw(answer, dialect);
        var reply = WithCard(card, answer.Text);
        if (dialect is CardDialect.Submit)
            reply.Summary = PlainText.Of(answer);
        return reply;
    }

    private JsonObject Living(Answer answer, Activity incoming) => answer switch
    {
        DetailAnswer detail => LiveDetail.Draw(cards, detail, DetailPlace.Of(incoming), new CardVerb.Refresh(detail.Posting.Id, RolePrint.Of(detail.Posting), Closed: null), note: null),
        // What replaces a card in one person's view is kept nowhere: it could not be drawn again whole.
        RoleListAnswer list when incoming.Type != ActivityTypes.Invoke =>
            LiveList.Refreshed(cards.Draw(list, CardDialect.UniversalActions), [.. list.Postings.Select(posting => (posting.Id, RolePrint.Of(posting)))], DetailPlace.Of(incoming).Asker),
        _ => cards.Draw(answer, CardDialect.UniversalActions),
    };

    /// <summary>A card, with words for notices and for reading aloud.</summary>
    public static Activity WithCard(JsonObject card, string words)
    {
        var reply = MessageFactory.Text("");
        reply.Summary = reply.Speak = CardText.Cut(words, LongestNotice);
        reply.Attachments = [CardAttachment(card)];
        return reply;
    }

    public static Attachment CardAttachment(JsonObject card) => new() { ContentType = CardContentType, Content = ActivityValues.CardContent(card) };

    /// <summary>Words, with what may be said next as prompts. Teams shows three of them, and only where a person is alone with the bot.</summary>
    public static Activity Prompting(string words, IReadOnlyList<string> prompts, Activity incoming)
    {
        var reply = MessageFactory.Text(words);
        if (TeamsScope.IsTeams(incoming))
            prompts = TeamsScope.IsPersonal(incoming) ? [.. prompts.Take(MostTeamsPrompts)] : [];
        if (prompts.Count > 0)
            reply.SuggestedActions = new SuggestedActions { Actions = [.. prompts.Select(ActivityValues.SayButton)] };
        return reply;
    }

    public static Activity UnknownButton() => MessageFactory.Text(ButtonTooOld);

    /// <summary>Follows a reply that could not be kept.</summary>
    public static Activity MemoryNotNoted() => MessageFactory.Text(NotNoted);

    /// <summary>Says beside the reply that the conversation's memory was lost.</summary>
    public static Activity WithMemoryLost(Activity reply) => With(MemoryLost, reply);

    /// <summary>Says beside the reply that the conversation's memory is there but cannot be had.</summary>
    public static Activity WithMemoryOutOfReach(Activity reply) => With(MemoryOutOfReach, reply);

    /// <summary>Says something beside the reply.</summary>
    public static Activity With(string remark, Activity reply)
    {
        reply.Text = string.IsNullOrEmpty(reply.Text) ? remark : remark + "\n\n" + reply.Text;
        return reply;
    }
}
