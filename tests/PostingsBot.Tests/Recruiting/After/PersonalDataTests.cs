using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Subscriptions;
using Destination = PostingsBot.Core.Digests.Destination;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Everybody can have all that is kept of them, and be forgotten.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private static readonly Owner Me = new("test", "anna");

    private readonly AfterWorld world = new();
    private readonly SqliteSubscriptions subscriptions;
    private readonly SqliteSavedRoles saved;
    private readonly OwnerNames names;
    private readonly PersonalTalk talk;

    public PersonalDataTests()
    {
        subscriptions = new SqliteSubscriptions(world.Database);
        saved = new SqliteSavedRoles(world.Database);
        names = new OwnerNames(world.Store);
        talk = new PersonalTalk(new PersonalDataRequests(subscriptions, saved, new SqlitePersonalData(world.Database), world.Places, world.Notices, world.Book, names, new OwnerLeaving(subscriptions, new SqliteOutbox(world.Database), names, world.Clock), world.Clock));
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Export_Recruiter_EverythingThatIsKept()
    {
        await LiveAsync();

        var data = await ExportAsync(Asking());

        Assert.Equal(["person", "alerts", "savedRoles", "shownAs", "reachedAt", "toldAt", "told", "granted", "drafts", "posted", "changes", "conversation"], data.Select(part => part.Key));
        Assert.Equal("anna", (string?)data["person"]!["user"]);
        Assert.Equal("0a1b2c3d4e", (string?)Assert.Single(data["alerts"]!.AsArray())!["id"]);
        Assert.Equal("role7", (string?)Assert.Single(data["savedRoles"]!.AsArray())!["role"]);
        Assert.Equal("anna", (string?)Assert.Single(data["reachedAt"]!.AsArray())!["conversation"]);
        Assert.Equal("d1", (string?)Assert.Single(data["drafts"]!.AsArray())!["id"]);
        Assert.Equal("# Senior Backend Engineer", (string?)Assert.Single(data["posted"]!.AsArray())!["text"]);
        Assert.Equal(["Edit", "Post"], data["changes"]!.AsArray().Select(entry => (string?)entry!["action"]));
        Assert.Equal("go", (string?)data["conversation"]!["topic"]!["last"]);
    }

    [Fact]
    public async Task Export_SomebodyOfWhomNothingIsKept_JustWhoTheyAre()
    {
        var data = await ExportAsync(new PersonAsking(AfterWorld.Said(AfterWorld.Bert), new Owner("test", "bert"), AfterWorld.Bert, new Dictionary<string, string>()));

        Assert.Equal(["person", "alerts", "savedRoles"], data.Select(part => part.Key));
        Assert.Empty(data["alerts"]!.AsArray());
    }

    [Fact]
    public async Task Export_WhereOthersReadAlong_NothingIsShown()
    {
        await LiveAsync();

        var reply = await talk.ExportAsync(new PersonAsking(AfterWorld.Said(AfterWorld.Anna, conversation: "town-hall", type: "channel"), Me, AfterWorld.Anna, new Dictionary<string, string>()), CancellationToken.None);

        Assert.Equal(PersonalWording.OnlyAlone, reply.Answer.Text);
        Assert.Empty(reply.Messages);
    }

    [Fact]
    public async Task Export_Long_InPartsAndSaysWhatIsLeftOut()
    {
        await LiveAsync();
        var memory = new Dictionary<string, string> { ["text"] = new JsonArray([.. Enumerable.Range(0, 4000).Select(i => (JsonNode)$"line {i} ```")]).ToJsonString() };

        var reply = await talk.ExportAsync(Asking() with { Memory = memory }, CancellationToken.None);

        Assert.InRange(reply.Messages.Count, 2, 13);
        Assert.All(reply.Messages.SkipLast(1), message => Assert.Equal(2, message.Split("```").Length - 1));
        Assert.StartsWith("The rest, ", reply.Messages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_Yes_NothingIsLeftButTheAuditAsSomebodys()
    {
        await LiveAsync();
        Assert.Equal([PersonalWording.ForgetYes, PersonalWording.ForgetNo], Assert.IsType<ClarifyAnswer>(PersonalTalk.AskForget().Answer).Choices.Select(choice => choice.Say));

        var reply = await talk.AnsweredAsync("yes, FORGET me!", () => Asking(), CancellationToken.None);

        Assert.Equal((PersonalWording.Forgotten, true), (reply!.Answer.Text, reply.ForgetsConversation));
        Assert.Equal(["person", "alerts", "savedRoles"], (await ExportAsync(Asking() with { Memory = new Dictionary<string, string>() })).Select(part => part.Key));
        Assert.Empty(await saved.OfOwnerAsync(Me, CancellationToken.None));
        Assert.DoesNotContain(world.Store.Keys, key => key.Contains("anna", StringComparison.Ordinal));
        var role = await world.FindAsync(Roles.Harbour.Id);
        Assert.Equal("We sponsor visas.", role.Shown.Visa!.Value);
        Assert.Contains("somebody", role.Shown.Visa.Evidence.File, StringComparison.Ordinal);
        var entries = await world.Audit.QueryAsync(new AuditQuery(role.Id, WithImports: false), CancellationToken.None);
        Assert.Contains(entries, entry => entry.Action is AuditAction.Post);
        Assert.DoesNotContain(entries, entry => entry.By.User == "anna" || entry.By.Name == "Anna");
    }

    [Theory]
    [InlineData("no, keep it all", PersonalWording.Kept)]
    [InlineData("yes", null)]
    [InlineData("forget me", null)]
    [InlineData("yes, forget my last search", null)]
    public async Task Answered_AnythingButTheYes_NothingIsForgotten(string text, string? answer)
    {
        await LiveAsync();

        var reply = await talk.AnsweredAsync(text, () => Asking(), CancellationToken.None);

        Assert.Equal(answer, reply?.Answer.Text);
        Assert.Single(await subscriptions.OfOwnerAsync(Me, CancellationToken.None));
    }

    [Fact]
    public async Task Forget_ChannelThatDoesNotProveWhoSpeaks_NothingInAnybodysName()
    {
        await LiveAsync();

        var reply = await talk.AnsweredAsync(PersonalWording.ForgetYes, () => Asking() with { Proven = null }, CancellationToken.None);

        Assert.Equal(PersonalWording.ForgottenHere, reply!.Answer.Text);
        Assert.NotNull(await new SqliteGrants(world.Database).FindAsync(AfterWorld.Anna, CancellationToken.None));
    }

    private static PersonAsking Asking() => new(AfterWorld.Said(AfterWorld.Anna), Me, AfterWorld.Anna, new Dictionary<string, string> { ["topic"] = """{"last":"go"}""" });

    private async Task<JsonObject> ExportAsync(PersonAsking who)
    {
        var reply = await talk.ExportAsync(who, CancellationToken.None);
        return JsonNode.Parse(string.Join('\n', reply.Messages.Select(message => message["```\n".Length..^"\n```".Length])))!.AsObject();
    }

    /// <summary>Anna posts, edits, drafts, has an alert and a right, and was told something.</summary>
    private async Task LiveAsync()
    {
        await world.MeetAsync(AfterWorld.Anna, "Europe/Berlin");
        var role = await world.PostAsync(Roles.Harbour with { ValidThrough = new(new LocalDate(2026, 3, 5), new Evidence(1, 1, "5 March")) });
        await world.EditAsync(role.Id, shown => shown with { Visa = new("We sponsor visas.", new Evidence(1, 1, "We sponsor visas.")) }, fields: RoleField.Visa);
        await world.LookAsync();
        await world.Drafts.CreateAsync(new Draft("d1", AfterWorld.Anna, """{"text":"Baker"}""", null), 10, world.Clock.GetUtcNow(), CancellationToken.None);
        await new SqliteGrants(world.Database).GrantAsync(new Grant(AfterWorld.Anna, GrantKind.Recruiter, ["Harbour Labs"]), AfterWorld.Bert, "test chat", world.Clock.GetUtcNow(), CancellationToken.None);
        var alert = new Subscription
        {
            Id = "0a1b2c3d4e",
            Owner = Me,
            Destination = new Destination("test", "anna", DestinationKind.Person),
            Question = new Question(Intent.FindRoles) { Constraints = [new SkillConstraint(["go"])] },
            Rhythm = new Rhythm.AtOnce(),
            Progress = new Progress(world.Now, null),
        };
        await subscriptions.CreateAsync(alert, [], 10, world.Clock.GetUtcNow(), CancellationToken.None);
        await saved.SaveAsync(new SavedRole(Me, alert.Destination, "role7", "Baker at Acme", "", IsOpen: true), 10, world.Clock.GetUtcNow(), CancellationToken.None);
        await names.RememberAsync(Me, new ChannelAccount(name: "Anna"), CancellationToken.None);
    }
}
