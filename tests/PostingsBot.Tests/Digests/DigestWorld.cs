using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Saving;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Digests;

/// <summary>Alerts over a real catalogue and real stores in memory, and a channel that keeps its messages.</summary>
internal sealed class DigestWorld : IDisposable
{
    public const string Person = "anna";

    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;
    private NewsMatcher matcher;
    private readonly DigestMaker maker;
    private readonly OutboxSender sender;
    private readonly MemoryDocumentStore store = new();
    private readonly SqliteSavedRoles saved;
    private readonly SavedNews news;

    public DigestWorld()
    {
        catalogue = new SqliteCatalogue(database, Clock);
        Subscriptions = new SqliteSubscriptions(database);
        Digests = new SqliteDigests(database);
        Outbox = new DozingOutbox(new SqliteOutbox(database), this);
        var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
        Book = new DestinationBook(store, new KnownConversations(store));
        var matched = new MatchedCatalogue(Digests, (_, _) => Task.FromResult(true));
        saved = new SqliteSavedRoles(database);
        news = new SavedNews(saved, catalogue, (_, _) => Task.FromResult(true), Clock);
        matcher = NewMatcher();
        maker = new DigestMaker(new BusyDigests(Digests, this), new MatchedRoles(catalogue, catalogue), matched, Clock, NullLogger.Instance);
        sender = new OutboxSender(
            Outbox, Subscriptions, Book, new OutboxDrawing(cards, catalogue), matched, new LiveCards(new SqliteDeliveredCards(database), new LiveDrawing(cards), Clock, NullLogger.Instance),
            new ChannelAdapters(Channel, new Dictionary<string, BotAdapter?>(), ""), Clock, NullLogger.Instance);
    }

    public FixedClock Clock { get; } = new();

    public Board Channel { get; } = new();

    public ISubscriptions Subscriptions { get; }

    public IDigests Digests { get; }

    public IOutbox Outbox { get; }

    public DestinationBook Book { get; }

    /// <summary>What another bot does right after this one claimed subscriptions, once.</summary>
    public Func<Task> AfterClaim { get; set; } = () => Task.CompletedTask;

    /// <summary>What another bot does right before this one keeps what it made, once.</summary>
    public Func<Task> BeforeCommit { get; set; } = () => Task.CompletedTask;

    /// <summary>How long the machine sleeps right after it claimed messages.</summary>
    public TimeSpan SleepsAfterClaim { get; set; }

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    public Task PutAsync(params Posting[] postings) =>
        catalogue.ApplyAsync([.. postings.Select(posting => new DocumentEdit.Put(Roles.Document(posting), "roles", Guid.NewGuid().ToString()))], CancellationToken.None);

    /// <summary>Somebody edits a role in chat.</summary>
    public Task EditAsync(Posting posting, PostingEdit edit) => RoleEditing.EditAsync(database, posting.Id, edit, Clock);

    public Task WithdrawAsync(Posting posting) => catalogue.ApplyAsync([new DocumentEdit.Withdraw(posting.File)], CancellationToken.None);

    /// <summary>The person saves a role as it is.</summary>
    public async Task SaveRoleAsync(string id)
    {
        var role = (await catalogue.FindPostingAsync(id, CancellationToken.None))!;
        await saved.SaveAsync(new SavedRole(new Owner("test", Person), new Core.Digests.Destination("test", Person, DestinationKind.Person), id, Show.Name(role), RolePrint.OfMaterial(role), role.IsOpen), 10, Clock.GetUtcNow(), CancellationToken.None);
        await RememberAsync(Person, DestinationKind.Person);
    }

