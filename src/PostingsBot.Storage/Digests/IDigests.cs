using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;

namespace PostingsBot.Storage.Digests;

/// <summary>What the bots that make digests share. Any number of them may run. A broken database throws a <see cref="StorageException"/>.</summary>
public interface IDigests
{
    /// <summary>The last catalogue change whose roles were matched against all questions.</summary>
    Task<long> MatchedChangeAsync(CancellationToken ct);

    /// <summary>Distinct questions that subscriptions ask, of numbers above the given one, rising. Equal questions of many subscriptions are one.</summary>
    Task<IReadOnlyList<StandingQuestion>> QuestionsAsync(long after, int take, CancellationToken ct);

    /// <summary>
    /// Keeps which roles are news to which questions, notes in all ledgers which roles are closed, and makes due the subscriptions that are told at once.
    /// All of it or nothing.
    /// </summary>
    /// <returns>False, and nothing is kept, when another bot got beyond <see cref="MatchedNews.From"/> first.</returns>
    Task<bool> NoteNewsAsync(MatchedNews news, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Takes subscriptions that are due, longest first, and with them all that are due for the same destinations. Nobody else gets them until the lease ends
    /// or they are committed. One that was made due by a clock that was far ahead is among them.
    /// </summary>
    Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <summary>What a claim would take, and what comes with it, without taking it: a page of destinations at a time, in the order of their ids.</summary>
    /// <param name="now">The time.</param>
    /// <param name="after">The last destination of the page before, its channel and its conversation; null for the first page.</param>
    /// <param name="most">Destinations.</param>
    /// <param name="ct">Stops the read.</param>
    Task<IReadOnlyList<DueSubscription>> PeekAsync(DateTimeOffset now, (string Channel, string Conversation)? after, int most, CancellationToken ct);

    /// <summary>
    /// Digests, ledgers, outbox and what comes next, in one transaction. Each bundle is kept as a whole or not at all; no subscription is ever told of one
    /// occasion twice.
    /// </summary>
    /// <returns>A verdict for each bundle, in their order.</returns>
    Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now, CancellationToken ct);

    /// <summary>Forgets news from before, and what was delivered before.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken ct);

    Task<DigestStatus> StatusAsync(DateTimeOffset now, CancellationToken ct);
}

/// <summary>A question by its number: it never stands for another one.</summary>
public sealed record StandingQuestion(long Number, ValueList<Constraint> Constraints);

/// <summary>
/// What came of matching the catalogue's changes after <paramref name="From"/> up to <paramref name="To"/>. Read the questions after the changes: one that is
/// asked later finds the roles when it is made.
/// </summary>
/// <param name="From">Where the last matching ended.</param>
/// <param name="To">Where the next begins.</param>
/// <param name="Roles">All roles that changed: what was news of them before is no more.</param>
/// <param name="Matched">The open ones among them, with each question that they answer.</param>
/// <param name="ClosedRoles">Those that are closed or gone.</param>
public sealed record MatchedNews(long From, long To, IReadOnlyList<string> Roles, IReadOnlyList<QuestionNews> Matched, IReadOnlyList<string> ClosedRoles);

/// <summary>An open role that is new or reads otherwise, and the question that it answers.</summary>
public sealed record QuestionNews(long Question, string Role);

/// <summary>A subscription that was claimed.</summary>
/// <param name="Number">Its own.</param>
/// <param name="Stored">As it is; see <see cref="Subscription.AsOf"/>.</param>
/// <param name="Matched">The last change of the catalogue that was matched then; what was matched after it may not hold any more.</param>
/// <param name="Seen">Up to where the news are <paramref name="Roles"/>.</param>
/// <param name="Roles">The roles that may be news to it, each once, in the order in which they came.</param>
/// <param name="Ledger">Its lines about those roles.</param>
public sealed record DueSubscription(long Number, StoredSubscription Stored, long Matched, long Seen, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, Told> Ledger);

/// <summary>A digest of one subscription, made.</summary>
/// <param name="Due">As it was claimed.</param>
/// <param name="After">The subscription from now on.</param>
/// <param name="Occasion">The local date (ISO 8601), or whatever else tells one digest of the subscription from another; null when nothing was owed.</param>
/// <param name="Items">How many roles it tells of.</param>
/// <param name="Ledger">Lines to add or to replace.</param>
/// <param name="TookNews">Its news were looked at and do not come again.</param>
public sealed record MadeDigest(DueSubscription Due, Subscription After, string? Occasion, int Items, IReadOnlyList<Told> Ledger, bool TookNews = true);

/// <summary>The digests of one destination that go out in one message; null where nothing is to be sent.</summary>
public sealed record DigestBundle(IReadOnlyList<MadeDigest> Digests, NewDelivery? Delivery);

/// <summary>A message to be sent.</summary>
/// <param name="Key">Its idempotency key: no two deliveries have the same.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Payload">JSON: what to send.</param>
public sealed record NewDelivery(string Key, string Channel, string Conversation, string Payload);

public enum BundleVerdict
{
    Kept,

    /// <summary>A subscription was changed, deleted or claimed by another bot meanwhile. What is left of the bundle is due again.</summary>
    Lost,

    /// <summary>One of its digests was told of before: that one goes on without it, the others are due again.</summary>
    ToldBefore,
}

/// <summary>How things stand. Times are null where there is nothing.</summary>
public sealed record DigestStatus(int Subscriptions, int Due, DateTimeOffset? OldestDue, int Waiting, DateTimeOffset? OldestWaiting, int Dead, DateTimeOffset? LastSent)
{
    /// <summary>The making of digests that goes on, or went on last; null before the first.</summary>
    public DigestRun? Run { get; init; }
}

/// <summary>Digests that were made one right after the other, by any number of bots.</summary>
/// <param name="Since">When the first of them were kept.</param>
/// <param name="Done">Subscriptions that were looked at.</param>
/// <param name="LastAt">When the last of them were kept.</param>
/// <param name="Sent">Messages that channels took since it began.</param>
public sealed record DigestRun(DateTimeOffset Since, int Done, DateTimeOffset LastAt, int Sent)
{
    /// <summary>Whether more may come.</summary>
    public bool GoesOn(DateTimeOffset now) => (now - LastAt).Duration().TotalMilliseconds <= DigestClock.RunPause;
}
