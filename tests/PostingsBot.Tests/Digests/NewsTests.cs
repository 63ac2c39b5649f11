using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Digests;

public sealed class NewsTests
{
    private static readonly Posting Role = GeneratedRoles.Catalogue(1, 1).SearchAsync(new Core.Catalogue.Search(Core.Catalogue.Match.Everything, Core.Catalogue.SearchOrder.Newest, 1), CancellationToken.None).Result.Postings[0];

    public static TheoryData<string, NewsKind?, string> Changes => new()
    {
        { "nothing", null, "" },
        { "title", NewsKind.Changed, "title" },
        { "pay", NewsKind.Changed, "pay" },
        { "place", NewsKind.Changed, "location" },
        { "workplace", NewsKind.Changed, "workplace" },
        { "remote limit", NewsKind.Changed, "workplace" },
        { "skills", null, "" },
        { "text", null, "" },
        { "date", null, "" },
        { "source", null, "" },
        { "closed", null, "" },
    };

    [Fact]
    public void Of_UnknownRole_NewOnce()
    {
        var news = News.Of([Role, Role], new Dictionary<string, Told>());

        Assert.Equal((Role.Id, NewsKind.New), (Assert.Single(news.Items).Role.Id, news.Items[0].Kind));
        Assert.Empty(News.Of([Role], news.Ledger.ToDictionary(line => line.Role)).Items);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_RoleThatWasToldOf_NewsOnlyWhenMaterial(string what, NewsKind? kind, string fields)
    {
        var news = News.Of([Edited(what)], Ledger(Told.Of(Role)));

        Assert.Equal((kind, fields), (news.Items is [var first, ..] ? first.Kind : (NewsKind?)null, string.Join(' ', news.Items.SelectMany(item => item.Changed))));
    }

    [Fact]
    public void Of_ClosedAndOpenAgain_Reopened()
    {
        var closed = News.Of([Edited("closed")], Ledger(Told.Of(Role)));

        var reopened = News.Of([Role], closed.Ledger.ToDictionary(line => line.Role));

        Assert.Empty(closed.Items);
        Assert.Equal(NewsKind.Reopened, Assert.Single(reopened.Items).Kind);
        Assert.Empty(News.Of([Role], reopened.Ledger.ToDictionary(line => line.Role)).Items);
    }

    [Fact]
    public void Of_ClosedRoleNeverToldOf_LeavesNoTrace() => Assert.Equal((0, 0), News.Of([Edited("closed")], new Dictionary<string, Told>()) is var news ? (news.Items.Count, news.Ledger.Count) : default);

    [Fact]
    public void Content_OverlappingSubscriptionsOfOneDestination_OneMessageEachRoleOnce()
    {
        var (one, other) = (Subscription("1", "anna"), Subscription("2", "anna"));
        var elsewhere = Subscription("3", "team");
        var isNew = News.Of([Role], new Dictionary<string, Told>());
        var isChanged = News.Of([Edited("pay")], Ledger(Told.Of(Role)));

        var messages = DigestContent.Of([(one, isNew), (elsewhere, isNew), (other, isChanged)]);

        Assert.Equal(["anna", "team"], messages.Select(message => message.Destination.Conversation));
        var item = Assert.Single(messages[0].Items);
        Assert.Equal((NewsKind.Changed, "1 2"), (item.Kind, string.Join(' ', item.For)));
    }

    [Theory]
    [InlineData(QuietDays.Nothing, QuietDays.Nothing, true)]
    [InlineData(QuietDays.Nothing, QuietDays.OneLine, false)]
    public void Content_WithoutNews_SilentUnlessALineIsWanted(QuietDays one, QuietDays other, bool isSilent)
    {
        var nothing = new News([], []);

        var message = Assert.Single(DigestContent.Of([(Subscription("1", "anna") with { QuietDays = one }, nothing), (Subscription("2", "anna") with { QuietDays = other }, nothing)]));

        Assert.Equal(isSilent, message.IsSilent);
    }

    [Fact]
    public void ByEmployer_ManyRoles_MostFirstUnknownLast()
    {
        Posting Of(string id, string? employer) => Role with { Id = id, Company = employer is null ? null : new Stated<string>(employer, Role.Title.Evidence) };
        var news = News.Of([Of("1", "Zeta"), Of("2", null), Of("3", "Acme"), Of("4", "acme"), Of("5", null), Of("6", null), Of("7", "Beta")], new Dictionary<string, Told>());

        var groups = DigestContent.Of([(Subscription("1", "anna"), news)])[0].ByEmployer();

        Assert.Equal(["Acme 2", "Beta 1", "Zeta 1", " 3"], groups.Select(group => $"{group.Employer} {group.Items.Count}"));
    }

    private static Subscription Subscription(string id, string to) =>
        Examples.Subscription(new Rhythm.AtOnce(), Instant.FromUtc(2026, 3, 1, 0, 0)) is var example ? example with { Id = id, Destination = example.Destination with { Conversation = to } } : null!;

    private static Dictionary<string, Told> Ledger(Told line) => new() { [line.Role] = line };

    private static Posting Edited(string what) => what switch
    {
        "title" => Role with { Title = Role.Title with { Value = "Another title" } },
        "pay" => Role with { Salaries = [new Stated<Salary>(new Salary(1, 2, "EUR", PayPeriod.Hour), Role.Title.Evidence)] },
        "place" => Role with { Locations = [new Stated<Place>(new Place("Nowhere", null, null, null, null), Role.Title.Evidence)] },
        "workplace" => Role with { Workplace = null, RemoteWithin = [] },
        "remote limit" => Role with { RemoteWithin = [new Stated<Place>(new Place("Nowhere", null, null, null, null), Role.Title.Evidence)] },
        "skills" => Role with { Skills = [new Skill("COBOL", SkillNeed.Required, Role.Title.Evidence)] },
        "text" => Role with { Sections = [] },
        "date" => Role with { Posted = null },
        "source" => Role with { File = "elsewhere.md", Sources = [] },
        "closed" => Role with { Status = new Stated<PostingStatus>(PostingStatus.Closed, Role.Title.Evidence) },
        _ => Role,
    };
}
