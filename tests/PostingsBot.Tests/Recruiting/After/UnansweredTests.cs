using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Recruiting.After;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Questions that a role of somebody in chat does not answer are counted by person and field, and nothing else of them is kept.</summary>
public sealed class UnansweredTests : IDisposable
{
    private readonly AfterWorld world = new();
    private readonly Recorder recorder;

    public UnansweredTests() => recorder = new Recorder(world.Unanswered);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Note_NotStated_CountsPeopleByField()
    {
        var role = await world.PostAsync(Roles.Meadow);

        await AskAsync("does it sponsor visas?", "p1", "p2", "p1");
        await AskAsync("when does it close?", "p3");
        await AskAsync("what does it pay?", "p4");

        var counts = await world.Unanswered.CountsAsync([role.Id], CancellationToken.None);
        Assert.Equal([("Visa", 2), ("ValidThrough", 1)], counts.Select(topic => (topic.Topic, topic.People)));
    }

    [Fact]
    public async Task Note_NotStated_KeepsNeitherQuestionNorPerson()
    {
        await world.PostAsync(Roles.Meadow);

        await AskAsync("does it sponsor visas?", "carla-77");

        Assert.Matches($"^{Roles.Meadow.Id} Visa [0-9a-f]{{32}}$", Assert.Single(recorder.Kept));
    }

    [Fact]
    public async Task Note_RoleOfNobodyInChat_NotCounted()
    {
        await world.ImportAsync(Roles.Meadow);

        await AskAsync("does it sponsor visas?", "p1");

        Assert.Empty(await world.Unanswered.CountsAsync([Roles.Meadow.Id], CancellationToken.None));
    }

    [Fact]
    public async Task Note_OwnersOwnQuestion_NotCounted()
    {
        await world.PostAsync(Roles.Meadow);

        await AskAsync("does it sponsor visas?", AfterWorld.Anna.User);

        Assert.Empty(await world.Unanswered.CountsAsync([Roles.Meadow.Id], CancellationToken.None));
    }

    [Fact]
    public async Task Note_AfterARestart_SamePersonIsKnownAgain()
    {
        await world.PostAsync(Roles.Meadow);

        await AskAsync("does it sponsor visas?", "p1");
        await AskAsync("does it sponsor visas?", "p1");

        Assert.Equal(1, Assert.Single(await world.Unanswered.CountsAsync([Roles.Meadow.Id], CancellationToken.None)).People);
    }

    /// <summary>Each of the people asks it of the Meadow role. Each time the bot is another that knows only what is kept.</summary>
    private async Task AskAsync(string question, params string[] people)
    {
        var notes = new UnansweredNotes(recorder, world.Edits, world.Store, world.Clock, NullLogger<UnansweredNotes>.Instance);
        foreach (var person in people)
        {
            var conversation = Conversation.Empty with { Role = Roles.Meadow.Id };
            var outcome = await new Assistant(world.Catalogue).AskAsync(question, conversation, Talk.Today, CancellationToken.None);
            await notes.NoteAsync(outcome, AfterWorld.Said(new("test", person, person)), CancellationToken.None);
        }
    }

    /// <summary>Writes down what is to be kept.</summary>
    private sealed class Recorder(IUnanswered unanswered) : IUnanswered
    {
        public List<string> Kept { get; } = [];

        public Task NoteAsync(string role, string topic, string who, DateTimeOffset now, CancellationToken ct)
        {
            Kept.Add($"{role} {topic} {who}");
            return unanswered.NoteAsync(role, topic, who, now, ct);
        }

        public Task<IReadOnlyList<UnansweredTopic>> CountsAsync(IReadOnlyList<string> roles, CancellationToken ct) => unanswered.CountsAsync(roles, ct);

        public Task ClearAsync(IReadOnlyList<UnansweredTopic> told, CancellationToken ct) => unanswered.ClearAsync(told, ct);

        public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) => unanswered.PruneAsync(before, ct);
    }
}
