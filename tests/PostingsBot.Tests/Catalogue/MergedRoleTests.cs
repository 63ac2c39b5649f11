using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Catalogue;

public class MergedRoleTests
{
    private static readonly Advert Old = new("old.md") { Line = 3, Url = "https://acme.com/jobs/12", Text = 1, Posted = "2026-01-05" };
    private static readonly Advert New = new("new.md") { Url = "https://acme.com/jobs/12?ref=x", Text = 2, Posted = "2026-02-01" };
    private static readonly Advert Row = new("list.md") { Line = 9, Url = "https://acme.com/jobs/12" };

    [Fact]
    public void Of_OldAndNew_ShowsTheNewTextWithTheEarliestDateQuotedFromTheOldFile()
    {
        var merged = Merge(Old, New, Row);

        Assert.Equal(("role", "new.md", New.Url), (merged.Id, merged.File, merged.ApplyUrl!.Value));
        Assert.Equal(New.Posting.Sections[0].Passages, merged.Sections[0].Passages);
        Assert.Equal(new LocalDate(2026, 1, 5), merged.Posted!.Value);
        Assert.Equal(Old.Posting.Posted!.Evidence with { File = "old.md" }, merged.Posted.Evidence);
    }

    [Fact]
    public void Of_SeveralSources_NamesTheOthersNewestFirst() => Assert.Equal(
        [new PostingSource("old.md", 3, new LocalDate(2026, 1, 5), Old.Url), new PostingSource("list.md", 9, null, Row.Url)],
        Merge(Old, New, Row).Sources);

    [Fact]
    public void Of_TheShownTextIsTheEarliest_KeepsItsOwnDate()
    {
        var merged = Merge(Old with { Text = 2 }, New with { Text = 0 });

        Assert.Equal("old.md", merged.File);
        Assert.Null(merged.Posted!.Evidence.File);
    }

    [Fact]
    public void Of_OnlyAnotherSourceHasADate_TakesIt() => Assert.Equal("old.md", Merge(Old with { Text = 0 }, New with { Posted = null }).Posted!.Evidence.File);

    [Fact]
    public void Of_NoDateAnywhere_HasNone() => Assert.Null(Merge(Old with { Posted = null }, New with { Posted = null }).Posted);

    [Fact]
    public void Of_VeryManySources_NamesFifty() =>
        Assert.Equal(50, Merge([.. Enumerable.Range(0, 80).Select(i => Old with { File = $"{i}.md" })]).Sources.Count);

    private static Posting Merge(params Advert[] adverts)
    {
        var group = Assert.Single(RoleGroups.Of(adverts.Select(a => a.Traits)));
        return MergedRole.Of("role", group, traits => adverts.Single(a => a.Id == traits.Id).Posting);
    }
}
