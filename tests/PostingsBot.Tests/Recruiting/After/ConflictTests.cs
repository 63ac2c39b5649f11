using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>A file that changes beneath an edit changes nothing that is shown, and its editor hears of it.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Look_FileChangedBeneathAnEdit_EditorIsToldOnceWhatBothSay()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.ImportAsync(Paying(80_000));
        await world.EditAsync(Roles.Harbour.Id, role => role with { Salaries = Paying(110_000).Salaries }, fields: RoleField.Pay);
        await world.LookAsync();
        Assert.Empty(await world.TakeAsync());

        await world.ImportAsync(Paying(85_000));
        await world.LookAsync();
        await world.LookAsync();

        var notice = await world.OnlyAsync();
        Assert.Equal("The files of Senior Backend Engineer at Harbour Labs changed beneath your edit. What you wrote is still shown.", notice.Text);
        var row = Assert.Single(notice.Rows);
        Assert.Equal(("Pay", Roles.Harbour.Id), (row.Title, row.Role));
        Assert.Matches("Your edit says “.*110,000.*”. The file says “.*85,000.*” now; it said “.*80,000.*” when you edited it.", row.Note);
        Assert.Equal([("keep-mine", "Pay"), ("take-files", "Pay")], row.Buttons.Select(button => (button.Do, button.Field)));
        Assert.Equal(110_000, Assert.Single((await world.FindAsync(Roles.Harbour.Id)).Shown.Salaries).Value.Min);
    }

    [Fact]
    public async Task Look_FileChangedElsewhere_NobodyIsTold()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.ImportAsync(Paying(80_000));
        await world.EditAsync(Roles.Harbour.Id, role => role with { Salaries = Paying(110_000).Salaries }, fields: RoleField.Pay);

        await world.ImportAsync(Paying(80_000) with { Visa = new("We sponsor visas.", new Evidence(30, 30, "We sponsor visas.")) });
        await world.LookAsync();

        Assert.Empty(await world.TakeAsync());
    }

    [Fact]
    public async Task Look_EditorOutOfReach_ToldWhenThatPersonIsMet()
    {
        await world.ImportAsync(Paying(80_000));
        await world.EditAsync(Roles.Harbour.Id, role => role with { Salaries = Paying(110_000).Salaries }, fields: RoleField.Pay);
        await world.ImportAsync(Paying(85_000));
        await world.LookAsync();

        await world.MeetAsync(AfterWorld.Anna);
        world.Clock.Later += TimeSpan.FromDays(1);
        await world.LookAsync();

        await world.OnlyAsync();
    }

    private static Posting Paying(decimal min) => Roles.Harbour with { Salaries = [new(new Salary(min, null, "EUR", PayPeriod.Year), new Evidence(6, 6, $"{min}"))] };
}
