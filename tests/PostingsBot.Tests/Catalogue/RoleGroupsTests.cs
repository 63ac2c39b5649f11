using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Catalogue;

public class RoleGroupsTests
{
    private static readonly Advert Page = new("page.md") { Url = "https://acme.com/jobs/12", Place = "Berlin", Text = 1, Posted = "2026-02-01" };
    private static readonly Advert Repost = new("repost.md") { Url = "https://board.example/backend-engineer-9", Place = "Berlin", Text = 1, Posted = "2026-03-01" };
    private static readonly Advert Row = new("list.md") { Line = 7, Place = "Berlin", Posted = "2026-04-01" };

    [Fact]
    public void Of_PageRepostAndRow_AreOneRole() => Assert.Equal(["repost.md:1 page.md:1 list.md:7"], Groups(Page, Repost, Row));

    [Fact]
    public void Of_OneTitleThriceInOneList_AreThreeRoles() => Assert.Equal(
        ["list.md:1", "list.md:2", "list.md:3"],
        Groups([.. Enumerable.Range(1, 3).Select(line => new Advert("list.md", "Software Engineer") { Line = line, Url = $"https://acme.com/jobs/{line}" })]));

    [Fact]
    public void Of_TwoListsOfTheSameThree_AreThreeRolesWithTwoSources()
    {
        var rows = from file in new[] { "a.md", "b.md" } from line in Enumerable.Range(1, 3) select new Advert(file) { Line = line, Url = $"https://acme.com/jobs/{line}" };

        Assert.Equal(["b.md:1 a.md:1", "b.md:2 a.md:2", "b.md:3 a.md:3"], Groups([.. rows]));
    }

    [Fact]
    public void Of_RowThatTwoRolesCouldMean_StandsAlone()
    {
        var other = Page with { File = "other.md", Url = "https://acme.com/jobs/13", Text = 2 };

        Assert.Equal(["list.md:7", "other.md:1", "page.md:1"], Groups(Page, other, Row));
    }

    [Fact]
    public void Of_RowsThatTwoRolesCouldMean_AreOneRoleOfTheirOwn()
    {
        var other = Page with { File = "other.md", Url = "https://acme.com/jobs/13", Text = 2 };

        Assert.Equal(["list.md:7 list2.md:7", "other.md:1", "page.md:1"], Groups(Page, other, Row, Row with { File = "list2.md", Posted = null }));
    }

