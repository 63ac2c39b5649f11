using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Digests;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Roles that were posted and edited in chat over real stores in memory, and what happens to them afterwards. It is Monday 2 March 2026, noon UTC.</summary>
internal sealed class AfterWorld : IDisposable
{
    public static readonly Actor Anna = new("test", "anna", "Anna");
    public static readonly Actor Bert = new("test", "bert", "Bert");

    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private AfterWorker worker;

    public AfterWorld(WeeklyHour? weekly = null)
    {
        Weekly = weekly ?? new WeeklyHour(IsoDayOfWeek.Monday, new LocalTime(9, 0));
        Store = new MemoryDocumentStore { Clock = Clock };
        Catalogue = new SqliteCatalogue(database, Clock);
        Edits = new SqliteRoleEdits(database);
        Audit = new SqliteAudit(database);
        Drafts = new SqliteDrafts(database);
        Unanswered = new SqliteUnanswered(database);
        Outbox = new SqliteOutbox(database);
        Book = new DestinationBook(Store, new KnownConversations(Store));
        Places = new OwnerPlaces(Store, Book, Clock);
        Notices = new OwnerNotices(Store, Outbox, Unanswered, Places, Clock);
        worker = NewBot();
    }

    public FixedClock Clock { get; } = new();

    public MemoryDocumentStore Store { get; }

    public SqliteCatalogue Catalogue { get; }

    public IRoleEdits Edits { get; }

    public IAudit Audit { get; }

    public IDrafts Drafts { get; }

    public IUnanswered Unanswered { get; }

    public IOutbox Outbox { get; }

    public DestinationBook Book { get; }

    public OwnerPlaces Places { get; }

    public OwnerNotices Notices { get; }

    public SqliteDatabase Database => database;

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    private WeeklyHour Weekly { get; }

    /// <summary>A role that is shown in the catalogue's files.</summary>
    public Task ImportAsync(params Posting[] postings) =>
        Catalogue.ApplyAsync([.. postings.Select(posting => new DocumentEdit.Put(Roles.Document(posting), "roles", Guid.NewGuid().ToString()))], CancellationToken.None);

    /// <summary>Somebody posts a role in chat.</summary>
    public async Task<EditableRole> PostAsync(Posting posting, Actor? by = null)
    {
        var order = new EditOrder(by ?? Anna, "test chat", AuditAction.Post, [new RoleChange.Post(Roles.Document(posting), "# " + posting.Title.Value, RoleOverlay.Empty)]);
        var applied = Assert.IsType<EditResult.Applied>(await Edits.ApplyAsync(order, Clock.GetUtcNow(), CancellationToken.None));
        return await FindAsync(Assert.Single(applied.Roles));
    }

    /// <summary>Somebody edits fields of a role in chat.</summary>
    public async Task EditAsync(string id, Func<Posting, Posting> change, Actor? by = null, params RoleField[] fields)
    {
        var role = await FindAsync(id);
        var edit = PostingEdit.Of([.. fields], change(role.Shown));
        var order = new EditOrder(by ?? Anna, "test chat", AuditAction.Edit, [new RoleChange.Overlay(role.Id, role.Version, role.Overlay.With(edit, RoleChange.Self, Now, role.Basis))]);
        Assert.IsType<EditResult.Applied>(await Edits.ApplyAsync(order, Clock.GetUtcNow(), CancellationToken.None));
    }

    public async Task<EditableRole> FindAsync(string id) => await Edits.FindAsync(id, CancellationToken.None) ?? throw new Xunit.Sdk.XunitException(id + " is gone");

    /// <summary>Somebody is alone with the bot, in a zone.</summary>
    public Task MeetAsync(Actor person, string? zone = null, string? conversation = null, string type = "personal") =>
        Places.RememberAsync(person, Said(person, zone, conversation, type), CancellationToken.None);

    public static Activity Said(Actor person, string? zone = null, string? conversation = null, string type = "personal") => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = person.Channel,
        ServiceUrl = "https://channel.example/",
        From = new ChannelAccount { Id = person.User, Name = person.Name },
        Recipient = new ChannelAccount { Id = "bot" },
        LocalTimezone = zone,
        Conversation = new ConversationAccount { Id = conversation ?? person.User, ConversationType = type },
    };

    /// <summary>The bot looks.</summary>
    public Task LookAsync() => worker.StepAsync(CancellationToken.None);

    /// <summary>Another bot on the same record, or this one started again.</summary>
    /// <param name="store">What it keeps small records in; null for the common one.</param>
    /// <param name="work">Bots of one name take turns.</param>
    public AfterWorker NewBot(Storage.State.IDocumentStore? store = null, string work = "after")
    {
        store ??= Store;
        var notices = new OwnerNotices(store, Outbox, Unanswered, Places, Clock);
        return new AfterWorker(
            new Lead(Store, work, Clock),
            new ExpiryStep(Edits, new RoleOwners(Audit), notices, Clock, NullLogger.Instance),
            new LiftStep(Catalogue, Catalogue, (_, _) => Task.FromResult(true), Edits, Store, Clock),
            new WeeklyStep(Edits, Unanswered, Places, notices, Weekly, Clock),
            new ConflictStep(new SqliteEditConflicts(database), notices, Clock),
            new Retention(Store, Drafts, Unanswered, new RetentionOptions(), Clock, NullLogger.Instance),
            Clock,
            NullLogger<AfterWorker>.Instance);
    }

    public void Restart() => worker = NewBot();

    /// <summary>What is in the outbox and was not taken out yet.</summary>
    public async Task<IReadOnlyList<(string To, NoticeMessage Notice)>> TakeAsync()
    {
        var taken = new List<(string, NoticeMessage)>();
        while (await Outbox.ClaimAsync(Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 100, CancellationToken.None) is { Count: > 0 } due)
        {
            foreach (var one in due)
            {
                taken.Add((one.Delivery.Conversation, Assert.IsType<NoticeMessage>(OutboxMessage.Read(one.Delivery.Payload))));
                await Outbox.SentAsync(one, null, Clock.GetUtcNow(), CancellationToken.None);
            }
        }

        return taken;
    }

    public async Task<NoticeMessage> OnlyAsync() => Assert.Single(await TakeAsync()).Notice;

    public void Dispose()
    {
        worker.Dispose();
        database.Dispose();
    }
}
