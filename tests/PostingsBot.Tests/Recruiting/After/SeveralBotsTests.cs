using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Several bots on one record tell and close everything once, even when none waits for the others.</summary>
public sealed class SeveralBotsTests : IDisposable
{
    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Step_ThreeBotsAtOnceForFourWeeks_EverythingOnce()
    {
        await world.MeetAsync(AfterWorld.Anna, "Europe/Berlin");
        await world.MeetAsync(AfterWorld.Bert, "America/New_York");
        await world.PostAsync(Closing(Roles.Harbour, new LocalDate(2026, 3, 12)));
        await world.PostAsync(Closing(Roles.Meadow, new LocalDate(2026, 3, 20)), AfterWorld.Bert);
        await world.ImportAsync(Roles.Nameless);
        await world.EditAsync(Roles.Nameless.Id, role => role with { Visa = Said("We sponsor visas.") }, fields: RoleField.Visa);
        using var one = world.NewBot(work: "one");
        using var two = world.NewBot(work: "two");
        using var three = world.NewBot(work: "three");
        var told = new List<(string To, string Text)>();

        for (var hours = 0; hours < 24 * 28; hours += 2)
        {
            if (hours == 24 * 5)
                await world.ImportAsync(Roles.Nameless with { Visa = Said("We sponsor no visas.") });
            world.Clock.Later += TimeSpan.FromHours(2);
            await Task.WhenAll(new[] { one, two, three }.Select(bot => Task.Run(() => bot.StepAsync(CancellationToken.None))));
            told.AddRange((await world.TakeAsync()).Select(message => (message.To, message.Notice.Text)));
        }

        Assert.Equal(
            [
                ("anna", "One of your roles closes soon.", 1),
                ("anna", "The files of Data Engineer changed beneath your edit. What you wrote is still shown.", 1),
                ("anna", "You have one open role. Is it still open?", 1),
                ("bert", "One of your roles closes soon.", 1),
                ("bert", "You have one open role. Is it still open?", 3),
            ],
            told.GroupBy(one => one).OrderBy(group => group.Key.To).ThenBy(group => group.Key.Text, StringComparer.Ordinal).Select(group => (group.Key.To, group.Key.Text, group.Count())));
        var entries = await world.Audit.QueryAsync(new AuditQuery(WithImports: false, Take: 100), CancellationToken.None);
        Assert.Equal(2, entries.Count(entry => entry.Action is AuditAction.Expire));
    }

    private static Posting Closing(Posting role, LocalDate last) => role with { ValidThrough = Said(last) };

    private static Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(20, 20, $"{value}"));
}