    /// <summary>An alert for roles with a skill, daily at nine in UTC unless a rhythm is given.</summary>
    public async Task<Subscription> SubscribeAsync(string id, string skill, string conversation = Person, Rhythm? rhythm = null, QuietDays quiet = QuietDays.Nothing, DestinationKind kind = DestinationKind.Person)
    {
        var subscription = new Subscription
        {
            Id = id,
            Owner = new Owner("test", Person),
            Destination = new Core.Digests.Destination("test", conversation, kind),
            Question = new Question(Intent.FindRoles) { Constraints = [new SkillConstraint([skill])] },
            Rhythm = rhythm ?? new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(9, 0), "UTC"),
            QuietDays = quiet,
            Progress = new Progress(Now, null),
        };
        Assert.True(await Subscriptions.CreateAsync(subscription, [], 10_000, Clock.GetUtcNow(), CancellationToken.None));
        await RememberAsync(conversation, kind);
        return subscription;
    }

    private Task RememberAsync(string conversation, DestinationKind kind) => Book.RememberAsync(
        new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = "test",
            ServiceUrl = "https://channel.example/",
            From = new ChannelAccount { Id = Person },
            Recipient = new ChannelAccount { Id = "bot" },
            Conversation = new ConversationAccount { Id = conversation, ConversationType = kind is DestinationKind.Person ? "personal" : "channel" },
        },
        CancellationToken.None);

    /// <summary>Lets all that is due happen.</summary>
    public async Task RunAsync()
    {
        await MatchAsync();
        while (await MakeAsync() > 0)
        {
        }

        while (await news.StepAsync(CancellationToken.None) > 0)
        {
        }

        await SendAsync();
    }

    public async Task MatchAsync()
    {
        while (await matcher.StepAsync(CancellationToken.None))
        {
        }
    }

    public Task<int> MakeAsync() => maker.StepAsync(CancellationToken.None);

    public Task<int> SendAsync() => sender.StepAsync(CancellationToken.None);

    public OwnerLeaving Leaving => new(Subscriptions, Outbox, new OwnerNames(store), Clock);

    /// <summary>What would be sent.</summary>
    public async Task<string> RehearseAsync()
    {
        using var output = new StringWriter();
        await new DigestRehearsal(Digests, maker, catalogue, catalogue, Book).RunAsync(Clock.GetUtcNow(), output, TextWriter.Null, CancellationToken.None);
        return output.ToString();
    }

    /// <summary>Moves the clock to nine o'clock of a later day.</summary>
    public void NineOf(int days) => Clock.Later = TimeSpan.FromDays(days) - TimeSpan.FromHours(3);

    /// <summary>The bot is started again: what it only remembered is gone.</summary>
    public void Restart() => matcher = NewMatcher();

    public void Dispose() => database.Dispose();

    private NewsMatcher NewMatcher() => new(Digests, catalogue, catalogue, (_, _) => Task.FromResult(true), Clock);
}

/// <summary>Digests of a bot that is not alone.</summary>
internal sealed class BusyDigests(IDigests digests, DigestWorld world) : IDigests
{
    public Task<long> MatchedChangeAsync(CancellationToken ct) => digests.MatchedChangeAsync(ct);

    public Task<IReadOnlyList<StandingQuestion>> QuestionsAsync(long after, int take, CancellationToken ct) => digests.QuestionsAsync(after, take, ct);

    public Task<bool> NoteNewsAsync(MatchedNews news, DateTimeOffset now, CancellationToken ct) => digests.NoteNewsAsync(news, now, ct);

    public async Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        var claimed = await digests.ClaimAsync(now, lease, most, ct);
        var others = world.AfterClaim;
        world.AfterClaim = () => Task.CompletedTask;
        await others();
        return claimed;
    }

    public async Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now, CancellationToken ct)
    {
        var others = world.BeforeCommit;
        world.BeforeCommit = () => Task.CompletedTask;
        await others();
        return await digests.CommitAsync(bundles, now, ct);
    }

    public Task<IReadOnlyList<DueSubscription>> PeekAsync(DateTimeOffset now, (string Channel, string Conversation)? after, int most, CancellationToken ct) => digests.PeekAsync(now, after, most, ct);

    public Task PruneAsync(DateTimeOffset before, CancellationToken ct) => digests.PruneAsync(before, ct);

    public Task<DigestStatus> StatusAsync(DateTimeOffset now, CancellationToken ct) => digests.StatusAsync(now, ct);
}

/// <summary>The outbox of a machine that may fall asleep right after a claim.</summary>
internal sealed class DozingOutbox(IOutbox outbox, DigestWorld world) : IOutbox
{
    public Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct) => outbox.PutAsync(message, now, ct);

    public async Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        var claimed = await outbox.ClaimAsync(now, lease, most, ct);
        world.Clock.Later += world.SleepsAfterClaim;
        return claimed;
    }

    public Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct) => outbox.SentAsync(due, activity, now, ct);

    public Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct) => outbox.PostponeAsync(due, until, error, ct);

    public Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct) => outbox.GiveUpAsync(due, error, now, ct);

    public Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct) => outbox.DeadAsync(take, ct);

    public Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct) => outbox.ReplayAsync(number, now, ct);
}

/// <summary>A channel that keeps what it is sent.</summary>
internal sealed class Board : TestAdapter
{
    private readonly Lock gate = new();

    public List<Activity> Messages { get; } = [];

    /// <summary>Thrown by the next sends.</summary>
    public Queue<Exception> Failures { get; } = new();

    public static JsonObject CardOf(Activity message) => ActivityValues.Card(Assert.Single(message.Attachments!).Content)!;

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (Failures.TryDequeue(out var failure))
                throw failure;
            Messages.AddRange(activities);
            return Task.FromResult(activities.Select(_ => new ResourceResponse($"m{Messages.Count}")).ToArray());
        }
    }
}
