using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>What recruiters and readers do meanwhile, and what is true because of it. Its books are its own: the stores are not asked.</summary>
internal sealed class FaultyPeople(FaultyWorld world, Random random)
{
    /// <summary>A digest shows them all: none is merely counted.</summary>
    private const int MostRoles = 9;

    private static readonly string[] Skills = ["Go", "Rust", "Python"];
    private static readonly string[] Conversations = ["anna", "bert", "club"];

    private static readonly Rhythm[] Rhythms =
    [
        new Rhythm.AtOnce(),
        new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(9, 0), "UTC"),
        new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(18, 30), "Europe/Berlin"),
    ];

    private static readonly Owner Owner = new("test", "anna");

    public List<RoleOfLife> All { get; } = [];

    public List<Reader> Readers { get; } = [];

    public Func<Task> Something() => random.Next(10) switch
    {
        0 or 1 or 2 => AddAsync,
        3 => ChangePayAsync,
        4 => OpenOrCloseAsync,
        5 or 6 => SubscribeAsync,
        7 => () => ChangeAsync(Paused),
        8 => () => ChangeAsync(one => one with { State = new SubscriptionState.Active(), Progress = one.Progress with { Since = world.Now } }),
        _ => random.Next(4) == 0 ? DeleteAsync : () => ChangeAsync(one => one.WithRhythm(Rhythms[random.Next(Rhythms.Length)], world.Now)),
    };

    /// <summary>Whatever is paused goes on, and what was given up is sent after all.</summary>
    public async Task CalmAsync()
    {
        foreach (var reader in Readers.Where(reader => !reader.IsGone))
        {
            if (await world.Subscriptions.FindAsync(reader.Id, CancellationToken.None) is { Subscription.State: not SubscriptionState.Active } stored)
                await world.Subscriptions.UpdateAsync(stored, stored.Subscription.Resumed(world.Now), null, world.Clock.Now, CancellationToken.None);
        }

        foreach (var dead in await world.Outbox.DeadAsync(1_000, CancellationToken.None))
            await world.Outbox.ReplayAsync(dead.Number, world.Clock.Now, CancellationToken.None);
    }

    private async Task AddAsync()
    {
        await world.Turns.PassAsync();
        if (All.Count == MostRoles)
            return;
        var n = All.Count;
        var skill = Skills[random.Next(Skills.Length)];
        var role = new RoleOfLife(skill, Roles.Harbour with
        {
            Id = FormattableString.Invariant($"b{n:x9}"),
            File = FormattableString.Invariant($"roles/{n}.md"),
            Title = new Stated<string>(FormattableString.Invariant($"Engineer {n}"), new Evidence(1, 1, "Engineer")),
            Company = new Stated<string>(FormattableString.Invariant($"Employer {n}"), new Evidence(2, 2, "Employer")),
            Skills = [new Skill(skill, SkillNeed.Required, new Evidence(9, 9, skill))],
        });
        All.Add(role);
        await PutAsync(role);
    }

    private async Task ChangePayAsync()
    {
        await world.Turns.PassAsync();
        if (All.Count == 0)
            return;
        var role = All[random.Next(All.Count)];
        role.Changes++;
        role.Posting = role.Posting with { Salaries = [new(new Salary(70_000 + role.Changes, 95_000, "EUR", PayPeriod.Year), new Evidence(6, 6, "Pay"))] };
        await PutAsync(role);
    }

    private async Task OpenOrCloseAsync()
    {
        await world.Turns.PassAsync();
        if (All.Count == 0)
            return;
        var role = All[random.Next(All.Count)];
        role.Changes++;
        role.Posting = role.Posting with { Status = role.Posting.IsOpen ? new(PostingStatus.Closed, new Evidence(2, 2, "This position has been filled.")) : Roles.Harbour.Status };
        await PutAsync(role);
    }

    private async Task SubscribeAsync()
    {
        var (skill, conversation) = (Skills[random.Next(Skills.Length)], Conversations[random.Next(Conversations.Length)]);
        // Two alerts of one destination ask for different roles here, so that a role in a message is of one of them.
        if (Readers.Any(one => !one.IsGone && (one.Skill, one.Conversation) == (skill, conversation)))
            return;
        var reader = new Reader(FormattableString.Invariant($"s{Readers.Count}"), skill, conversation);
        Readers.Add(reader);
        await world.Book.RememberAsync(MessageIn(conversation), CancellationToken.None);
        await world.Turns.PassAsync();
        foreach (var role in All.Where(role => role.Skill == skill && role.Posting.IsOpen))
            reader.Known[role.Posting.Id] = Told.Of((await world.Catalogue.FindPostingAsync(role.Posting.Id, CancellationToken.None))!);
        // What comes now is neither known nor asked for.
        for (var i = random.Next(12); i > 0; i--)
            await world.Turns.PassAsync();
        await world.Subscriptions.CreateAsync(
            new Subscription
            {
                Id = reader.Id,
                Owner = Owner,
                Destination = new Core.Digests.Destination("test", conversation, DestinationKind.Person),
                Question = new Question(Intent.FindRoles) { Constraints = [new SkillConstraint([skill])] },
                Rhythm = Rhythms[random.Next(Rhythms.Length)],
                QuietDays = random.Next(4) == 0 ? QuietDays.OneLine : QuietDays.Nothing,
                Progress = new Progress(world.Now, null),
            },
            [.. reader.Known.Values], 100, world.Clock.Now, CancellationToken.None);
        reader.IsMade = true;
    }

    private async Task ChangeAsync(Func<Subscription, Subscription> change)
    {
        await world.Turns.PassAsync();
        if (Readers.Count == 0)
            return;
        var reader = Readers[random.Next(Readers.Count)];
        while (await world.Subscriptions.FindAsync(reader.Id, CancellationToken.None) is { } stored)
        {
            await world.Turns.PassAsync();
            if (await world.Subscriptions.UpdateAsync(stored, change(stored.Subscription), null, world.Clock.Now, CancellationToken.None))
                return;
        }
    }

    private Subscription Paused(Subscription subscription) =>
        subscription with { State = new SubscriptionState.Paused(random.Next(2) == 0 ? null : world.Now + Duration.FromHours(random.Next(1, 60))) };

    private async Task DeleteAsync()
    {
        await world.Turns.PassAsync();
        if (Readers.Count == 0 || Readers[random.Next(Readers.Count)] is not { IsMade: true } reader)
            return;
        await world.Subscriptions.DeleteAsync(reader.Id, CancellationToken.None);
        reader.IsGone = true;
    }

    private Task PutAsync(RoleOfLife role) => world.Catalogue.ApplyAsync(
        [new DocumentEdit.Put(Roles.Document(role.Posting), "roles", FormattableString.Invariant($"{role.Posting.Id} {role.Changes}"))], CancellationToken.None);

    private static Activity MessageIn(string conversation) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "test",
        ServiceUrl = "https://channel.example/",
        From = new ChannelAccount { Id = Owner.User },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal" },
    };
}

/// <summary>A role as it truly is, and how often it changed.</summary>
internal sealed class RoleOfLife(string skill, Posting posting)
{
    public string Skill => skill;

    public Posting Posting { get; set; } = posting;

    public int Changes { get; set; }
}

/// <summary>Who subscribed, and what was known then.</summary>
internal sealed class Reader(string id, string skill, string conversation)
{
    public string Id => id;

    public string Skill => skill;

    public string Conversation => conversation;

    public Dictionary<string, Told> Known { get; } = new(StringComparer.Ordinal);

    public bool IsMade { get; set; }

    public bool IsGone { get; set; }
}
