using System.Text;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Dialogs;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Teams;

/// <summary>
/// "New posting from this message": shows in a dialog what the parser reads from a chat message, and puts a role's card into the message box. Nothing is
/// kept between the two steps: the text is read again.
/// </summary>
internal sealed class NewPosting(CardRenderer cards, TimeProvider clock)
{
    public const string Command = "newPosting";

    /// <summary>How sources name the message.</summary>
    private const string File = "message";

    private readonly DocumentParser parser = new();

    public Invoked<MessagingExtensionActionResponse> Open(Activity activity, MessagingExtensionAction action)
    {
        if (action.CommandId is not Command)
            return Refuse();
        if (MessageText.Of(action.MessagePayload) is not { } source)
            return Say(action.MessagePayload?.Body?.Content is { } content && MessageText.IsTooLong(content) ? TeamsWording.MessageTooLong : TeamsWording.NoMessage);
        var document = Parse(source);
        return document.Postings.Count == 0 ? Say(NotRead(document)) : Dialog(document.Postings, source, activity);
    }

    public Invoked<MessagingExtensionActionResponse> Insert(Activity activity, MessagingExtensionAction action)
    {
        if (action.CommandId is not Command || ActivityValues.Verb(action.Data) is not CardVerb.Insert insert)
            return Refuse();
        if ((MessageText.Of(action.MessagePayload) ?? insert.Source) is not { } source)
            return Say(TeamsWording.NoMessage);
        var document = Parse(source);
        if (document.Postings.Count == 0)
            return Say(NotRead(document));
        if (insert.Number > document.Postings.Count)
            return Invoked<MessagingExtensionActionResponse>.Refuse($"The message holds no role number {insert.Number}.");
        var posting = document.Postings[insert.Number - 1];
        var card = cards.Draw(budget => PostingsReadModel.Of(Assistant.Describe(posting, AskDialog.Today(activity, clock)), budget), CardDialect.UniversalActions);
        return new MessagingExtensionActionResponse { ComposeExtension = RoleResults.Result([RoleResults.Of(posting, card)]) };
    }

    private ParsedDocument Parse(string source) => parser.Parse(File, Encoding.UTF8.GetBytes(source));

    private MessagingExtensionActionResponse Dialog(IReadOnlyList<Posting> postings, string source, Activity activity)
    {
        var today = AskDialog.Today(activity, clock);
        var card = cards.Draw(budget => PostingsReadModel.Of([.. postings.Select(posting => Assistant.Describe(posting, today))], source, budget), CardDialect.Submit);
        return new MessagingExtensionActionResponse
        {
            Task = new TaskModuleContinueResponse(new TaskModuleTaskInfo { Title = TeamsWording.NewPostingTitle, Height = "large", Width = "large", Card = Replies.CardAttachment(card) }),
        };
    }

    /// <summary>Why a document without roles has none.</summary>
    internal static string NotRead(ParsedDocument document) => document.Kind is DocumentKind.Company ? TeamsWording.AboutAnEmployer : TeamsWording.NoPosting;

    private static MessagingExtensionActionResponse Say(string text) => new() { Task = new TaskModuleMessageResponse(text) };

    private static Invoked<MessagingExtensionActionResponse> Refuse() => Invoked<MessagingExtensionActionResponse>.Refuse($"The command must be {Command}, and a submitted dialog one of its buttons.");
}
