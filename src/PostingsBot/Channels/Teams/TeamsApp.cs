using PostingsBot.Cards;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Delivered;
using PostingsBot.Storage.Delivered;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Teams;

/// <summary>What the bot does on Teams beyond answering messages.</summary>
internal sealed record TeamsApp(
    KnownConversations Conversations, Installing Installing, RoleQuery Query, RolePreview Preview, NewPosting NewPosting, CardRefresh Refresh, FileReading Reading, FileSaving Saving)
{
    /// <param name="assistant">Answers.</param>
    /// <param name="store">Keeps conversations and offers.</param>
    /// <param name="cards">Draws.</param>
    /// <param name="clock">The time.</param>
    /// <param name="web">Where files are fetched from and brought to; public addresses when null.</param>
    /// <param name="maxDocumentBytes">Larger files are refused.</param>
    /// <param name="delivered">The cards that are followed; none when null.</param>
    public static TeamsApp Over(
        Assistant assistant, IDocumentStore store, CardRenderer cards, TimeProvider clock, HttpMessageHandler? web = null, int maxDocumentBytes = DocumentParser.DefaultMaxBytes,
        IDeliveredCards? delivered = null)
    {
        var transfer = new FileTransfer(new HttpClient(web ?? PublicHttp.Handler(), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, maxDocumentBytes, clock);
        var conversations = new KnownConversations(store);
        var results = new RoleResults(cards);
        return new TeamsApp(
            conversations,
            new Installing(conversations, cards, clock),
            new RoleQuery(assistant, results, clock),
            new RolePreview(assistant, results, cards.Links, clock),
            new NewPosting(cards, clock),
            new CardRefresh(assistant, cards, clock, delivered),
            new FileReading(transfer, new DocumentParser(maxDocumentBytes), cards, clock),
            new FileSaving(assistant, new FileOffers(store, clock), transfer, clock));
    }
}
