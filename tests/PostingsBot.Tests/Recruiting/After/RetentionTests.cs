using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Configuration;
using PostingsBot.Core.Questions;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

public sealed class RetentionTests : IDisposable
{
    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_KeptLongEnough_ForgottenAndTheRestStays()
    {
        await FillAsync();
        var retention = Retention(new RetentionOptions { ConversationDays = 10, DraftDays = 20, UnansweredDays = 30 });

        world.Clock.Later = TimeSpan.FromDays(11);
        await retention.RunAsync(CancellationToken.None);
        Assert.Equal((false, true, true), await KeptAsync());

        world.Clock.Later = TimeSpan.FromDays(21);
        await retention.RunAsync(CancellationToken.None);
        Assert.Equal((false, false, true), await KeptAsync());

        world.Clock.Later = TimeSpan.FromDays(31);
        await retention.RunAsync(CancellationToken.None);
        Assert.Equal((false, false, false), await KeptAsync());
        Assert.Contains("destinations/web/one", world.Store.Keys);
    }

    [Fact]
    public async Task Run_Zero_KeptForEver()
    {
        await FillAsync();

        world.Clock.Later = TimeSpan.FromDays(3000);
        await Retention(new RetentionOptions { ConversationDays = 0, DraftDays = 0, UnansweredDays = 0 }).RunAsync(CancellationToken.None);

        Assert.Equal((true, true, true), await KeptAsync());
    }

    private Retention Retention(RetentionOptions options) => new(world.Store, world.Drafts, world.Unanswered, options, world.Clock, NullLogger.Instance);

    private async Task FillAsync()
    {
        await world.PostAsync(Roles.Harbour);
        await world.Store.WriteAsync(new Dictionary<string, StateChange> { ["web/conversations/one"] = new("{}", null), ["destinations/web/one"] = new("{}", null) }, CancellationToken.None);
        await world.Drafts.CreateAsync(new Draft("d1", AfterWorld.Anna, "{}", null), 10, world.Clock.GetUtcNow(), CancellationToken.None);
        await world.Unanswered.NoteAsync(Roles.Harbour.Id, nameof(RoleField.Visa), "somebody", world.Clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<(bool Conversation, bool Draft, bool Question)> KeptAsync() => (
        world.Store.Keys.Contains("web/conversations/one"),
        await world.Drafts.FindAsync("d1", CancellationToken.None) is not null,
        (await world.Unanswered.CountsAsync([Roles.Harbour.Id], CancellationToken.None)).Count > 0);
}
