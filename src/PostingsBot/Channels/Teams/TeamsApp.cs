using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Teams;

/// <summary>What the bot does on Teams beyond answering messages.</summary>
internal sealed record TeamsApp(KnownConversations Conversations, Installing Installing, RoleQuery Query, RolePreview Preview, NewPosting NewPosting)
{
    public static TeamsApp Over(Assistant assistant, IDocumentStore store, CardRenderer cards, TimeProvider clock)
    {
        var conversations = new KnownConversations(store);
        var results = new RoleResults(cards);
        return new TeamsApp(
            conversations,
            new Installing(conversations, cards, clock),
            new RoleQuery(assistant, results, clock),
            new RolePreview(assistant, results, cards.Links, clock),
            new NewPosting(cards, clock));
    }
}
