using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Configuration;
using PostingsBot.Core.Questions;
using PostingsBot.Digests;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Tests.Recruiting.Desk;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>What recruiters are told, and what they press on it.</summary>
public sealed class NoticeConversationTests : IAsyncLifetime
{
    private static readonly CardRenderer Cards = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    private DeskTalk talk = null!;

    public async Task InitializeAsync() => talk = await DeskTalk.StartAsync();

    public Task DisposeAsync()
    {
        talk.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Close now", "Shall I close this role?", 4)]
    [InlineData("Extend two weeks", "2026-04-02", 5)]
    public async Task Press_ButtonOfAClosingRole_ChangeIsShownAndMade(string button, string shown, int open)
    {
        await EditAsync("set the deadline of the Brightwheel role to 19 March");
        await TellAsync(days: 15);

        var asked = await talk.PressAsync(button);
        Assert.Contains(shown, asked, StringComparison.Ordinal);
        await talk.SayAsync("yes");

        Assert.Equal(open - 1, await talk.OpenRolesAsync());
        Assert.Equal(button.StartsWith("Extend", StringComparison.Ordinal) ? new LocalDate(2026, 4, 2) : new LocalDate(2026, 3, 19), (await RoleAsync()).ValidThrough!.Value);
    }

    [Fact]
    public async Task Press_LeaveIt_StaysAndSaysUntilWhen()
    {
        await EditAsync("set the deadline of the Brightwheel role to 19 March");
        await TellAsync(days: 15);

        Assert.Contains("stays open until Thursday 19 March 2026", await talk.PressAsync("Leave it"), StringComparison.Ordinal);
        Assert.Equal(4, await talk.OpenRolesAsync());
    }

    [Theory]
    [InlineData("Keep mine: Pay", "Your edit stays", "USD 190,000 per year")]
    [InlineData("Take the file’s: Pay", "Your edit is gone", "USD 160,000–180,000 per year")]
    public async Task Press_FileChangedBeneathAnEdit_OneOfBothIsShown(string button, string said, string pay)
    {
        await EditAsync("raise the Brightwheel salary to 190k");
        await talk.WriteAsync("platform.md", DeskTexts.Files["platform.md"].Replace("150,000", "160,000", StringComparison.Ordinal));
        await talk.ImportAsync();
        Assert.Equal("USD 190,000 per year", await PayAsync());
        await TellAsync(days: 0);

        Assert.Contains(said, await talk.PressAsync(button), StringComparison.Ordinal);
        Assert.Equal(pay, await PayAsync());
        await TellNothingAsync();
    }

    [Fact]
    public async Task Press_BySomebodyWithoutTheRight_Refused()
    {
        await EditAsync("raise the Brightwheel salary to 190k");
        await talk.WriteAsync("platform.md", DeskTexts.Files["platform.md"].Replace("150,000", "160,000", StringComparison.Ordinal));
        await talk.ImportAsync();
        await TellAsync(days: 0);

        talk.Person = "Dan";
        await talk.PressAsync("Take the file’s: Pay");

        Assert.Equal("USD 190,000 per year", await PayAsync());
    }

    [Fact]
    public async Task Press_TakeTheFilesTwice_SecondSaysThatThereIsNoEdit()
    {
        await EditAsync("raise the Brightwheel salary to 190k");
        await talk.WriteAsync("platform.md", DeskTexts.Files["platform.md"].Replace("150,000", "160,000", StringComparison.Ordinal));
        await talk.ImportAsync();
        await TellAsync(days: 0);
        var data = talk.DataOf("Take the file’s: Pay");

        await talk.SubmitAsync(data.DeepClone().AsObject());

        Assert.Contains("There is no such edit any more", await talk.SubmitAsync(data), StringComparison.Ordinal);
    }

    /// <summary>Bob changes the platform role.</summary>
    private async Task EditAsync(string sentence)
    {
        talk.Person = "Bob";
        var asked = await talk.SayAsync(sentence);
        Assert.True((await talk.SayAsync("yes")).Contains("Done", StringComparison.Ordinal), asked);
    }

    /// <summary>Days later the bot looks, and what it tells is the card in the conversation.</summary>
    private async Task TellAsync(int days)
    {
        var notice = Assert.Single(await LookAsync(days));
        talk.Card = (await new OutboxDrawing(Cards, talk.Catalogue).DrawAsync(notice, CardDialect.Submit, CancellationToken.None)).Card;
    }

    private async Task TellNothingAsync() => Assert.Empty(await LookAsync(0));

    private async Task<IReadOnlyList<NoticeMessage>> LookAsync(int days)
    {
        talk.Clock.Later += TimeSpan.FromDays(days);
        var (clock, logger) = (talk.Clock, NullLogger<AfterWorker>.Instance);
        using var worker = new AfterWorker(
            new Lead(talk.Small, "after", clock),
            new ExpiryStep(talk.Stores.Edits, new RoleOwners(talk.Stores.Audit), talk.Notices, clock, logger),
            new LiftStep(talk.Catalogue, talk.Catalogue, (_, _) => Task.FromResult(true), talk.Stores.Edits, talk.Small, clock),
            new WeeklyStep(talk.Stores.Edits, talk.Stores.Unanswered, talk.Places, talk.Notices, WeeklyHour.Never, clock),
            new ConflictStep(talk.Stores.Conflicts, talk.Notices, clock),
            new Retention(talk.Small, talk.Stores.Drafts, talk.Stores.Unanswered, new RetentionOptions(), clock, logger),
            clock,
            logger);
        clock.Later += Lead.Lease;
        await worker.StepAsync(CancellationToken.None);
        var outbox = new SqliteOutbox(talk.Database);
        var told = new List<NoticeMessage>();
        while (await outbox.ClaimAsync(clock.GetUtcNow(), TimeSpan.FromMinutes(1), 10, CancellationToken.None) is { Count: > 0 } due)
        {
            foreach (var one in due)
            {
                told.Add(Assert.IsType<NoticeMessage>(OutboxMessage.Read(one.Delivery.Payload)));
                await outbox.SentAsync(one, null, clock.GetUtcNow(), CancellationToken.None);
            }
        }

        return told;
    }

    private async Task<Core.Postings.Posting> RoleAsync()
    {
        var entries = await talk.Stores.Audit.QueryAsync(new(WithImports: false, Take: 50), CancellationToken.None);
        return (await talk.Stores.Edits.FindAsync(entries[^1].Role!, CancellationToken.None))!.Shown;
    }

    private async Task<string> PayAsync() => Core.Recruiting.PostingFields.Text(RoleField.Pay, await RoleAsync());
}
