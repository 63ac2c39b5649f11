using PostingsBot.Core.Postings;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Tests.Digests;
using PostingsBot.Tests.Subscriptions;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Saving;

/// <summary>Saving roles in a conversation, and what is told of them later.</summary>
public sealed class SavedRolesTests : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly DigestWorld world = new();

    public void Dispose()
    {
        database.Dispose();
        world.Dispose();
    }

    [Fact]
    public async Task Save_ByWordByButtonAndAgain_ListedOnceAndUnsaved()
    {
        var talk = new AlertTalk(saved: new SqliteSavedRoles(database));

        Assert.Contains("You have not saved a role yet.", await talk.SayAsync("my saved roles"), StringComparison.Ordinal);
        await talk.SayAsync("tell me about the Harbour Labs job");
        Assert.Contains("Saved: Senior Backend Engineer at Harbour Labs.", await talk.PressAsync("Save"), StringComparison.Ordinal);
        Assert.Contains("already", await talk.SayAsync("save it"), StringComparison.Ordinal);
        Assert.Contains("Saved: Frontend Developer at Meadow.", await talk.SayAsync("save the Meadow role"), StringComparison.Ordinal);

        var list = await talk.SayAsync("what have I saved?");
        Assert.Contains("You saved 2 open roles.", list, StringComparison.Ordinal);
        Assert.Contains("Harbour Labs", list, StringComparison.Ordinal);

        Assert.Contains("no longer among your saved roles", await talk.SayAsync("unsave the first"), StringComparison.Ordinal);
        Assert.Contains("You saved one open role.", await talk.SayAsync("my saved roles"), StringComparison.Ordinal);
        Assert.Contains("One role is no longer saved.", await talk.SayAsync("delete all my saved roles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhereOthersReadAlong_NotTold()
    {
        var talk = new AlertTalk("slack", "T1:C1", "channel", saved: new SqliteSavedRoles(database));

        Assert.Contains("Others read along here", await talk.SayAsync("save the Meadow role"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_PayThenClosedThenGone_EachToldOnce()
    {
        await world.PutAsync(Roles.Harbour);
        await world.SaveRoleAsync(Roles.Harbour.Id);
        await world.RunAsync();
        Assert.Empty(world.Channel.Messages);

        await world.PutAsync(Roles.Harbour with { Salaries = [new(new Salary(80_000, 95_000, "EUR", PayPeriod.Year), new Evidence(6, 6, "Pay"))] });
        await world.RunAsync();
        await world.RunAsync();
        Assert.Contains("Changed: pay now EUR 80,000–95,000 per year.", Words(Assert.Single(world.Channel.Messages)), StringComparison.Ordinal);

        await world.PutAsync(Roles.Harbour with { Status = new(PostingStatus.Closed, new Evidence(2, 2, "This position has been filled.")) });
        await world.RunAsync();
        Assert.Contains("It is closed now.", Words(world.Channel.Messages[1]), StringComparison.Ordinal);

        await world.WithdrawAsync(Roles.Harbour);
        await world.RunAsync();
        Assert.Contains("no longer in the catalogue", Words(world.Channel.Messages[2]), StringComparison.Ordinal);
        Assert.Equal(3, world.Channel.Messages.Count);
    }

    [Fact]
    public async Task News_OtherTextOfTheSameRole_NothingTold()
    {
        await world.PutAsync(Roles.Harbour);
        await world.SaveRoleAsync(Roles.Harbour.Id);
        await world.PutAsync(Roles.Harbour with { Sections = [] });

        await world.RunAsync();

        Assert.Empty(world.Channel.Messages);
    }

    private static string Words(Activity message) => Board.CardOf(message).ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
