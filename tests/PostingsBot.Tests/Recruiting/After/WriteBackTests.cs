using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PostingsBot.Configuration;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>What is posted and edited in chat stands in a folder as Markdown, one file a role.</summary>
public sealed class WriteBackTests : IDisposable
{
    private readonly AfterWorld world = new();
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    public void Dispose()
    {
        world.Dispose();
        folder.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Step_PostedAndEdited_FileReadsAsTheRole()
    {
        var role = await world.PostAsync(Roles.Harbour);
        await world.EditAsync(role.Id, shown => shown with { ValidThrough = new(new LocalDate(2026, 6, 1), new Evidence(1, 1, "1 June")) }, fields: RoleField.ValidThrough);

        await StepAsync();

        var file = Assert.Single(Files());
        Assert.Equal($"harbour-labs-senior-backend-engineer-{role.Id}.md", Path.GetFileName(file));
        var read = Assert.Single(new DocumentParser().Parse("x.md", File.ReadAllBytes(file)).Postings);
        Assert.Equal(("Senior Backend Engineer", "Harbour Labs", new LocalDate(2026, 6, 1)), (read.Title.Value, read.Company!.Value, read.ValidThrough!.Value));
    }

    [Fact]
    public async Task Step_RoleThatOnlyFilesState_NotWritten()
    {
        await world.ImportAsync(Roles.Harbour, Roles.Meadow);
        await world.EditAsync(Roles.Meadow.Id, shown => shown with { Visa = new("We sponsor visas.", new Evidence(1, 1, "We sponsor visas.")) }, fields: RoleField.Visa);

        await StepAsync();

        Assert.EndsWith($"{Roles.Meadow.Id}.md", Assert.Single(Files()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_Renamed_OneFileUnderTheNewName()
    {
        var role = await world.PostAsync(Roles.Harbour);
        await StepAsync();
        await world.EditAsync(role.Id, shown => shown with { Title = new("Staff Engineer", new Evidence(1, 1, "Staff Engineer")) }, fields: RoleField.Title);

        await StepAsync();

        Assert.Equal($"harbour-labs-staff-engineer-{role.Id}.md", Path.GetFileName(Assert.Single(Files())));
    }

    [Fact]
    public async Task Step_Withdrawn_FileGoesAndOthersStay()
    {
        var role = await world.PostAsync(Roles.Harbour);
        await StepAsync();
        folder.Write("README.md", "not ours");
        await world.Edits.ApplyAsync(new EditOrder(AfterWorld.Anna, "test chat", AuditAction.Withdraw, [new RoleChange.Withdraw(role.Id, role.Version)]), world.Clock.GetUtcNow(), CancellationToken.None);

        await StepAsync();

        Assert.Equal("README.md", Path.GetFileName(Assert.Single(Files())));
    }

    [Fact]
    public async Task Step_NothingChanged_FileIsLeftAlone()
    {
        var role = await world.PostAsync(Roles.Harbour);
        await StepAsync();
        var file = Assert.Single(Files());
        var before = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, before);
        await world.EditAsync(role.Id, shown => shown with { Title = new("Baker", new Evidence(1, 1, "Baker")) }, fields: RoleField.Title);
        await world.EditAsync(role.Id, _ => Roles.Harbour, fields: RoleField.Title);

        await StepAsync();

        Assert.Equal(before, File.GetLastWriteTimeUtc(Assert.Single(Files())));
    }

    [Theory]
    [InlineData("roles", "roles")]
    [InlineData("roles/back", "roles")]
    [InlineData("roles", "roles/team")]
    [InlineData("roles", "roles/one.md")]
    [InlineData("link", "roles")]
    public void Checked_OverlapsTheCatalogue_Refused(string back, string catalogue)
    {
        folder.Write("roles/team/x.md", "# x");
        folder.Write("roles/back/x.md", "# x");
        folder.Write("roles/one.md", "# x");
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("roles"));

        var error = Assert.Throws<ConfigurationErrorException>(() => WriteBackFolder.Checked(folder.File(back), [folder.File(catalogue)]));

        Assert.Contains("PostingsBot:Recruiting:WriteBackFolder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checked_BesideTheCatalogue_Fine()
    {
        folder.Write("roles/x.md", "# x");
        folder.Write("roles-back/x.md", "# x");

        Assert.NotNull(WriteBackFolder.Checked(folder.File("roles-back"), [folder.File("roles")]));
    }

    private string[] Files() => Directory.GetFiles(folder.Path);

    /// <summary>Another bot on the same data folder writes what it finds.</summary>
    private async Task StepAsync()
    {
        using var worker = new WriteBackWorker(new WriteBackFolder(folder.Path), data.File("written"), world.Catalogue, world.Edits, world.Clock, NullLogger<WriteBackWorker>.Instance);
        while (await worker.StepAsync(CancellationToken.None))
        {
        }
    }
}
