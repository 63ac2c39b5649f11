using System.Globalization;

namespace PostingsBot.Tests.Support;

/// <summary>A search in words, put together from parts that each ask for one thing: those that stand before "jobs" and those that stand behind.</summary>
internal sealed record GeneratedQuestion(IReadOnlyList<string> Before, IReadOnlyList<string> Behind)
{
    private static readonly string[] Levels = ["junior", "senior", "staff"];

    public int Count => Before.Count + Behind.Count;

    public string Text => string.Join(' ', [.. Before, "jobs", .. Behind]);

    /// <summary>A different part for each kind, so that no two are said of one thing.</summary>
    public static GeneratedQuestion Of(Random random, int least)
    {
        while (true)
        {
            var before = new List<string>();
            if (random.Next(3) == 0)
                before.Add(Pick(random, Levels));
            if (random.Next(3) == 0)
                before.Add("remote");
            if (random.Next(2) == 0)
                before.Add(Pick(random, GeneratedRoles.Skills));
            if (random.Next(3) == 0)
                before.Add(Pick(random, "backend", "frontend", "devops"));
            var behind = new List<string>();
            if (random.Next(3) == 0)
                behind.Add("at " + Pick(random, GeneratedRoles.Employers));
            if (random.Next(4) == 0 && !before.Contains("remote"))
                behind.Add("in " + Pick(random, GeneratedRoles.Places));
            if (random.Next(4) == 0)
                behind.Add("over " + (10_000 * random.Next(6, 15)).ToString(CultureInfo.InvariantCulture) + " EUR");
            if (random.Next(5) == 0)
                behind.Add("posted in the last " + Pick(random, "30", "100", "200") + " days");
            if (before.Count + behind.Count >= least)
                return new GeneratedQuestion(before, behind);
        }
    }

    public GeneratedQuestion Without(int part) => part < Before.Count
        ? this with { Before = [.. Before.Where((_, i) => i != part)] }
        : this with { Behind = [.. Behind.Where((_, i) => i != part - Before.Count)] };

    public GeneratedQuestion Shuffled(Random random) => new([.. Before.OrderBy(_ => random.Next())], [.. Behind.OrderBy(_ => random.Next())]);

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
}
