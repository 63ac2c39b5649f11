using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Index;

/// <summary>The index in memory follows what another connection writes, as another process would.</summary>
public sealed class FollowingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase one;
    private readonly SqliteDatabase other;
    private readonly SqliteCatalogue writer;
    private readonly SqliteCatalogue reader;

    public FollowingTests()
    {
        one = SqliteDatabase.Open(folder.File("bot.db"));
        other = SqliteDatabase.Open(folder.File("bot.db"));
        writer = new SqliteCatalogue(one, new FixedClock());
        reader = new SqliteCatalogue(other, new FixedClock());
    }

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Search_AfterAnotherWrote_SeesIt()
    {
        await writer.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        Assert.Equal(10, await reader.CountAsync(Match.Everything, CancellationToken.None));

        await writer.ApplyAsync([new DocumentEdit.Withdraw("jobs/02.md"), .. Sample.Edits([Sample.Postings[0] with { Skills = [] }])], CancellationToken.None);

        Assert.Equal(9, await reader.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(0, await reader.CountAsync(new Match.Token("skill:go"), CancellationToken.None));
        Assert.Equal(3, await reader.CountAsync(new Match.Token("skill:python"), CancellationToken.None));
    }

    [Fact]
    public async Task Employers_UntilANameComes_AreTheSameList()
    {
        await writer.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        var before = await reader.EmployersAsync(CancellationToken.None);

        await writer.ApplyAsync(Sample.Edits([Sample.Postings[0] with { Skills = [] }]), CancellationToken.None);
        Assert.Same(before, await reader.EmployersAsync(CancellationToken.None));

        await writer.ApplyAsync(Sample.Edits([Sample.Role("new", "Cook", "Bistro")]), CancellationToken.None);
        Assert.Contains(new Employer("Bistro", null), await reader.EmployersAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Search_AfterThousandsOfChanges_StillFollows()
    {
        await writer.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        await reader.CountAsync(Match.Everything, CancellationToken.None);
        for (var i = 0; i < 300; i++)
            await writer.ApplyAsync(Sample.Edits([Sample.Postings[i % 4]]), CancellationToken.None);

        Assert.Equal(10, await reader.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(4, await reader.CountAsync(new Match.Token("skill:python"), CancellationToken.None));
    }
}
