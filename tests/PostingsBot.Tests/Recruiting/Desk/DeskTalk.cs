using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Dialogs;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>
/// Recruiters and the bot in one conversation over a real catalogue. Ada is an admin, Bob a recruiter for Brightwheel and Harbour Labs, Cy a recruiter for all, Dan nobody.
/// What is kept outlives <see cref="Restart"/>.
/// </summary>
internal sealed class DeskTalk : IDisposable
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";

    private static readonly CardRenderer Cards = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    private readonly TemporaryFolder folder = new();
    private readonly string channel;
    private readonly string? type;
    private readonly DeskPlace place;
    private readonly MemoryStorage storage = new();
    private readonly TestAdapter adapter;
    private readonly PageDoor page;
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly CatalogueImporter importer;
    private readonly SqliteCatalogue catalogue;
    private MemoryStorage terminalStorage = new();
    private TerminalDoor terminal;
    private PostingsBotHandler bot;
    private PostingsBotHandler terminalBot;
    private string printed = "";
    private int sent;

    private DeskTalk(string channel, string? type, bool approval, DeskPlace place)
    {
        (this.channel, this.type, this.place) = (channel, type, place);
        page = new PageDoor(Clock);
        terminal = new TerminalDoor(Clock, "Ada");
        Options = new RecruitingOptions
        {
            Admins = [Known("Ada")],
            Recruiters = [Known("Bob") with { Employers = ["Brightwheel", "Harbour Labs"] }, Known("Cy")],
            Approval = approval,
        };
        catalogue = new SqliteCatalogue(database, Clock);
        var parser = new Core.Parsing.DocumentParser();
        importer = new CatalogueImporter(catalogue, (file, content) => parser.Parse(file, content.Span), "tests", new ImportOptions());
        Stores = RecruitingStores.In(database);
        adapter = new TestAdapter(TestAdapter.CreateConversation("one"));
        (bot, terminalBot) = (Start(storage), Start(terminalStorage));
    }

    public FixedClock Clock { get; } = new();

    public RecruitingStores Stores { get; }

    public RecruitingOptions Options { get; set; }

    /// <summary>Whom the bot knows on its chat page.</summary>
    public PagePeople Page { get; set; } = PagePeople.Everybody;

    /// <summary>Who speaks.</summary>
    public string Person { get; set; } = "Ada";

    /// <summary>The last reply's card; null for words alone.</summary>
    public JsonObject? Card { get; set; }

    public SqliteCatalogue Catalogue => catalogue;

    public SqliteDatabase Database => database;

    /// <summary>Small records, but for what conversations remember.</summary>
    public MemoryDocumentStore Small { get; } = new();

    public OwnerNotices Notices { get; private set; } = null!;

    public OwnerPlaces Places { get; private set; } = null!;

    public RecruitingDesk Desk { get; private set; } = null!;

    /// <summary>The last replies.</summary>
    public IReadOnlyList<Activity> Replies { get; private set; } = [];

    /// <summary>Each person signed in on the chat page, or at the terminal, through that channel's own adapter.</summary>
    public static Task<DeskTalk> StartOnAsync(DeskPlace place, bool approval = false) => place switch
    {
        DeskPlace.Teams => StartAsync(TeamsScope.Channel, approval: approval),
        DeskPlace.Slack => StartAsync("slack", approval: approval),
        _ => StartAsync(Identity.Web, type: null, approval, place),
    };

    public static async Task<DeskTalk> StartAsync(string channel = TeamsScope.Channel, string? type = "personal", bool approval = false, DeskPlace place = DeskPlace.Teams)
    {
        var talk = new DeskTalk(channel, type, approval, place);
        foreach (var (name, text) in DeskTexts.Files)
            await File.WriteAllTextAsync(Path.Combine(talk.folder.Path, name), text);
        await talk.ImportAsync();
        return talk;
    }

    /// <summary>The files are read again.</summary>
    public Task ImportAsync() => importer.MirrorAsync([folder.Path], progress: null, CancellationToken.None);

    public Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder.Path, file), text);

    /// <summary>The bot begins anew with what it kept: what a terminal spoke of ends with it.</summary>
    public void Restart()
    {
        (terminalStorage, terminal) = (new MemoryStorage(), new TerminalDoor(Clock, "Ada"));
        Reconfigure();
    }

    /// <summary>The options changed.</summary>
    public void Reconfigure() => (bot, terminalBot) = (Start(storage), Start(terminalStorage));

    /// <summary>Who somebody is to the record.</summary>
    public Actor Actor(string person) => new(Known(person).Channel, Known(person).User, person);

    public async Task<string> SayAsync(string text)
    {
        var message = Message();
        message.Text = text;
        return await SendAsync(message);
    }

    /// <summary>Mentions somebody; where nobody can be mentioned, by the id that person is told.</summary>
    public async Task<string> SayAsync(string text, string mentioned)
    {
        if (place is DeskPlace.ChatPage or DeskPlace.Terminal)
            return await SayAsync(text.Replace($"<at>{mentioned}</at>", $"{Known(mentioned).Channel}:{Known(mentioned).User}", StringComparison.Ordinal));
        var message = Message();
        message.Text = text;
        var mention = new Entity();
        mention.SetAs(new Mention { Text = $"<at>{mentioned}</at>", Mentioned = new ChannelAccount { Id = IdOf(mentioned), Name = mentioned } });
        message.Entities = [mention];
        return await SendAsync(message);
    }

    /// <summary>Presses the button with this title on the last card, with what was filled into the card's inputs.</summary>
    public async Task<string> PressAsync(string title, params (string Input, string Value)[] filled)
    {
        if (IsAtTerminal)
        {
            Assert.Contains(title, printed, StringComparison.Ordinal);
            foreach (var (input, value) in filled)
                Assert.StartsWith(input + ": ", await terminal.TypeAsync($"{input}: {value}", terminalBot), StringComparison.Ordinal);
            return await SayAsync(title);
        }

        var data = DataOf(title);
        foreach (var input in CardWalk.Objects(Card).Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true))
            data[(string)input["id"]!] = (string?)input["value"] ?? "";
        foreach (var (input, value) in filled)
            data[input] = value;
        return await SubmitAsync(data);
    }

    public JsonObject DataOf(string title) =>
        CardWalk.Objects(Card).FirstOrDefault(part => (string?)part["title"] == title && part["data"] is JsonObject)?["data"]!.DeepClone().AsObject()
        ?? throw new Xunit.Sdk.XunitException($"no button “{title}” among {string.Join(", ", CardWalk.Objects(Card).Where(part => part["data"] is JsonObject).Select(part => (string?)part["title"]))} on {Card?.ToJsonString()}");

    public Task<string> SubmitAsync(JsonObject data)
    {
        var message = Message();
        message.Value = SdkJson.Value(data.ToJsonString());
        return SendAsync(message);
    }

    public async Task<string> AttachAsync(string name, byte[] content)
    {
        var message = Message();
        message.Text = "";
        return await SendAsync(message, new UploadedFiles([new UploadedFile(name, "text/markdown", content)]));
    }

    /// <summary>An invoke of Teams with this value; the body of its answer.</summary>
    public async Task<object?> InvokeAsync(string name, JsonObject value)
    {
        var invoke = Message();
        (invoke.Type, invoke.Name, invoke.Value) = (ActivityTypes.Invoke, name, SdkJson.Value(value.ToJsonString()));
        await adapter.DeliverAsync(invoke, bot.OnTurnAsync);
        return Assert.IsType<InvokeResponse>(((Activity)adapter.GetNextReply()!).Value).Body;
    }

    /// <summary>The bot, for adapters of its own.</summary>
    public IBot Bot => bot;

    public async Task<int> OpenRolesAsync() => await catalogue.CountAsync(Core.Catalogue.Match.Everything, CancellationToken.None);

    public void Dispose()
    {
        importer.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    private bool IsAtTerminal => place is DeskPlace.Terminal && Person is "Ada";

    private async Task<string> SendAsync(Activity message, UploadedFiles? files = null)
    {
        if (IsAtTerminal)
        {
            Card = null;
            return printed = await terminal.TypeAsync(message.Text!, terminalBot);
        }

        var reply = channel is Identity.Web ? await page.SendAsync(Person, message, files, bot) : await OverSdkAsync(message, files);
        (Card, Replies) = (reply.Card, reply.Replies);
        return reply.Said;
    }

    private async Task<DeskReply> OverSdkAsync(Activity message, UploadedFiles? files)
    {
        await adapter.DeliverAsync(message, async (context, ct) =>
        {
            if (files is not null)
                context.TurnState.Add(files);
            await bot.OnTurnAsync(context, ct);
        });
        var replies = new List<Activity>();
        while (adapter.GetNextReply() is Activity reply)
            replies.Add(reply);
        return DeskReply.Of(replies);
    }

    private Activity Message() => new()
    {
        Type = ActivityTypes.Message,
        Id = (++sent).ToString(CultureInfo.InvariantCulture),
        ChannelId = channel,
        ServiceUrl = "https://channel.example/",
        From = new ChannelAccount { Id = IdOf(Person), Name = Person, AadObjectId = channel is TeamsScope.Channel ? DirectoryOf(Person) : null },
        Recipient = new ChannelAccount("28:bot", "PostingsBot"),
        Conversation = new ConversationAccount { Id = channel is "slack" ? "T1:D1" : "one", ConversationType = type, IsGroup = type is "channel" or "groupChat" ? true : null, TenantId = channel is TeamsScope.Channel ? Tenant : "T1" },
        LocalTimezone = "Europe/Berlin",
        LocalTimestamp = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(1)),
    };

    private KnownPerson Known(string person) => place is DeskPlace.Terminal && person is "Ada" ? new(Identity.Terminal, "user", person) : new(channel, UserOf(person), person);

    private string UserOf(string person) => channel is TeamsScope.Channel ? $"{Tenant}:{DirectoryOf(person)}" : IdOf(person);

    private string IdOf(string person) => channel switch { "slack" => "T1:U" + person, Identity.Terminal => "user", Identity.Web => person, _ => "29:" + person };

    private static string DirectoryOf(string person) => $"22222222-2222-2222-2222-{(int)person[0]:000000000000}";

    private PostingsBotHandler Start(MemoryStorage memory)
    {
        var (assistant, replies) = (new Assistant(catalogue), new Replies(Cards));
        var teams = TeamsApp.Over(assistant, Small, Cards, Clock);
        var book = new DestinationBook(Small, teams.Conversations);
        Places = new OwnerPlaces(Small, book, Clock);
        Notices = new OwnerNotices(Small, new SqliteOutbox(database), Stores.Unanswered, Places, Clock);
        Desk = RecruitingDesk.Over(
            Stores, catalogue, assistant, Options, new Identity(isAuthenticated: true, context => context.Activity.ChannelId), (_, _) => Task.FromResult(true), Page,
            (_, id, _) => Task.FromResult<ChannelAccount?>(new ChannelAccount { Id = id, Name = id[3..], AadObjectId = DirectoryOf(id[3..]) }), Places, new FileTransfer(new HttpClient(new JobPages()), 1_000_000, Clock));
        var dialog = new AskDialog(assistant, replies, Clock) { ForgetAfter = TimeSpan.FromHours(24), Routing = new TurnRouting(assistant, Clock)
        {
            Recruiting = Desk.Talk,
            Personal = new PersonalTalk(new PersonalDataRequests(new SqliteSubscriptions(database), new SqliteSavedRoles(database), Stores.People, Places, Notices, book, new OwnerNames(Small), new OwnerLeaving(new SqliteSubscriptions(database), new SqliteOutbox(database), new OwnerNames(Small), Clock), Clock)),
            Unanswered = new UnansweredNotes(Stores.Unanswered, Stores.Edits, Small, Clock, NullLogger<UnansweredNotes>.Instance),
        } };
        return new PostingsBotHandler(new ConversationState(memory), dialog, replies, teams, NullLogger<PostingsBotHandler>.Instance);
    }
}
