using System.Text.Json.Nodes;
using PostingsBot.Core.Questions;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Tests.Recruiting.Desk;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Everybody can ask what is kept of them, and be forgotten, wherever they talk to the bot.</summary>
public sealed class PersonalConversationTests
{
    public static TheoryData<string, string?> Channels => new() { { "msteams", "personal" }, { "slack", "personal" }, { "directline", null }, { "terminal", null } };

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Export_Alone_AllAsJson(string channel, string? type)
    {
        using var talk = await DeskTalk.StartAsync(channel, type);
        await talk.SayAsync("which platform roles are there?");

        var said = await talk.SayAsync("export my data");

        Assert.StartsWith(PersonalWording.Export, said, StringComparison.Ordinal);
        var json = string.Join('\n', talk.Replies.Skip(1).Select(reply => reply.Text!["```\n".Length..^"\n```".Length]));
        var data = JsonNode.Parse(json)!;
        Assert.Equal(channel, (string?)data["person"]!["channel"]);
        Assert.NotNull(data["conversation"]!["conversation"]);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Forget_YesAfterARestart_Forgotten(string channel, string? type)
    {
        using var talk = await DeskTalk.StartAsync(channel, type);
        await talk.SayAsync("close the platform role");
        await talk.SayAsync("yes");

        var asked = await talk.SayAsync("forget me");
        Assert.Contains("Shall I forget you?", asked, StringComparison.Ordinal);
        talk.Restart();
        var done = await talk.PressAsync(PersonalWording.ForgetYes);

        Assert.Contains("Done", done, StringComparison.Ordinal);
        Assert.DoesNotContain(await talk.Stores.Audit.QueryAsync(new AuditQuery(WithImports: false), CancellationToken.None), entry => entry.By.Name == "Ada");
        Assert.DoesNotContain(talk.Small.Keys, key => key.StartsWith("recruiters/", StringComparison.Ordinal) || key.StartsWith("told/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forget_AnotherYes_NobodyIsForgotten()
    {
        using var talk = await DeskTalk.StartAsync();
        await talk.SayAsync("close the Crunch role");
        await talk.SayAsync("yes");

        await talk.SayAsync("forget me");
        await talk.SayAsync("close the platform role");
        await talk.SayAsync("yes");

        Assert.All(await talk.Stores.Audit.QueryAsync(new AuditQuery(WithImports: false), CancellationToken.None), entry => Assert.Equal("Ada", entry.By.Name));
        Assert.Equal(2, await talk.OpenRolesAsync());
    }

    [Fact]
    public async Task Export_SomebodyWhoMayNothing_AnsweredToo()
    {
        using var talk = await DeskTalk.StartAsync();
        talk.Person = "Dan";

        Assert.StartsWith(PersonalWording.Export, await talk.SayAsync("what do you know about me?"), StringComparison.Ordinal);
        Assert.Contains("Shall I forget you?", await talk.SayAsync("delete my data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_InAChannel_NothingIsShown()
    {
        using var talk = await DeskTalk.StartAsync(type: "channel");

        Assert.Equal(PersonalWording.OnlyAlone, (await talk.SayAsync("export my data")).Trim());
    }

    [Fact]
    public async Task Ask_WhatAPostedRoleDoesNotState_CountedForItsOwner()
    {
        using var talk = await DeskTalk.StartAsync();
        talk.Person = "Bob";
        await talk.SayAsync(DeskTexts.Pasted["rust"]);
        await talk.SayAsync("publish");
        var role = Assert.Single(await talk.Stores.Edits.OpenOfOwnerAsync(talk.Actor("Bob"), CancellationToken.None));

        foreach (var person in new[] { "Dan", "Ada", "Dan", "Bob" })
        {
            talk.Person = person;
            await talk.SayAsync("tell me about the Harbour Labs role");
            await talk.SayAsync("does it sponsor visas?");
        }

        var topic = Assert.Single(await talk.Stores.Unanswered.CountsAsync([role.Id], CancellationToken.None));
        Assert.Equal((nameof(RoleField.Visa), 2), (topic.Topic, topic.People));
    }
}
