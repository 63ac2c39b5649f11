using System.Text;
using NodaTime;
using PostingsBot.Commands;
using PostingsBot.Core.Export;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Export;

/// <summary>What is exported is read as the same roles, and what an edit took away stays away.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_Seeds_AreReadAsTheSameRoles()
    {
        await using var opened = await OpenCatalogue.InMemoryAsync([Seeds], CancellationToken.None);
        var roles = await ExportCommand.RolesAsync(opened, CancellationToken.None);

        await ExportCommand.WriteAsync(folder.Path, roles, TextWriter.Null);

        Assert.NotEmpty(roles);
        Assert.Equal(ExitCodes.Done, await ExportCommand.CheckAsync(roles, TextWriter.Null));
        await using var again = await OpenCatalogue.InMemoryAsync([folder.Path], CancellationToken.None);
        var read = await ExportCommand.RolesAsync(again, CancellationToken.None);
        Assert.Equal(roles.Count, read.Count);
        foreach (var role in roles)
            Assert.Contains(read, one => PostingFields.Differences(role, one).Count == 0);
    }

    [Fact]
    public async Task Write_AgainWithOneRoleLess_ItsFileGoesAndOthersStay()
    {
        await ExportCommand.WriteAsync(folder.Path, [Examples.Harbour, Examples.Meadow], TextWriter.Null);
        File.WriteAllText(Path.Combine(folder.Path, "notes.md"), "mine");

        await ExportCommand.WriteAsync(folder.Path, [Examples.Meadow with { Status = new(PostingStatus.Closed, new Evidence(1, 1, "closed")) }], TextWriter.Null);

        Assert.Equal(["meadow-frontend-developer-aaaaaaaaa2.md", "notes.md"], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)!).Order());
        Assert.Equal(PostingStatus.Closed, Read(File.ReadAllText(Path.Combine(folder.Path, "meadow-frontend-developer-aaaaaaaaa2.md"))).Status?.Value);
    }

    [Theory]
    [MemberData(nameof(Editable))]
    public void Write_FieldTakenAway_StaysAwayThoughTheTextSpeaksOfIt(RoleField field)
    {
        var stated = Read("---\ntitle: Senior Go Developer\ncompany: Acme\nlocations: Berlin\n---\n\nRemote within Germany, EUR 70,000 - 90,000 per year, full-time.\n\n## Requirements\n\n- 5 years of experience with Go\n- Bachelor's degree\n- No visa sponsorship\n\nApply at https://acme.example/jobs/1 until 2027-01-15.\n");
        var edited = PostingFields.Copy(field, PostingFields.Blank, stated);

        Assert.Empty(RoundTrip.Differences(edited));
    }

    public static TheoryData<RoleField> Editable => [.. PostingFields.Editable.Where(one => one is not RoleField.Title)];

    [Fact]
    public void Write_EveryTerm_IsReadBack()
    {
        var at = new Evidence(1, 1, "");
        foreach (var posting in Enum.GetValues<Seniority>().Select(level => Examples.Harbour with { Seniorities = [new(level, at)] })
            .Concat(Enum.GetValues<PostingStatus>().Select(status => Examples.Harbour with { Status = new(status, at) }))
            .Concat(Enum.GetValues<DegreeNeed>().Select(need => Examples.Harbour with { Degree = new(new Degree("PhD: \"any\"", need), at) }))
            .Concat(Enum.GetValues<PayPeriod>().Select(period => Examples.Harbour with { Salaries = [new(new Salary(12.3456m, null, null, period), at), new(new Salary(null, 1e9m, "EUR", null), at)] }))
            .Append(Examples.Harbour with { Experience = new(new Experience(3, 5), at), ValidThrough = new(new LocalDate(2027, 1, 15), at), TimeZones = new("CET ± 2", at) })
            .Append(Examples.Harbour with { Sections = [new Section("A", SectionKind.Legal, 1, 1, []), new Section("", SectionKind.Team, 1, 1, [new(1, 1, "1) one"), new(1, 1, "# two"), new(1, 1, "- three")])] }))
        {
            Assert.Empty(RoundTrip.Differences(posting));
        }
    }

    [Fact]
    public void Read_ExportedFileEditedByHandInOtherWords_IsReadAsDocumentsAre()
    {
        var text = PostingMarkdown.Write(Examples.Harbour).Replace("\"EUR 70000–90000 per year\"", "80-100k € a year", StringComparison.Ordinal).Replace("workplace: \"remote\"", "workplace: fully remote", StringComparison.Ordinal);

        Assert.Equal(("EUR 80,000–100,000 per year", "remote"), (PostingFields.Text(RoleField.Pay, Read(text)), PostingFields.Text(RoleField.Workplace, Read(text))));
    }

    private static Posting Read(string text) => Assert.Single(new DocumentParser().Parse("role.md", Encoding.UTF8.GetBytes(text)).Postings);
}
