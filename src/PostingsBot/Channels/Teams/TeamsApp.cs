using PostingsBot.Cards;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Teams;

/// <summary>What the bot does on Teams beyond answering messages.</summary>
internal sealed record TeamsApp(KnownConversations Conversations, Installing Installing)
{
    public static TeamsApp Over(IDocumentStore store, CardRenderer cards, TimeProvider clock)
    {
        var conversations = new KnownConversations(store);
        return new TeamsApp(conversations, new Installing(conversations, cards, clock));
    }
}
