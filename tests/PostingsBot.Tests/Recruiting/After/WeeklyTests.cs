using NodaTime;
using PostingsBot.Configuration;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Recruiting.After;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Mondays at nine, in the owner's zone: the open roles, and what was asked of them in vain.</summary>
public sealed class WeeklyTests : IDisposable
{
    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Look_MondayNine_OnceAWeekWithButtons()
    {
        await world.MeetAsync(AfterWorld.Anna, "Europe/Berlin");
        await world.PostAsync(Roles.Harbour);
        await world.PostAsync(Roles.Meadow);
        await world.LookAsync();
        Assert.Empty(await world.TakeAsync());

        var sent = new List<(DateTimeOffset At, NoticeSummary Notice)>();
        for (var hours = 0; hours < 24 * 21; hours++)
        {
            world.Clock.Later += TimeSpan.FromHours(1);
            world.Restart();
            await world.LookAsync();
            sent.AddRange((await world.TakeAsync()).Select(one => (world.Clock.GetUtcNow(), new NoticeSummary(one.Notice.Text, one.Notice.Rows.Count))));
        }

        // Monday 9 March 2026 at 9:00 in Berlin is 8:00 UTC.
        var nine = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal([nine, nine.AddDays(7), nine.AddDays(14)], sent.Select(one => one.At));
        Assert.All(sent, one => Assert.Equal(new NoticeSummary("You have 2 open roles. Are they still open?", 2), one.Notice));
    }

    [Fact]
    public async Task Look_Row_SaysWhatIsKnownAndOffersToCloseIt()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.PostAsync(Roles.Harbour);

        var row = Assert.Single((await NextWeekAsync()).Rows);

        Assert.Equal("Senior Backend Engineer at Harbour Labs", row.Title);
        Assert.Equal("Posted on Friday 20 February 2026 · closing date not stated.", row.Note);
        Assert.Equal([("Still open", "leave"), ("Close", "close")], row.Buttons.Select(button => (button.Title, button.Do)));
    }

    [Fact]
    public async Task Look_ManyRoles_FirstPageAndWhereTheOthersAre()
    {
        await world.MeetAsync(AfterWorld.Anna);
        for (var i = 0; i < 12; i++)
            await world.PostAsync(Roles.Harbour with { Id = $"bbbbbbbb{i:00}", File = $"chat/{i}.md", Title = new($"Baker {i}", new Evidence(1, 1, "Baker")), Company = new($"Bakery {i}", new Evidence(2, 2, "Bakery")), ApplyUrl = null });

        var notice = await NextWeekAsync();

        Assert.Equal(WeeklyStep.PageSize, notice.Rows.Count);
        Assert.Equal("You have 12 open roles. Are they still open? The others, 4 more, are in the list of your roles.", notice.Text);
        Assert.Equal(["My roles"], notice.Suggestions);
    }

    [Fact]
    public async Task Look_QuestionsInVain_ToldWithTheListAndCountedAnew()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.PostAsync(Roles.Meadow);
        var role = await world.PostAsync(Roles.Harbour);
        foreach (var person in new[] { "a", "b", "c", "b" })
            await world.Unanswered.NoteAsync(role.Id, nameof(RoleField.Visa), person, world.Clock.GetUtcNow(), CancellationToken.None);
        await world.Unanswered.NoteAsync(role.Id, nameof(RoleField.Benefits), "a", world.Clock.GetUtcNow(), CancellationToken.None);

        var first = (await NextWeekAsync()).Rows[0];
        await world.Unanswered.NoteAsync(role.Id, nameof(RoleField.Visa), "a", world.Clock.GetUtcNow(), CancellationToken.None);
        var second = (await NextWeekAsync()).Rows.Single(row => row.Role == role.Id);

        Assert.Equal(role.Id, first.Role);
        Assert.EndsWith("Not stated, but asked for: visa sponsorship (3 people), benefits (1 person).", first.Note, StringComparison.Ordinal);
        Assert.EndsWith("Not stated, but asked for: visa sponsorship (1 person).", second.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_NoRoleOpen_NothingIsSaid()
    {
        await world.MeetAsync(AfterWorld.Anna);
        var role = await world.PostAsync(Roles.Harbour);
        await world.EditAsync(role.Id, shown => shown with { Status = new(PostingStatus.Closed, new Evidence(1, 1, "closed")) }, fields: RoleField.Status);

        world.Clock.Later += TimeSpan.FromDays(7);
        await world.LookAsync();

        Assert.Empty(await world.TakeAsync());
    }

    [Fact]
    public async Task Look_Off_NothingIsSaid()
    {
        using var quiet = new AfterWorld(WeeklyHour.Never);
        await quiet.MeetAsync(AfterWorld.Anna);
        await quiet.PostAsync(Roles.Harbour);

        quiet.Clock.Later += TimeSpan.FromDays(7);
        await quiet.LookAsync();

        Assert.Empty(await quiet.TakeAsync());
    }

    [Fact]
    public async Task Look_BotAwayOnMonday_SentWhenItIsBack()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.PostAsync(Roles.Harbour);

        world.Clock.Later = TimeSpan.FromDays(9);
        await world.LookAsync();

        await world.OnlyAsync();
    }

    private async Task<PostingsBot.Digests.NoticeMessage> NextWeekAsync()
    {
        world.Clock.Later += TimeSpan.FromDays(7);
        await world.LookAsync();
        return await world.OnlyAsync();
    }

    private sealed record NoticeSummary(string Text, int Rows);
}
