using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>What every catalogue does with a role that stands in several documents. A store joins by deriving from this.</summary>
public abstract class RoleSuite
{
    private static readonly Copy Page = new("page.md", "a1") { Posted = "2026-02-01" };
    private static readonly Copy Repost = new("repost.md", "a2") { Posted = "2026-03-01" };
    private static readonly Copy Old = new("old.md", "a3") { Posted = "2026-01-01" };

    protected abstract ICatalogue Catalogue { get; }

    protected abstract ICatalogueStore Store { get; }

    [SuiteFact]
    public async Task Apply_RepostedRole_IsOnePostingWithTheNewTextAndTheEarliestDate()
    {
        await PutAsync(Page);
        await PutAsync(Repost);

        var page = await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 10), CancellationToken.None);

        var shown = Assert.Single(page.Postings);
        Assert.Equal((1, "a1", "repost.md"), (page.Total, shown.Id, shown.File));
        Assert.Equal((new LocalDate(2026, 2, 1), "page.md"), (shown.Posted!.Value, shown.Posted.Evidence.File));
        Assert.Equal([new PostingSource("page.md", 1, new LocalDate(2026, 2, 1), Page.Url)], shown.Sources);
        Assert.Equal(1, await Catalogue.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Single(await Catalogue.EmployersAsync(CancellationToken.None));
    }

    [SuiteTheory]
    [InlineData("a1")]
    [InlineData("a2")]
    public async Task FindPosting_ByTheIdOfAnyCopy_IsTheShownOne(string id)
    {
        await PutAsync(Page, Repost);

        Assert.Equal(("a1", "repost.md"), await ShownAsync(id));
        Assert.Equal(["a1"], await IdsAsync(new Match.Ids([id])));
    }

    [SuiteFact]
    public async Task Search_ByTheDateThatIsShown_FindsTheRole()
    {
        await PutAsync(Page, Repost);

        Assert.Equal(["a1"], await IdsAsync(new Match.PostedBetween(null, Sample.Day(2026, 2, 1))));
        Assert.Empty(await IdsAsync(new Match.PostedBetween(Sample.Day(2026, 2, 2), null)));
    }

    [SuiteFact]
    public async Task Search_WordsOfTheHiddenText_FindNothing()
    {
        await PutAsync(Page with { Word = "marmalade" }, Repost with { Word = "honey" });

        Assert.Empty(await IdsAsync(new Match.Token("word:" + Stem("marmalade"))));
        Assert.Equal(["a1"], await IdsAsync(new Match.Token("word:" + Stem("honey"))));
        Assert.Empty(await Catalogue.PassagesAsync([Stem("marmalade")], 10, CancellationToken.None));
        Assert.Equal("repost.md", Assert.Single(await Catalogue.PassagesAsync([Stem("honey")], 10, CancellationToken.None)).File);
    }

    [SuiteFact]
    public async Task Passages_ManyHiddenCopies_LeaveRoomForTheRest()
    {
        await PutAsync([.. Enumerable.Range(0, 20).Select(i => new Copy($"copy{i}.md", $"b{i}") { Posted = $"2026-01-{i + 10}", Word = "honey" })]);

        Assert.Equal("copy19.md", Assert.Single(await Catalogue.PassagesAsync([Stem("honey")], 1, CancellationToken.None)).File);
    }

    [SuiteFact]
    public async Task FindDocument_OfAHiddenCopy_StatesItsOwn()
    {
        await PutAsync(Page, Repost);

        var own = Assert.Single((await Catalogue.FindDocumentAsync("page.md", CancellationToken.None))!.Postings);

        Assert.Equal(("a1", "page.md"), (own.Id, own.File));
        Assert.Empty(own.Sources);
    }

    [SuiteFact]
    public async Task Apply_ShownTextWithdrawn_AnotherSourceTakesOverUnderTheSameId()
    {
        await PutAsync(Page with { Word = "marmalade" }, Repost);

        var applied = await Store.ApplyAsync([new DocumentEdit.Withdraw("repost.md")], CancellationToken.None);

        Assert.Equal((0, 1, 0), (applied.Added, applied.Changed, applied.Withdrawn));
        Assert.Equal(("a1", "page.md"), await ShownAsync("a1"));
        Assert.Equal(["a1"], await IdsAsync(new Match.Token("word:" + Stem("marmalade"))));
        Assert.Single(await Catalogue.PassagesAsync([Stem("marmalade")], 10, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_FirstSourceWithdrawn_TheRoleKeepsItsIdUntilTheLastIsGone()
    {
        await PutAsync(Page, Repost);

        await Store.ApplyAsync([new DocumentEdit.Withdraw("page.md")], CancellationToken.None);
        Assert.Equal(("a1", "repost.md"), await ShownAsync("a1"));
        await PutAsync(Old);
        Assert.Equal(("a1", "repost.md"), await ShownAsync("a3"));
        await Store.ApplyAsync([new DocumentEdit.Withdraw("repost.md")], CancellationToken.None);
        Assert.Equal(("a1", "old.md"), await ShownAsync("a1"));
        await Store.ApplyAsync([new DocumentEdit.Withdraw("old.md")], CancellationToken.None);

        Assert.Null(await Catalogue.FindPostingAsync("a1", CancellationToken.None));
    }

    [SuiteFact]
    public async Task Changes_ARoleInSeveralDocuments_IsAddedOnceAndWithdrawnOnce()
    {
        await PutAsync(Page);
        await PutAsync(Repost);
        await PutAsync(Repost);
        await Store.ApplyAsync([new DocumentEdit.Withdraw("page.md")], CancellationToken.None);
        await Store.ApplyAsync([new DocumentEdit.Withdraw("repost.md")], CancellationToken.None);

        var roles = (await Store.ChangesAsync(0, 100, CancellationToken.None)).Where(change => change.PostingId is not null);

        Assert.Equal(
            ["Added a1 page.md", "Changed a1 repost.md", "Changed a1 repost.md", "Withdrawn a1 repost.md"],
            roles.Select(change => $"{change.Kind} {change.PostingId} {change.File}"));
    }

    [SuiteFact]
    public async Task Changes_CopiesInOneTransaction_AreOneAddition()
    {
        var applied = await PutAsync(Page, Repost, Old);

        Assert.Equal((1, 0, 0), (applied.Added, applied.Changed, applied.Withdrawn));
    }

    [SuiteFact]
    public async Task Apply_RenamedInOneTransaction_IsTheSameRole()
    {
        await PutAsync(Page);

        var applied = await Store.ApplyAsync([new DocumentEdit.Withdraw("page.md"), Put(Page with { File = "renamed.md", Id = "a9" })], CancellationToken.None);

        Assert.Equal((0, 1, 0), (applied.Added, applied.Changed, applied.Withdrawn));
        Assert.Equal(("a1", "renamed.md"), await ShownAsync("a9"));
    }

    [SuiteFact]
    public async Task Apply_TheNewestCopyIsClosed_TheRoleIsClosed()
    {
        await PutAsync(Page, Repost with { IsClosed = true });

        Assert.Empty(await IdsAsync(Match.Everything));
        Assert.Equal(("a1", "repost.md"), await ShownAsync("a1"));
    }

    [SuiteFact]
    public async Task Apply_CopyBecomesAnotherRole_TheFirstKeepsTheId()
    {
        await PutAsync(Page, Repost);

        var applied = await PutAsync(Repost with { Area = "FR-IDF/paris" });

        Assert.Equal((1, 1, 0), (applied.Added, applied.Changed, applied.Withdrawn));
        Assert.Equal(("a1", "page.md"), await ShownAsync("a1"));
        Assert.Equal(("a2", "repost.md"), await ShownAsync("a2"));
    }

    [SuiteFact]
    public async Task Apply_TheFirstBecomesAnotherRole_TakesItsIdAlong()
    {
        await PutAsync(Page, Repost, Old);

        await PutAsync(Page with { Area = "FR-IDF/paris" });

        Assert.Equal(("a1", "page.md"), await ShownAsync("a1"));
        Assert.Equal(("a2", "repost.md"), await ShownAsync("a2"));
        Assert.Equal(("a2", "repost.md"), await ShownAsync("a3"));
    }

    [SuiteFact]
    public async Task Apply_TwoRolesTurnOutToBeOne_TheOlderIdStays()
    {
        await PutAsync(Page);
        await PutAsync(Repost with { Area = "FR-IDF/paris" });

        var applied = await PutAsync(Repost);

        Assert.Equal((0, 1, 1), (applied.Added, applied.Changed, applied.Withdrawn));
        Assert.Equal(("a1", "repost.md"), await ShownAsync("a2"));
    }

    [SuiteFact]
    public async Task Apply_ThePostingAnIdIsFromComesBackAsAnotherRole_BothAreFound()
    {
        await PutAsync(Page, Repost);
        await Store.ApplyAsync([new DocumentEdit.Withdraw("page.md")], CancellationToken.None);

        await PutAsync(Page with { Area = "FR-IDF/paris" });

        var ids = await IdsAsync(Match.Everything);
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(("a1", "repost.md"), await ShownAsync("a1"));
        Assert.All(ids, id => Assert.NotNull(Catalogue.FindPostingAsync(id, CancellationToken.None).Result));
    }

    /// <summary>After any edits the catalogue shows what the groups of the documents that are left show, and an id given out once leads to its role while a posting of it lives.</summary>
    [SuiteTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Apply_RandomEdits_ShowsTheRolesOfTheDocumentsThatRemain(int seed)
    {
        var random = new Random(seed);
        var documents = new Dictionary<string, ParsedDocument>();
        var living = new HashSet<string>();
        for (var step = 0; step < 120; step++)
        {
            var edits = new Dictionary<string, DocumentEdit>();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                var file = $"{random.Next(12)}.md";
                edits[file] = random.Next(3) == 0 ? new DocumentEdit.Withdraw(file) : Sample.Put(Generated(random, file));
            }

            foreach (var (file, edit) in edits)
            {
                documents.Remove(file);
                if (edit is DocumentEdit.Put put)
                    documents.Add(file, put.Document);
            }

            var before = await Store.ChangesAsync(0, 100_000, CancellationToken.None);
            var applied = await Store.ApplyAsync([.. edits.Values], CancellationToken.None);
            var changes = (await Store.ChangesAsync(0, 100_000, CancellationToken.None)).Skip(before.Count).Where(change => change.PostingId is not null).ToList();
            CheckChanges(living, applied, changes);
            await CheckAsync(documents.Values, living);
        }
    }

    private static void CheckChanges(HashSet<string> living, AppliedEdits applied, IReadOnlyList<CatalogueChange> changes)
    {
        Assert.All(changes, change => Assert.Equal(change.Kind is not ChangeKind.Added, living.Contains(change.PostingId!)));
        Assert.Equal(changes.Count, changes.Select(change => change.PostingId).Distinct().Count());
        Assert.Equal(
            (applied.Added, applied.Changed, applied.Withdrawn),
            (changes.Count(c => c.Kind is ChangeKind.Added), changes.Count(c => c.Kind is ChangeKind.Changed), changes.Count(c => c.Kind is ChangeKind.Withdrawn)));
        living.UnionWith(changes.Where(c => c.Kind is ChangeKind.Added).Select(c => c.PostingId!));
        living.ExceptWith(changes.Where(c => c.Kind is ChangeKind.Withdrawn).Select(c => c.PostingId!));
    }

    private async Task CheckAsync(IReadOnlyCollection<ParsedDocument> documents, HashSet<string> living)
    {
        var postings = documents.SelectMany(d => d.Postings).ToDictionary(p => p.Id);
        var groups = RoleGroups.Of(postings.Values.Select(p => RoleTraits.Of(p, PostingTokens.Of(p))));
        var shown = new List<Posting>();
        foreach (var group in groups)
        {
            // A role goes on under the id of a posting that went, so that one may lead away from its posting when that comes back as another role.
            var found = new List<Posting>();
            foreach (var member in group)
                found.Add((await Catalogue.FindPostingAsync(member.Id, CancellationToken.None))!);
            var role = found.Find(p => p.File == group[0].File && p.Title.Evidence.FirstLine == group[0].Line);
            if (role is not null)
            {
                Assert.Equivalent(MergedRole.Of(role.Id, group, traits => postings[traits.Id]), role, strict: true);
                shown.Add(role);
            }

            Assert.All(found.Zip(group), pair => Assert.True(pair.First.Id == role?.Id || pair.First.Id == pair.Second.Id));
        }

        var open = (await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 1000), CancellationToken.None)).Postings;
        Assert.Equal(shown.Count, shown.Select(p => p.Id).Distinct().Count());
        Assert.Equal(
            groups.Where(g => g[0].IsOpen).Select(g => $"{g[0].File} {g[0].Line} {g.Count}").Order(),
            open.Select(p => $"{p.File} {p.Title.Evidence.FirstLine} {p.Sources.Count + 1}").Order());
        Assert.Equal(open.Select(p => p.Id).Order(), (await IdsAsync(new Match.Token("title:" + Stem("engineer")))).Order());
        Assert.Equal(
            open.Select(p => p.File).Order(),
            (await Catalogue.PassagesAsync([Stem("common")], 1000, CancellationToken.None)).Select(hit => hit.File).Order());
        var employers = (await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 0) { Facets = [CountBy.Employer], MostValues = int.MaxValue }, CancellationToken.None)).Facets[0];
        Assert.Equal(open.Count(p => p.Company is not null), employers.Values.Sum(v => v.Count));
        Assert.Equal(open.Count(p => p.Company is not null), employers.Stated);

        Assert.Equal(groups.Count, living.Count);
        Assert.Subset(living, shown.Concat(open).Select(p => p.Id).ToHashSet());
    }

    private static ParsedDocument Generated(Random random, string file) => new()
    {
        File = file,
        Kind = DocumentKind.List,
        Postings =
        [
            .. Enumerable.Range(1, random.Next(1, 4)).Select(line => new Copy(file, $"{file}:{line}")
            {
                Line = line,
                Url = $"https://acme.example/jobs/{random.Next(4)}",
                Area = random.Next(5) switch { 0 => "FR-IDF/paris", 1 => "DE", 2 => "DE-BE/berlin", _ => null },
                Posted = random.Next(3) == 0 ? null : $"2026-0{random.Next(1, 10)}-01",
                IsClosed = random.Next(4) == 0,
                Word = $"word{random.Next(4)}",
            }.Posting),
        ],
    };

    private async Task<(string Id, string File)> ShownAsync(string id) =>
        await Catalogue.FindPostingAsync(id, CancellationToken.None) is { } posting ? (posting.Id, posting.File) : ("none", "none");

    private async Task<IReadOnlyList<string>> IdsAsync(Match match)
    {
        var page = await Catalogue.SearchAsync(new Search(match, SearchOrder.Newest, 1000), CancellationToken.None);
        Assert.Equal(page.Total, page.Postings.Count);
        return [.. page.Postings.Select(posting => posting.Id)];
    }

    private Task<AppliedEdits> PutAsync(params Copy[] copies) => Store.ApplyAsync([.. copies.Select(Put)], CancellationToken.None);

    private static DocumentEdit Put(Copy copy) => Sample.Put(new ParsedDocument { File = copy.File, Kind = DocumentKind.Posting, Postings = [copy.Posting] });

    private static string Stem(string word) => Words.Split(word).Single().Stem;

    /// <summary>One of several postings that are the same role as long as their places do not part them.</summary>
    private sealed record Copy(string File, string Id)
    {
        public int Line { get; init; } = 1;

        public string Url { get; init; } = "https://acme.example/jobs/1";

        public string? Area { get; init; } = "DE-BE/berlin";

        public string? Posted { get; init; }

        public bool IsClosed { get; init; }

        public string Word { get; init; } = "text";

        public Posting Posting
        {
            get
            {
                var role = Sample.Role(Id, "Backend Engineer", "Acme", Posted, area: Area, body: "common " + Word, status: IsClosed ? PostingStatus.Closed : null, file: File);
                return role with
                {
                    Title = role.Title with { Evidence = Sample.At(Line, "Backend Engineer") },
                    ApplyUrl = Sample.Said(Url),
                    Sections = [role.Sections[0] with { FirstLine = Line }],
                };
            }
        }
    }
}