    [Fact]
    public void Of_LikeTextsThatContradict_AreNotJoinedByAThird()
    {
        var berlin = Page with { File = "berlin.md", Url = null };
        var paris = Page with { File = "paris.md", Url = null, Place = "Paris" };
        var nowhere = Page with { File = "nowhere.md", Url = null, Place = "" };

        Assert.Equal(["nowhere.md:1 berlin.md:1", "paris.md:1"], Groups(berlin, paris, nowhere));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnyOrder_GivesTheSameGroups(int seed)
    {
        var random = new Random(seed);
        var adverts = Enumerable.Range(0, 300).Select(i => Generated(random, i)).ToArray();
        var expected = Groups(adverts);

        for (var i = 0; i < 5; i++)
        {
            random.Shuffle(adverts);
            Assert.Equal(expected, Groups(adverts));
        }

        Assert.Contains(expected, group => group.Split(' ').Length > 3);
        Assert.Contains(expected, group => !group.Contains(' ', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Of_AnyPostings_EachInOneGroupThatDoesNotContradictItself(int seed)
    {
        var random = new Random(seed);
        var traits = Enumerable.Range(0, 300).Select(i => Generated(random, i).Traits).ToList();

        var groups = RoleGroups.Of(traits);

        Assert.Equal(traits.Select(t => t.Id).Order(), groups.SelectMany(g => g).Select(t => t.Id).Order());
        foreach (var group in groups.Where(g => g.Count > 1))
        {
            Assert.All(group, one => Assert.All(group, other => Assert.True(SameRole.Compatible(one, other))));
            Assert.All(group, one => Assert.Contains(group, other => other != one && SameRole.Is(one, other)));
        }
    }

    /// <summary>What is appended joins just as it would have if everything were grouped at once.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void TryAppend_InOrder_GivesTheGroupsOfAllAtOnce(int seed)
    {
        var random = new Random(seed);
        var traits = Enumerable.Range(0, 300).Select(i => Generated(random, i).Traits).GroupBy(t => t.Key).First(key => key.Key is not null).ToList();
        var all = new KeyGroups(traits).All;
        var inOrder = traits
            .OrderBy(t => t.NamesRole ? 0 : 1).ThenBy(t => t.HasBody ? 0 : 1).ThenBy(t => t.Address is null ? 1 : 0)
            .ThenBy(t => t.File, StringComparer.Ordinal).ThenBy(t => t.Line).ThenBy(t => t.Id, StringComparer.Ordinal)
            .ToList();

        var grown = new KeyGroups([]);
        var touched = new Dictionary<string, IReadOnlyList<RoleTraits>>();
        foreach (var some in inOrder.Chunk(7))
        {
            foreach (var group in grown.TryAppend(some)!)
                touched[group.Select(t => t.Id).Min(StringComparer.Ordinal)!] = group;
        }

        Assert.Equal(all, grown.All);
        Assert.All(all, group => Assert.Contains(touched.Values, known => known.SequenceEqual(group)));
        Assert.Null(grown.TryAppend([inOrder[0] with { Id = "in front", File = "" }]));
        Assert.Equal(all, grown.All);
    }

    /// <summary>10,000 rows of one title and employer; comparing each with each would take minutes.</summary>
    [Theory]
    [InlineData(0, 10_000)]
    [InlineData(1, 1)]
    public void Of_VeryManyOfOneKey_AreGrouped(int text, int groups)
    {
        var template = new Advert("a.md") { Text = text, Place = "Berlin" }.Traits;
        var traits = Enumerable.Range(0, 10_000).Select(i => template with { Id = $"{i}", File = $"{i}.md", Address = $"acme.com/jobs/{i}", NamesRole = true });

        Assert.Equal(groups, RoleGroups.Of(traits).Count);
    }

    [Theory]
    [InlineData("the newer text", "2026-01-01", "2026-01-02", null, null, 1, 1)]
    [InlineData("a text with a date", null, "2026-01-02", null, null, 1, 1)]
    [InlineData("the open one of a day", "2026-01-01", "2026-01-01", PostingStatus.Closed, null, 1, 1)]
    [InlineData("the newer one, though it is closed", "2026-01-01", "2026-01-02", null, PostingStatus.Closed, 1, 1)]
    [InlineData("the description, though a row of a list is newer", "2026-01-02", "2026-01-01", null, null, 0, 1)]
    [InlineData("the later file name", null, null, null, null, 1, 1)]
    public void ShownFirst_OfTwo_IsB(string why, string? postedA, string? postedB, PostingStatus? a, PostingStatus? b, int textA, int textB)
    {
        var url = "https://acme.com/jobs/12";
        var one = new Advert("a.md") { Url = url, Posted = postedA, Status = a, Text = textA };
        var other = new Advert("b.md") { Url = url, Posted = postedB, Status = b, Text = textB };

        Assert.Equal((why, "b.md:1 a.md:1"), (why, Assert.Single(Groups(one, other))));
    }

    private static string[] Groups(params Advert[] adverts) =>
        [.. RoleGroups.Of(adverts.Select(a => a.Traits)).Select(g => string.Join(' ', g.Select(t => t.Id))).Order(StringComparer.Ordinal)];

    private static Advert Generated(Random random, int number) => new($"{random.Next(40)}.md", random.Next(4) == 0 ? "Cook" : "Baker", random.Next(5) == 0 ? null : "Acme")
    {
        Line = number,
        Url = random.Next(3) == 0 ? null : $"https://acme.com/jobs/{random.Next(30)}",
        Place = random.Next(4) switch { 0 => "Berlin", 1 => "Germany", 2 => "Paris", _ => "" },
        Level = random.Next(6) switch { 0 => Seniority.Senior, 1 => Seniority.Junior, _ => null },
        Text = random.Next(3) == 0 ? 0 : random.Next(1, 6),
        Changed = random.Next(60),
        Posted = random.Next(2) == 0 ? null : $"2026-01-{random.Next(10, 29)}",
        Status = random.Next(5) == 0 ? PostingStatus.Closed : null,
    };
}
