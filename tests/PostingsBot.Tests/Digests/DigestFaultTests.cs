using PostingsBot.Tests.Digests.Faults;

namespace PostingsBot.Tests.Digests;

public sealed class DigestFaultTests
{
    /// <summary>The benchmark program lives more of them.</summary>
    private const int Lives = 60;

    [Fact]
    public async Task Live_FaultsAtEveryStep_EachRoleToldOnceAndDoubleOnlyInTheWindow()
    {
        var reports = await Task.Run(async () =>
        {
            var lived = new List<FaultReport>();
            for (var seed = 1; seed <= Lives; seed++)
                lived.Add(await FaultLife.LiveAsync(seed));
            return lived;
        });

        Assert.Equal("", string.Join('\n', reports.SelectMany(report => report.Broken)));
        // A life without faults or messages would prove nothing.
        Assert.True(reports.Sum(report => report.Kills) > Lives);
        Assert.True(reports.Sum(report => report.Told) > Lives);
        Assert.True(reports.Sum(report => report.Duplicates) > 0);
    }
}
