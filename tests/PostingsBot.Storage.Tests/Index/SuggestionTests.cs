using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Index;

public sealed class SuggestionTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;

    public SuggestionTests() => catalogue = new SqliteCatalogue(database, new FixedClock());

    public async Task InitializeAsync() => await catalogue.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("pyth", null, "Python 4")]
    [InlineData("PYTH", SuggestionKind.Skill, "Python 4")]
    [InlineData("pyth", SuggestionKind.Title, "")]
    [InlineData("platform e", null, "Platform engineer 1")]
    [InlineData("unicode", SuggestionKind.Employer, "Ünïcode GmbH 1")]
    [InlineData("c", SuggestionKind.Skill, "C 1, C# 1, C++ 1")]
    [InlineData("pyhton", SuggestionKind.Skill, "Python 4")]
    [InlineData("pythn", SuggestionKind.Skill, "Python 4")]
    [InlineData("pyython", SuggestionKind.Skill, "Python 4")]
    [InlineData("pyzhon", SuggestionKind.Skill, "Python 4")]
    [InlineData("draft", null, "")]
    [InlineData("", null, "")]
    [InlineData("%_'\"", null, "")]
    public async Task Suggest_Text_Completes(string text, SuggestionKind? kind, string expected) => Assert.Equal(expected, await TextAsync(text, kind));

    [Fact]
    public async Task Suggest_RoleWithdrawn_CountsOneLess()
    {
        await catalogue.ApplyAsync([new DocumentEdit.Withdraw("jobs/01.md"), new DocumentEdit.Withdraw("jobs/05.md")], CancellationToken.None);

        Assert.Equal("Python 3", await TextAsync("python", null));
        Assert.Equal("C# 1, C++ 1", await TextAsync("c", SuggestionKind.Skill));
    }

    [Fact]
    public async Task Suggest_ManyBeginAlike_GivesTheCommonest()
    {
        await catalogue.ApplyAsync(Sample.Edits(Enumerable.Range(0, 2_000).Select(i => Sample.Role($"m{i}", $"Maker {i / 2 * 2 % 1_998:0000}"))), CancellationToken.None);

        Assert.StartsWith("Maker 0000 4", await TextAsync("mak", SuggestionKind.Title), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string text, SuggestionKind? kind) =>
        string.Join(", ", (await catalogue.SuggestAsync(text, kind, 3, CancellationToken.None)).Select(s => $"{s.Text} {s.Roles}"));
}
