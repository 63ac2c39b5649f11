using NodaTime;
using PostingsBot.Core.Digests;

namespace PostingsBot.Tests.Digests;

/// <summary>Exactly one digest for each local date, in virtual time.</summary>
public sealed class ScheduleSimulationTests
{
    private static readonly Instant Begin = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2030, 1, 1, 0, 0);

    private static readonly IsoDayOfWeek[] Daily = [.. Enum.GetValues<IsoDayOfWeek>().Except([IsoDayOfWeek.None])];
    private static readonly IsoDayOfWeek[][] Kinds = [Daily, [.. Daily.Take(5)], [IsoDayOfWeek.Sunday]];

    /// <summary>Zones with the same clock are one; links go to the zone that they name.</summary>
    private static readonly string[] EveryZone = [.. Zones.Ids.GroupBy(id => NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.CanonicalIdMap[id]).Select(g => g.Key).Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryZone_AroundEveryTransitionOfTenYears_OneDigestADate()
    {
        var transitions = 0;
        Parallel.ForEach(EveryZone, new ParallelOptions { MaxDegreeOfParallelism = 2 }, id =>
        {
            foreach (var interval in DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(Begin, End).Where(interval => interval.HasStart && interval.Start >= Begin))
            {
                Interlocked.Increment(ref transitions);
                Around(id, interval.Start);
            }
        });

        Assert.True(transitions > 2_000, $"{transitions} transitions");
    }

    [Fact]
    public void EveryZone_OneYearOfDays_OneDigestADateAtItsHour() => Parallel.ForEach(EveryZone, new ParallelOptions { MaxDegreeOfParallelism = 2 }, id =>
    {
        var random = new Random(id.Length);
        var begin = Begin + Duration.FromDays(random.Next(9 * 365));
        var life = new SimulatedLife(Daily, new LocalTime(random.Next(24), random.Next(60)), id, begin);
        for (var now = begin; now < begin + Duration.FromDays(366); now = life.NextAt(now)!.Value)
            life.Look(now);

        life.CheckEachDateOnce();
        Assert.All(life.Digests, digest => Assert.Equal(life.Rules.MomentOf(digest.Date, id), digest.Made));
        Assert.True(life.Digests.Count >= 364);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomLives_ChangesOfZoneAndDowntimes_WhatTheRulesSay(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < 40; n++)
            Live(random, Kinds[random.Next(Kinds.Length)]);
    }

    /// <summary>Two days before to two days after, looked at at odd times; hours just before, in and just after what the clock leaps over or shows twice.</summary>
    private static void Around(string id, Instant transition)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var leap = transition.InZone(zone).LocalDateTime.TimeOfDay;
        var odd = Duration.FromMinutes(137);
        foreach (var days in Kinds)
        {
            foreach (var at in new[] { leap, leap.PlusMinutes(-1), leap.PlusMinutes(-30), leap.PlusMinutes(30), new LocalTime(9, 0) })
            {
                var begin = transition - Duration.FromDays(2);
                var life = new SimulatedLife(days, at, id, begin);
                for (var now = begin; now < transition + Duration.FromDays(2); now += odd)
                {
                    life.Look(now);
                    if (life.NextAt(now) is { } next && next > now && next < now + odd)
                    {
                        life.Look(next - Duration.FromSeconds(1));
                        life.Look(next);
                    }
                }

                life.CheckEachDateOnce();
            }
        }
    }

    /// <summary>Ten years in which the owner moves now and then, and nobody looks for hours, days or weeks.</summary>
    private static void Live(Random random, IsoDayOfWeek[] days)
    {
        var begin = Begin + Duration.FromMinutes(random.Next(1440));
        var life = new SimulatedLife(days, new LocalTime(random.Next(24), random.Next(60)), EveryZone[random.Next(EveryZone.Length)], begin);
        for (var now = begin; now < End;)
        {
            life.Look(now);
            switch (random.Next(40))
            {
                case 0:
                    life.Move(EveryZone[random.Next(EveryZone.Length)], now);
                    break;
                case 1:
                    now += Duration.FromHours(random.Next(24 * 40));
                    break;
                case < 8:
                    now += Duration.FromMinutes(random.Next(60 * 30));
                    break;
                default:
                    now = Instant.Max(now + Duration.FromSeconds(1), life.NextAt(now)!.Value);
                    break;
            }
        }

        for (var i = 1; i < life.Digests.Count; i++)
            Assert.True(life.Digests[i - 1].Date < life.Digests[i].From, $"{life.Digests[i - 1]} before {life.Digests[i]}");
    }
}
