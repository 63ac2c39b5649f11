using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Digests;

/// <summary>What every store of subscriptions and digests does. A store joins by deriving from this.</summary>
public abstract class DigestSuite
{
    private const int MostOfOwner = 5;

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    protected static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 9, 30, 0, TimeSpan.Zero);
    protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly Rhythm Daily = new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(9, 0), "UTC");

    private static readonly Constraint Rust = new SkillConstraint(["Rust"]);
    private static readonly Constraint Remote = new WorkplaceConstraint([Workplace.Remote]);

    private long change;

    protected abstract ISubscriptions Subscriptions { get; }

    protected abstract IDigests Digests { get; }

    protected abstract IOutbox Outbox { get; }

    [SuiteFact]
    public async Task Create_Subscription_FoundAsItWas()
    {
        var made = await CreateAsync("a");

        Assert.Equivalent(made, (await Subscriptions.FindAsync("a", default))!.Subscription, strict: true);
        Assert.Equal(["a"], (await Subscriptions.OfOwnerAsync(made.Owner, default)).Select(one => one.Subscription.Id));
        Assert.Equal(["a"], (await Subscriptions.OfDestinationAsync("test", "anna", default)).Select(one => one.Subscription.Id));
        Assert.Null(await Subscriptions.FindAsync("b", default));
    }

    [SuiteFact]
    public async Task Create_MoreThanAnOwnerMayHave_NotKept()
    {
        for (var i = 0; i < MostOfOwner; i++)
            await CreateAsync($"{i}");

        Assert.False(await Subscriptions.CreateAsync(Subscription("x"), [], MostOfOwner, Monday, default));
        Assert.Null(await Subscriptions.FindAsync("x", default));
    }

    [SuiteFact]
    public async Task Questions_EqualOnes_AreOneUntilNobodyAsks()
    {
        await CreateAsync("a", constraints: [Rust, Remote]);
        await CreateAsync("b", constraints: [Remote, Rust]);
        await CreateAsync("c", constraints: [Rust]);
        var questions = await Digests.QuestionsAsync(0, 10, default);

        await Subscriptions.DeleteAsync("a", default);
        await Subscriptions.DeleteAsync("c", default);

        Assert.Equal(2, questions.Count);
        Assert.Equal([questions[0].Number], (await Digests.QuestionsAsync(0, 10, default)).Select(one => one.Number));
        Assert.Empty(await Digests.QuestionsAsync(questions[0].Number, 10, default));
    }

    [SuiteFact]
    public async Task Update_ChangedMeanwhile_NotKept()
    {
        await CreateAsync("a");
        var read = (await Subscriptions.FindAsync("a", default))!;
        var paused = read.Subscription with { State = new SubscriptionState.Paused(null) };

        Assert.True(await Subscriptions.UpdateAsync(read, paused, null, Monday, default));
        Assert.False(await Subscriptions.UpdateAsync(read, read.Subscription, null, Monday, default));
        Assert.Equivalent(paused, (await Subscriptions.FindAsync("a", default))!.Subscription, strict: true);
        Assert.Empty(await ClaimAsync(Tuesday));
    }

    [SuiteFact]
    public async Task Claim_BeforeItsHourOrWhileLeased_GivesNothing()
    {
        await CreateAsync("a");

        Assert.Empty(await ClaimAsync(Tuesday.AddHours(-1)));
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAsync(Tuesday))));
        Assert.Single(claims.SelectMany(claim => claim));
        Assert.Single(await ClaimAsync(Tuesday + Lease));
    }

    [SuiteFact]
    public async Task Claim_SeveralOfOneDestination_Together()
    {
        await CreateAsync("a");
        await CreateAsync("b", to: "bert");
        await CreateAsync("c");

        Assert.Equal(["a", "c"], (await Digests.ClaimAsync(Tuesday, Lease, 1, default)).Select(due => due.Stored.Subscription.Id));
        Assert.Equal(["b"], (await ClaimAsync(Tuesday)).Select(due => due.Stored.Subscription.Id));
    }

    [SuiteFact]
    public async Task Claim_MadeDueByAClockThatWasAYearAhead_IsLookedAt()
    {
        await CreateAsync("a", now: Monday.AddYears(1));

        var due = Assert.Single(await ClaimAsync(Monday));

        Assert.True(due.Stored.Subscription.Progress.WasAhead(Instant.FromDateTimeOffset(Monday)));
    }

    [SuiteFact]
    public async Task NoteNews_MatchedRoles_ComeWithTheClaimOnceWithTheirLedger()
    {
        await CreateAsync("a", known: [new Told("r1", "p1", true)]);
        await CreateAsync("b", to: "bert", constraints: [Remote]);
        var questions = await Digests.QuestionsAsync(0, 10, default);

        await NoteAsync(questions[0].Number, "r2", "r1", "r2");
        var due = await ClaimAsync(Tuesday);

        Assert.Equal(["r2", "r1"], due[0].Roles);
        Assert.Equal(new Told("r1", "p1", true), Assert.Single(due[0].Ledger.Values));
        Assert.Empty(due[1].Roles);
    }

    [SuiteFact]
    public async Task NoteNews_AnotherWasFirst_KeepsNothing()
    {
        await CreateAsync("a");
        var question = (await Digests.QuestionsAsync(0, 10, default))[0].Number;
        var from = await Digests.MatchedChangeAsync(default);

        Assert.True(await Digests.NoteNewsAsync(new MatchedNews(from, from + 3, [], [new QuestionNews(question, "r1")], []), Monday, default));
        Assert.False(await Digests.NoteNewsAsync(new MatchedNews(from, from + 2, [], [new QuestionNews(question, "r2")], []), Monday, default));

        Assert.Equal(from + 3, await Digests.MatchedChangeAsync(default));
        Assert.Equal(["r1"], Assert.Single(await ClaimAsync(Tuesday)).Roles);
    }

    [SuiteFact]
    public async Task NoteNews_ClosedRole_IsClosedInTheLedgers()
    {
        await CreateAsync("a", known: [new Told("r1", "p1", true), new Told("r2", "p2", true)]);
        var question = (await Digests.QuestionsAsync(0, 10, default))[0].Number;
        var from = await Digests.MatchedChangeAsync(default);

        await Digests.NoteNewsAsync(new MatchedNews(from, from + 1, [], [new QuestionNews(question, "r1"), new QuestionNews(question, "r2")], ["r1", "r9"]), Monday, default);

        Assert.Equal([false, true], Assert.Single(await ClaimAsync(Tuesday)).Ledger.OrderBy(line => line.Key).Select(line => line.Value.IsOpen));
    }

    [SuiteFact]
    public async Task NoteNews_RoleThatAnswersNoMore_IsNoNews()
    {
        await CreateAsync("a");
        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1", "r2");
        var from = await Digests.MatchedChangeAsync(default);

        await Digests.NoteNewsAsync(new MatchedNews(from, from + 1, ["r1"], [], []), Monday, default);

        Assert.Equal(["r2"], Assert.Single(await ClaimAsync(Tuesday)).Roles);
    }

    [SuiteFact]
    public async Task NoteNews_ToldAtOnce_IsDueAtOnce()
    {
        await CreateAsync("a", rhythm: new Rhythm.AtOnce());
        await CommitAsync(await ClaimAsync(Monday), null);
        var question = (await Digests.QuestionsAsync(0, 10, default))[0].Number;

        Assert.Empty(await ClaimAsync(Tuesday));
        await NoteAsync(question, "r1");
        var due = await ClaimAsync(Tuesday);
        Assert.Equal(["r1"], Assert.Single(due).Roles);

        await NoteAsync(question, "r2");
        await CommitAsync(due, "change 1");
        Assert.Equal(["r2"], Assert.Single(await ClaimAsync(Tuesday)).Roles);
    }

    [SuiteFact]
    public async Task Commit_Digest_LedgerOutboxAndNextRunTogether()
    {
        await CreateAsync("a");
        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1");

        Assert.Equal([BundleVerdict.Kept], await CommitAsync(await ClaimAsync(Tuesday), "2026-03-03", new Told("r1", "p1", true)));

        Assert.Equal("a 2026-03-03", Assert.Single(await Outbox.ClaimAsync(Tuesday, Lease, 10, default)).Delivery.Key);
        Assert.Empty(await ClaimAsync(Tuesday.AddHours(23)));
        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1");
        var next = Assert.Single(await ClaimAsync(Tuesday.AddDays(1)));
        Assert.Equal(new Told("r1", "p1", true), Assert.Single(next.Ledger.Values));
        Assert.Equal(new LocalDate(2026, 3, 3), next.Stored.Subscription.Progress.Last);
    }

    [SuiteFact]
    public async Task Peek_WhatIsDue_PageByPageAndStillThere()
    {
        await CreateAsync("a");
        await CreateAsync("b", to: "bert");
        await CreateAsync("c");
        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1");

        Assert.Empty(await Digests.PeekAsync(Tuesday.AddHours(-1), null, 10, default));
        var first = await Digests.PeekAsync(Tuesday, null, 1, default);
        var second = await Digests.PeekAsync(Tuesday, ("test", "anna"), 1, default);

        Assert.Equal(["a", "c"], first.Select(due => due.Stored.Subscription.Id));
        Assert.Equal(["r1"], first[0].Roles);
        Assert.Equal(["b"], second.Select(due => due.Stored.Subscription.Id));
        Assert.Empty(await Digests.PeekAsync(Tuesday, ("test", "bert"), 1, default));
        Assert.Equivalent(first.Concat(second).Select(due => due.Stored.Subscription.Id), (await ClaimAsync(Tuesday)).Select(due => due.Stored.Subscription.Id));
    }

    [SuiteFact]
    public async Task Commit_RoleFoundClosedSinceTheClaim_IsClosedInTheLedgerUntilItIsOpenAgain()
    {
        await CreateAsync("a");
        var question = (await Digests.QuestionsAsync(0, 10, default))[0].Number;
        await NoteAsync(question, "r1", "r2");
        var due = await ClaimAsync(Tuesday);
        await CloseAsync("r1");

        Assert.Equal([BundleVerdict.Kept], await CommitAsync(due, "2026-03-03", new Told("r1", "p1", true), new Told("r2", "p2", true)));

        await NoteAsync(question, "r1", "r2");
        var next = Assert.Single(await ClaimAsync(Tuesday.AddDays(1)));
        Assert.Equal([false, true], next.Ledger.OrderBy(line => line.Key).Select(line => line.Value.IsOpen));
        await CommitAsync([next], "2026-03-04", new Told("r1", "p1", true));
        await NoteAsync(question, "r1");
        Assert.True(Assert.Single(await ClaimAsync(Tuesday.AddDays(2))).Ledger["r1"].IsOpen);
    }

    [SuiteFact]
    public async Task Create_KnownRoleFoundClosedMeanwhile_IsClosedInTheLedger()
    {
        await CloseAsync("r1");
        await CreateAsync("a", known: [new Told("r1", "p1", true), new Told("r2", "p2", true)]);

        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1", "r2");

        Assert.Equal([false, true], Assert.Single(await ClaimAsync(Tuesday)).Ledger.OrderBy(line => line.Key).Select(line => line.Value.IsOpen));
    }

    [SuiteFact]
    public async Task Claim_SaysUpToWhichChangeItsNewsWereMatched()
    {
        await CreateAsync("a");
        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1");

        Assert.Equal(await Digests.MatchedChangeAsync(default), Assert.Single(await ClaimAsync(Tuesday)).Matched);
    }

    [SuiteFact]
    public async Task Commit_SameOccasionAgain_NotTold()
    {
        await CreateAsync("a");
        await CommitAsync(await ClaimAsync(Tuesday), "2026-03-03");
        await CreateAsync("b");
        var stored = (await Subscriptions.FindAsync("a", default))!;
        await Subscriptions.UpdateAsync(stored, stored.Subscription with { Progress = stored.Subscription.Progress with { Last = null } }, null, Tuesday, default);

        var due = await ClaimAsync(Tuesday);
        var verdicts = await CommitAsync(due, "2026-03-03");

        Assert.Equal(2, due.Count);
        Assert.Equal([BundleVerdict.ToldBefore], verdicts);
        Assert.Single(await Outbox.ClaimAsync(Tuesday, Lease, 10, default));
        Assert.Equal(["b"], (await ClaimAsync(Tuesday)).Select(one => one.Stored.Subscription.Id));
    }

    [SuiteFact]
    public async Task Commit_ChangedByItsOwnerMeanwhile_NothingOfTheBundle()
    {
        await CreateAsync("a");
        await CreateAsync("b");
        var due = await ClaimAsync(Tuesday);
        var stored = (await Subscriptions.FindAsync("a", default))!;
        await Subscriptions.UpdateAsync(stored, stored.Subscription with { State = new SubscriptionState.Paused(null) }, null, Tuesday, default);

        Assert.Equal([BundleVerdict.Lost], await CommitAsync(due, "2026-03-03"));

        Assert.Empty(await Outbox.ClaimAsync(Tuesday, Lease, 10, default));
        Assert.Equal(["b"], (await ClaimAsync(Tuesday)).Select(one => one.Stored.Subscription.Id));
        Assert.Equal(new SubscriptionState.Paused(null), (await Subscriptions.FindAsync("a", default))!.Subscription.State);
    }

    [SuiteFact]
    public async Task Commit_FailsInTheMiddle_KeepsNothing()
    {
        await CreateAsync("a", to: "anna");
        await CreateAsync("b", to: "bert");
        var due = await ClaimAsync(Tuesday);
        var twice = due.Select(one => Bundle([one], "2026-03-03") is var bundle ? bundle with { Delivery = bundle.Delivery! with { Key = "same" } } : null!).ToList();

        await Assert.ThrowsAnyAsync<StorageException>(() => Digests.CommitAsync(twice, Tuesday, default));

        Assert.Empty(await Outbox.ClaimAsync(Tuesday, Lease, 10, default));
        Assert.Equal(2, (await ClaimAsync(Tuesday + Lease)).Count);
    }

    [SuiteFact]
    public async Task ManyBotsAtOnce_EachDestinationAndDate_OneDelivery()
    {
        for (var i = 0; i < 40; i++)
            await Subscriptions.CreateAsync(Subscription($"{i:00}", $"room{i % 20}") with { Owner = new Owner("test", $"{i}") }, [], MostOfOwner, Monday, default);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (await Digests.ClaimAsync(Tuesday, Lease, 4, default) is { Count: > 0 } due)
                await Digests.CommitAsync([.. due.GroupBy(one => one.Stored.Subscription.Destination).Select(room => Bundle([.. room], "2026-03-03"))], Tuesday, default);
        })));

        var sent = await Outbox.ClaimAsync(Tuesday, Lease, 100, default);
        Assert.Equal(20, sent.Select(one => one.Delivery.Conversation).Distinct().Count());
        Assert.Equal(20, sent.Count);
        Assert.Equal(0, (await Digests.StatusAsync(Tuesday, default)).Due);
    }

    [SuiteFact]
    public async Task Trouble_DestinationGone_PausesAndGivesUp()
    {
        await CreateAsync("a");
        await CreateAsync("b", to: "bert");
        await CommitAsync(await ClaimAsync(Tuesday), "2026-03-03");

        var paused = await Subscriptions.TroubleAsync("test", "anna", "The channel is archived.", Tuesday, default);

        Assert.Equal(["a"], paused.Select(one => one.Id));
        Assert.Equal(new SubscriptionState.Troubled("The channel is archived."), (await Subscriptions.FindAsync("a", default))!.Subscription.State);
        Assert.Equal(["bert"], (await Outbox.ClaimAsync(Tuesday, Lease, 10, default)).Select(one => one.Delivery.Conversation));
        Assert.Equal("The channel is archived.", Assert.Single(await Outbox.DeadAsync(10, default)).Error);
        Assert.Equal(["b"], (await ClaimAsync(Tuesday.AddDays(1))).Select(due => due.Stored.Subscription.Id));
    }

    [SuiteFact]
    public async Task Prune_OldNewsAndDeliveries_Gone()
    {
        await CreateAsync("a");
        await NoteAsync((await Digests.QuestionsAsync(0, 10, default))[0].Number, "r1");

        await Digests.PruneAsync(Monday.AddDays(1), default);

        Assert.Empty(Assert.Single(await ClaimAsync(Tuesday)).Roles);
    }

    private static Subscription Subscription(string id, string to = "anna", Rhythm? rhythm = null, Constraint[]? constraints = null, DateTimeOffset? now = null) => new()
    {
        Id = id,
        Owner = new Owner("test", "anna"),
        Destination = new Destination("test", to, DestinationKind.Person),
        Question = new Question(Intent.FindRoles) { Constraints = [.. constraints ?? [Rust]], Text = "rust roles" },
        Rhythm = rhythm ?? Daily,
        QuietDays = QuietDays.OneLine,
        Progress = new Progress(Instant.FromDateTimeOffset(now ?? Monday), null),
    };

    protected async Task<Subscription> CreateAsync(string id, string to = "anna", Rhythm? rhythm = null, Constraint[]? constraints = null, Told[]? known = null, DateTimeOffset? now = null)
    {
        var made = Subscription(id, to, rhythm, constraints, now);
        Assert.True(await Subscriptions.CreateAsync(made, known ?? [], MostOfOwner, now ?? Monday, default));
        return made;
    }

    private async Task NoteAsync(long question, params string[] roles)
    {
        change = await Digests.MatchedChangeAsync(default);
        Assert.True(await Digests.NoteNewsAsync(new MatchedNews(change, change + 1, roles, [.. roles.Select(role => new QuestionNews(question, role))], []), Monday, default));
    }

    private async Task CloseAsync(string role)
    {
        change = await Digests.MatchedChangeAsync(default);
        Assert.True(await Digests.NoteNewsAsync(new MatchedNews(change, change + 1, [role], [], [role]), Monday, default));
    }

    protected Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now) => Digests.ClaimAsync(now, Lease, 10, default);

    /// <summary>One bundle for each destination.</summary>
    private Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DueSubscription> due, string? occasion, params Told[] ledger) =>
        Digests.CommitAsync([.. due.GroupBy(one => one.Stored.Subscription.Destination).Select(to => Bundle([.. to], occasion, ledger))], Tuesday, default);

    protected static DigestBundle Bundle(IReadOnlyList<DueSubscription> due, string? occasion, params Told[] ledger)
    {
        var made = due.Select(one => new MadeDigest(one, After(one.Stored.Subscription, occasion), occasion, ledger.Length, ledger)).ToList();
        var to = due[0].Stored.Subscription.Destination;
        return new DigestBundle(made, occasion is null ? null : new NewDelivery($"{string.Join('+', due.Select(one => one.Stored.Subscription.Id))} {occasion}", to.Channel, to.Conversation, "{}"));
    }

    private static Subscription After(Subscription subscription, string? occasion) => occasion is not null && NodaTime.Text.LocalDatePattern.Iso.Parse(occasion) is { Success: true } date
        ? subscription with { Progress = subscription.Progress with { Last = date.Value } }
        : subscription;
}
