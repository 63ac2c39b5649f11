using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Dialogs;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>
/// "New posting from this message": a modal with what the parser reads from a message, and the card of a role for the conversation. Nothing is kept between
/// the two: the text travels with the modal and is read again.
/// </summary>
internal sealed partial class NewPostingView(CardRenderer cards)
{
    private const string SourceKey = "source";

    /// <summary>Room for the note of where the answer belongs.</summary>
    private const int LongestSource = BlockKitLimits.Metadata - 400;

    /// <summary>How sources name the message.</summary>
    private const string File = "message";

    private readonly DocumentParser parser = new();

    /// <param name="text">The message's text as Slack sends it.</param>
    /// <param name="today">Where the person is.</param>
    public SlackView Open(string text, LocalDate today)
    {
        var source = SourceOf(text);
        if (string.IsNullOrWhiteSpace(source) || MessageText.IsTooLong(source))
            return Say(string.IsNullOrWhiteSpace(source) ? TeamsWording.NoMessage : TeamsWording.MessageTooLong);
        var document = Parse(source);
        if (document.Postings.Count == 0)
            return Say(NewPosting.NotRead(document));
        var metadata = new JsonObject { [SourceKey] = source };
        var canPost = PackedJson.Pack(metadata, LongestSource) is not null;
        var roles = document.Postings.Select(posting => Assistant.Describe(posting, today)).ToList();
        var card = cards.Draw(budget => PostingsReadModel.Of(roles, canPost ? Label : null, budget), CardDialect.Submit);
        var drawn = new CardBlocks(CardSurface.View);
        drawn.Add(card);
        if (!canPost)
            drawn.AddText(ViewWording.TooLongToPost);
        return SlackView.Modal(ViewWording.NewPostingTitle, drawn.Blocks, nameof(NewPosting), metadata: canPost ? metadata : null);
    }

    /// <summary>The card of a role, for the conversation; null when the button is none of the modal's.</summary>
    /// <param name="value">What <see cref="BlockAction.ValueOf"/> gave.</param>
    /// <param name="view">The payload's <c>view</c>.</param>
    /// <param name="today">Where the person is.</param>
    public Activity? Draw(JsonElement value, JsonElement view, LocalDate today)
    {
        if (CardVerb.Parse(value) is not CardVerb.Insert insert || SlackView.MetadataOf(view) is not { } metadata || CardJson.Text(metadata, SourceKey) is not { Length: > 0 } source)
            return null;
        if (Parse(source).Postings.ElementAtOrDefault(insert.Number - 1) is not { } posting)
            return null;
        var role = Assistant.Describe(posting, today);
        return Replies.WithCard(cards.Draw(budget => PostingsReadModel.Of(role, budget), CardDialect.Submit), PlainText.Of(role));
    }

    private static string Label(int roles, int number, string title) => roles == 1 ? ViewWording.Post : ViewWording.PostOf(number, title);

    private ParsedDocument Parse(string source) => parser.Parse(File, Encoding.UTF8.GetBytes(source));

    private static SlackView Say(string words) => SlackView.Modal(ViewWording.NewPostingTitle, Block.Sections([new(words)]), nameof(NewPosting));

    /// <summary>Slack's links as Markdown's; people who are mentioned are no facts of a role.</summary>
    private static string SourceOf(string text) => SlackText.Unescape(Marked().Replace(text, match => match.Groups["inner"].Value switch
    {
        ['@' or '#' or '!', ..] => "",
        var link when link.IndexOf('|', StringComparison.Ordinal) is > 0 and var at => $"[{link[(at + 1)..]}]({link[..at]})",
        var link => link,
    }));

    [GeneratedRegex(@"<(?<inner>[^<>]{1,4000})>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();
}
