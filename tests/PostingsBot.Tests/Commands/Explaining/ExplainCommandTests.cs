using PostingsBot.Commands;
using PostingsBot.Commands.Explaining;
using PostingsBot.Storage.Importing;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Commands.Explaining;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Role = """
        +++
        title = "Senior Backend Engineer"
        date = "2026-02-20"
        +++

        Acme hires in Berlin.

        ## Requirements

        - Redis and PostgreSQL
        """;

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Explain_Role_ShowsEachFactBesideItsLine()
    {
        Assert.Equal(0, await ExplainAsync(folder.Write("a.md", Role)));

        Assert.Contains("    2 │ title = \"Senior Backend Engineer\"   ◂ title: Senior Backend Engineer ◂ level: senior ◂ discipline: backend", Lines());
        Assert.Contains("    3 │ date = \"2026-02-20\"   ◂ posted: 2026-02-20", Lines());
        Assert.Contains("   10 │ - Redis and PostgreSQL   ◂ required: Redis, PostgreSQL", Lines());
        Assert.Matches("Not stated: .*pay", Lines()[^1]);
        Assert.DoesNotContain('\u001B', output.ToString());
    }

    [Fact]
    public async Task Explain_NarrowTerminal_PutsTheFactsBelow()
    {
        await ExplainAsync(folder.Write("a.md", Role), width: 40);

        var at = Lines().IndexOf("    3 │ date = \"2026-02-20\"");
        Assert.Equal("      │    ◂ posted: 2026-02-20", Lines()[at + 1]);
    }

    [Fact]
    public async Task Explain_OneFact_ShowsTheLinesAroundIt()
    {
        await ExplainAsync(folder.Write("a.md", Role), facts: "posted");

        Assert.Contains(Lines(), line => line.Contains("posted: 2026-02-20", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(), line => line.Contains("Redis", StringComparison.Ordinal) || line.Contains("◂ title", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_WithColours_PaintsTheWordsTheFactWasReadFrom()
    {
        await ExplainAsync(folder.Write("a.md", Role), withColours: true);

        Assert.Matches("\u001B\\[3[1-6]m[^\u001B◂]*2026-02-20[^\u001B◂]*\u001B\\[0m", output.ToString());
    }

    [Fact]
    public async Task Explain_TextWithOrdersForTheTerminal_IsDefused()
    {
        await ExplainAsync(folder.Write("a.md", Role.Replace("Acme hires", "Acme \u001B[2J\u202Ehires", StringComparison.Ordinal)));

        Assert.Contains("␛[2J<U+202E>", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', output.ToString());
    }

    [Fact]
    public async Task Explain_SeveralRoles_AreTold()
    {
        await ExplainAsync(folder.Write("a.md", "# Open roles\n\n| Company | Position | Location |\n|---|---|---|\n"
            + string.Concat(Enumerable.Range(1, 5).Select(i => $"| Acme {i} | Backend Engineer | Berlin |\n| Shop {i} | Data Engineer | Paris |\n"))), width: 300);

        Assert.Contains(Lines(), line => line.Contains("Berlin", StringComparison.Ordinal) && line.Contains("◂ [1] title: Backend Engineer", StringComparison.Ordinal));
        Assert.Contains(Lines(), line => line.Contains("Paris", StringComparison.Ordinal) && line.Contains("◂ [2] title: Data Engineer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_DocumentInAnArchive_IsFoundByItsName()
    {
        var archive = folder.File("jobs.zip");
        using (var zip = System.IO.Compression.ZipFile.Open(archive, System.IO.Compression.ZipArchiveMode.Create))
        using (var writer = new StreamWriter(zip.CreateEntry("in/a.md").Open()))
            writer.Write(Role);

        Assert.Equal(0, await ExplainAsync(archive + "!/in/a.md"));
        Assert.Equal(1, await ExplainAsync(archive + "!/in/b.md"));
        Assert.Contains("b.md", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002\u0003\0\u0001\u0002\u0003")]
    public async Task Explain_Unreadable_SaysWhy(string content)
    {
        Assert.Equal(1, await ExplainAsync(folder.Write("a.md", content)));

        Assert.Contains("a.md", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task Explain_Folder_IsWrongUsage() => await Assert.ThrowsAsync<UsageException>(() => ExplainAsync(folder.Path));

    [Fact]
    public void Chosen_UnknownFact_NamesTheKnownOnes() =>
        Assert.Contains("pay", Assert.Throws<UsageException>(() => ExplainCommand.Chosen(["colour"])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("pay", "salary")]
    [InlineData("SALARY", "salary")]
    [InlineData("skills", "skills skills skills")]
    [InlineData("preferred", "skills")]
    public void Chosen_NameForPeopleOrOfTheJson_IsFound(string name, string fields) =>
        Assert.Equal(fields, string.Join(' ', ExplainCommand.Chosen([name]).Select(fact => fact.Field)));

    private Task<int> ExplainAsync(string file, string? facts = null, bool withColours = false, int width = 140) => ExplainCommand.RunAsync(
        file, "-", ExplainCommand.Chosen(facts is null ? [] : [facts]), new ReadingLimits(), new MarginView(output, new Ink(withColours), width), errors, CancellationToken.None);

    private List<string> Lines() => [.. output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd('\r'))];
}
