using System.Diagnostics;
using System.Globalization;
using PostingsBot.Benchmarks.Search;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests.Matching;

namespace PostingsBot.Benchmarks.Digests;

/// <summary>New roles against all subscriptions: <c>digests SUBSCRIPTIONS QUESTIONS ROLES</c>, with a tenth and three tenths of the subscriptions before, for the growth.</summary>
internal static class DigestBenchmark
{
    private const int Sample = 500;

    public static Task<int> RunAsync(string[] sizes)
    {
        var (subscriptions, questions, roles) = (Number(sizes, 0, 100_000), Number(sizes, 1, 20_000), Number(sizes, 2, 10_000));
        var maker = new PostingMaker(1);
        foreach (var part in new[] { 0.1, 0.3, 1 })
            Match(maker, (int)(subscriptions * part), (int)(questions * part), roles);
        return Task.FromResult(0);
    }

    private static void Match(PostingMaker maker, int subscriptions, int questions, int roles)
    {
        var asked = QuestionSet.Distinct(maker, questions);
        var owners = Owners(subscriptions, questions);
        var sample = Enumerable.Range(0, Sample).Select(n => maker.Make(1_000_000 + n)).ToList();
        var start = Stopwatch.GetTimestamp();
        var index = new QuestionIndex(new TokenFrequencies(sample));
        for (var n = 0; n < asked.Count; n++)
            index.Add(n, SearchText.MatchOf(asked[n].Constraints));
        var built = Stopwatch.GetElapsedTime(start);
        var made = Enumerable.Range(0, roles).Select(maker.Make).ToList();
        start = Stopwatch.GetTimestamp();
        var (pairs, told) = (0L, 0L);
        Parallel.ForEach(made, new ParallelOptions { MaxDegreeOfParallelism = 2 }, role =>
        {
            var found = index.Matching(role);
            Interlocked.Add(ref pairs, found.Count);
            Interlocked.Add(ref told, found.Sum(n => (long)owners[n]));
        });
        var matched = Stopwatch.GetElapsedTime(start);
        Say($"{subscriptions} subscriptions, {questions} questions, {roles} roles: index {built.TotalSeconds:0.0} s, matched {matched.TotalSeconds:0.0} s, {pairs} roles of questions, {told} of subscriptions; {GC.GetTotalMemory(true) / 1_000_000} MB managed, {Environment.WorkingSet / 1_000_000} MB in all");
    }

    /// <summary>How many subscriptions ask each question: a few are asked by many.</summary>
    private static int[] Owners(int subscriptions, int questions)
    {
        var random = new Random(3);
        var owners = Enumerable.Repeat(1, questions).ToArray();
        for (var n = questions; n < subscriptions; n++)
            owners[(int)(Math.Pow(random.NextDouble(), 3) * questions)]++;
        return owners;
    }

    private static int Number(string[] sizes, int at, int otherwise) => at < sizes.Length ? int.Parse(sizes[at], CultureInfo.InvariantCulture) : otherwise;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
