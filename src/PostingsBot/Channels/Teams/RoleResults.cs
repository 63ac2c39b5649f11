using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Teams;

/// <summary>Roles as results of a message extension: a row to choose from, and the card that is posted.</summary>
internal sealed class RoleResults(CardRenderer cards)
{
    /// <summary>Characters of one card of a list: 25 of them travel in one response.</summary>
    private const int LargestCard = 6_000;

    private const int LongestMessage = 1_000;
    private const int LongestLine = 200;

    public MessagingExtensionResult Of(IReadOnlyList<Posting> postings, LocalDate today) =>
        Result([.. postings.Select(posting => Of(posting, cards.Draw(budget => cards.ModelOf(Assistant.Describe(posting, today) with { Sections = [] }, budget), CardDialect.UniversalActions, LargestCard)))]);

    /// <summary>One role with its sections.</summary>
    public MessagingExtensionResult Of(Posting posting, LocalDate today) => Result([Of(posting, cards.Draw(Assistant.Describe(posting, today), CardDialect.UniversalActions))]);

    public static MessagingExtensionResult Message(string text) => new() { Type = "message", Text = CardText.Cut(text, LongestMessage) };

    /// <summary>A card for the compose box, with the row that stands for it.</summary>
    public static MessagingExtensionAttachment Of(Posting posting, JsonObject card)
    {
        var attachment = Replies.CardAttachment(card);
        return new MessagingExtensionAttachment
        {
            ContentType = attachment.ContentType,
            Content = attachment.Content,
            Preview = new ThumbnailCard
            {
                Title = Html(posting.Title.Value),
                Subtitle = Html(RoleFacts.Employer(posting) + " · " + RoleFacts.Where(posting)),
                Text = Html(RoleFacts.Rest(posting)),
            }.ToAttachment(),
        };
    }

    public static MessagingExtensionResult Result(IList<MessagingExtensionAttachment> attachments) => new() { Type = "result", AttachmentLayout = "list", Attachments = attachments };

    /// <summary>Thumbnail cards read HTML.</summary>
    private static string Html(string text) => CardText.Cut(CardText.Plain(text), LongestLine)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
