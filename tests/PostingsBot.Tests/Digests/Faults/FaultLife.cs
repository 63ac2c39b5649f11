using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>
/// Some days of one to three bots on one database, with faults at every step, and then calm days in which all that is owed must come. A life is its seed.
/// </summary>
internal static class FaultLife
{
    private const int Rounds = 24;
    private const int CalmRounds = 8;

    private static readonly TimeSpan OverLeases = TimeSpan.FromMinutes(20);

    public static async Task<FaultReport> LiveAsync(int seed)
    {
        var random = new Random(seed);
        using var world = new FaultyWorld(random);
        var people = new FaultyPeople(world, random);
        var bots = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new FaultyBot(world)).ToList();
        var harm = random.NextDouble();
        var rates = new FaultRates(0.03 * harm, random.Next(3) == 0 ? 0.05 : 0, 0.1 * harm, 0.01 * harm, 0.05 * harm);
        for (var round = 0; round < Rounds; round++)
        {
            world.Faults = rates;
            List<Func<Task>> works = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => people.Something()), .. bots.SelectMany(bot => StepsOf(bot, random))];
            if (random.Next(8) == 0)
                works.Add(() => StandStillAsync(world, random));
            await world.Turns.RunAsync(works);
            for (var i = 0; i < bots.Count; i++)
                bots[i] = bots[i].IsKilled ? new FaultyBot(world) : bots[i];
            world.Clock.Now += Pause(random);
        }

        world.Faults = FaultRates.None;
        await people.CalmAsync();
        for (var round = 0; round < CalmRounds; round++)
        {
            world.Clock.Now += TimeSpan.FromHours(5);
            for (var again = 0; again < 3; again++)
                await world.Turns.RunAsync(bots.Take(2).SelectMany(bot => new[] { bot.Matching, bot.Making, bot.Sending }));
        }

        await JudgeAsync(world, people, seed);
        return world.Report;
    }

    /// <summary>Often a look right after, sometimes a night, sometimes days without any bot.</summary>
    private static TimeSpan Pause(Random random) => random.Next(6) switch
    {
        0 or 1 => TimeSpan.FromSeconds(1),
        2 => OverLeases,
        3 => TimeSpan.FromHours(random.Next(1, 12)),
        4 => TimeSpan.FromHours(random.Next(12, 30)),
        _ => TimeSpan.FromMinutes(random.Next(1, 90)),
    };

    private static IEnumerable<Func<Task>> StepsOf(FaultyBot bot, Random random) =>
        new[] { bot.Matching, bot.Making, bot.Sending }.Where(_ => random.Next(4) > 0);

    private static async Task StandStillAsync(FaultyWorld world, Random random)
    {
        for (var i = random.Next(20); i > 0; i--)
            await world.Turns.PassAsync();
        world.Clock.Now += OverLeases;
        world.Witness.StoodStill();
    }

    private static async Task JudgeAsync(FaultyWorld world, FaultyPeople people, int seed)
    {
        var (report, witness) = (world.Report, world.Witness);
        void Broken(FormattableString what) => report.Broken.Add(FormattableString.Invariant($"seed {seed}: ") + FormattableString.Invariant(what));

        foreach (var twice in witness.Digests.GroupBy(kept => (kept.Subscription, kept.Occasion)).Where(same => same.Count() > 1))
            Broken($"{twice.Key.Subscription} has {twice.Count()} digests of {twice.Key.Occasion}");
        foreach (var key in witness.Unexplained)
            Broken($"message {key} is double without a reason");
        foreach (var lost in witness.Digests.Where(kept => kept.Key is { } key && !witness.WasAccepted(key)))
            Broken($"the digest of {lost.Subscription} of {lost.Occasion} was never sent");
        if (await world.Digests.StatusAsync(world.Clock.Now, CancellationToken.None) is { Waiting: > 0 } or { Dead: > 0 } or { Due: > 0 })
            Broken($"something waits");

        foreach (var reader in people.Readers)
        {
            var kept = witness.Digests.Where(one => one.Subscription == reader.Id).ToList();
            foreach (var role in people.All)
            {
                var kinds = kept.SelectMany(one => one.Roles).Where(row => row.Role == role.Posting.Id).Select(row => row.Kind).ToList();
                var isKnown = reader.Known.TryGetValue(role.Posting.Id, out var line);
                var news = kinds.Count(kind => kind is NewsKind.New);
                report.Told += news;
                if (role.Skill != reader.Skill ? kinds.Count > 0 : news > (isKnown ? 0 : 1) || kinds.Count > 1 + role.Changes)
                    Broken($"{reader.Id} was told of {role.Posting.Id} as {string.Join(", ", kinds)}");
                if (reader.IsGone || !reader.IsMade || role.Skill != reader.Skill || !role.Posting.IsOpen)
                    continue;
                if (!isKnown && news == 0)
                    Broken($"{reader.Id} was never told of {role.Posting.Id}");
                var last = kept.SelectMany(one => one.Ledger).LastOrDefault(told => told.Role == role.Posting.Id) ?? line;
                if (last is not null && last.Print != RolePrint.OfMaterial(role.Posting))
                    Broken($"{reader.Id} was not told how {role.Posting.Id} changed");
            }
        }

        (report.Messages, report.Duplicates) = (witness.Messages, witness.Duplicates);
    }
}
