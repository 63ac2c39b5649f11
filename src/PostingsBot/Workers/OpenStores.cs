using PostingsBot.Storage.Delivered;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.State;

namespace PostingsBot.Workers;

/// <summary>What is kept beside the catalogue, in the same database.</summary>
/// <param name="State">Conversations and small records.</param>
/// <param name="Delivered">Cards that channels hold.</param>
/// <param name="Inbox">What channels handed over.</param>
/// <param name="Subscriptions">Who wants to hear of what, and when.</param>
/// <param name="Digests">What is new to them.</param>
/// <param name="Outbox">Messages to be sent.</param>
/// <param name="Recruiting">Edits of roles and what belongs to them.</param>
/// <param name="Saved">Roles that people saved.</param>
internal sealed record OpenStores(IDocumentStore State, IDeliveredCards Delivered, IInbox Inbox, ISubscriptions Subscriptions, IDigests Digests, IOutbox Outbox, RecruitingStores Recruiting, ISavedRoles Saved)
{
    public static OpenStores In(SqliteDatabase database) => new(
        new SqliteDocumentStore(database), new SqliteDeliveredCards(database), new SqliteInbox(database), new SqliteSubscriptions(database), new SqliteDigests(database), new SqliteOutbox(database),
        RecruitingStores.In(database), new SqliteSavedRoles(database));

    public static OpenStores In(PostgresDatabase database) => new(
        new PostgresDocumentStore(database), new PostgresDeliveredCards(database), new PostgresInbox(database), new PostgresSubscriptions(database), new PostgresDigests(database), new PostgresOutbox(database),
        RecruitingStores.In(database), new PostgresSavedRoles(database));
}
