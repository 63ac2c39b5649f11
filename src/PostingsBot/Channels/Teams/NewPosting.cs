using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
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

    /// <param name="activity">The invoke.</param>
    /// <param name="action">What was chosen.</param>
    /// <param name="mayPost">Whether whoever chose it may post to the catalogue.</param>
    public Invoked<MessagingExtensionActionResponse> Open(Activity activity, MessagingExtensionAction action, bool mayPost = false)
    {
        if (action.CommandId is not Command)
            return Refuse();
        if (MessageText.Of(action.MessagePayload) is not { } source)
            return Say(action.MessagePayload?.Body?.Content is { } content && MessageText.IsTooLong(content) ? TeamsWording.MessageTooLong : TeamsWording.NoMessage);
        var document = Parse(source);
        return document.Postings.Count == 0 ? Say(NotRead(document)) : Dialog(CardOf(document.Postings, source, AskDialog.Today(activity, clock), mayPost));
    }

    /// <summary>What a message says, as a card whose buttons insert a role by its number alone; or why there is none.</summary>
    /// <param name="source">The message's text.</param>
    /// <param name="today">Where the person is.</param>
    /// <param name="label">See <see cref="PostingsReadModel"/>.</param>
    /// <param name="mayPost">Whether whoever asks may post to the catalogue.</param>
    public (JsonObject? Card, string? Refused) Read(string? source, LocalDate today, Func<int, int, string, string> label, bool mayPost = false)
    {
        if (string.IsNullOrWhiteSpace(source))
            return (null, TeamsWording.NoMessage);
        if (MessageText.IsTooLong(source))
            return (null, TeamsWording.MessageTooLong);
        var document = Parse(source);
        return document.Postings.Count == 0 ? (null, NotRead(document)) : (cards.Draw(budget => PostingsReadModel.Of(Described(document.Postings, today), label, budget, mayPost: mayPost), CardDialect.Submit), null);
    }

    /// <summary>The card of one role; null when the message holds no role of that number.</summary>
    public JsonObject? CardOf(string source, int number, LocalDate today) =>
        Parse(source).Postings.ElementAtOrDefault(number - 1) is { } posting ? CardOf(posting, CardDialect.Submit, today) : null;

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
        var card = CardOf(posting, CardDialect.UniversalActions, AskDialog.Today(activity, clock));
        return new MessagingExtensionActionResponse { ComposeExtension = RoleResults.Result([RoleResults.Of(posting, card)]) };
    }

    /// <summary>What a message says, for whoever posts it to the catalogue; null when there is nothing to read.</summary>
    public static string? SourceOf(MessagingExtensionAction action, CardVerb.Post pressed) =>
        action.CommandId is Command ? MessageText.Of(action.MessagePayload) ?? pressed.Source : null;

    /// <summary>A reply of the dialog in the dialog box that is open.</summary>
    public static MessagingExtensionActionResponse Shown(Activity reply) =>
        reply.Attachments is [{ Content: { } content }] && ActivityValues.Card(content) is { } card ? Dialog(card) : Say(reply.Text ?? "");

    private ParsedDocument Parse(string source) => parser.Parse(File, Encoding.UTF8.GetBytes(source));

    private JsonObject CardOf(Posting posting, CardDialect dialect, LocalDate today) =>
        cards.Draw(budget => PostingsReadModel.Of(Assistant.Describe(posting, today), budget), dialect);

    private JsonObject CardOf(IReadOnlyList<Posting> postings, string source, LocalDate today, bool mayPost) =>
        cards.Draw(budget => PostingsReadModel.Of(Described(postings, today), source, budget, mayPost), CardDialect.Submit);

    private static List<DetailAnswer> Described(IReadOnlyList<Posting> postings, LocalDate today) => [.. postings.Select(posting => Assistant.Describe(posting, today))];

    private static MessagingExtensionActionResponse Dialog(JsonObject card) => new()
    {
        Task = new TaskModuleContinueResponse(new TaskModuleTaskInfo { Title = TeamsWording.NewPostingTitle, Height = "large", Width = "large", Card = Replies.CardAttachment(card) }),
    };

    private static string NotRead(ParsedDocument document) => document.Kind is DocumentKind.Company ? TeamsWording.AboutAnEmployer : TeamsWording.NoPosting;

    private static MessagingExtensionActionResponse Say(string text) => new() { Task = new TaskModuleMessageResponse(text) };

    private static Invoked<MessagingExtensionActionResponse> Refuse() => Invoked<MessagingExtensionActionResponse>.Refuse($"The command must be {Command}, and a submitted dialog one of its buttons.");
}
