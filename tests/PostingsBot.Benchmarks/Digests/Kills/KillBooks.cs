namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>
/// What the channel took and what was noted, worker by worker. A message may be doubled as often as a worker was killed that had it taken and not noted; nothing else
/// explains one.
/// </summary>
internal sealed class KillBooks
{
    private readonly Dictionary<string, int> accepted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> windows = new(StringComparer.Ordinal);

    public int Messages { get; private set; }

    public int Windows { get; private set; }

    public int Doubled { get; private set; }

    public int Lost { get; private set; }

    public int Unexplained { get; private set; }

    public int ToldTwice { get; private set; }

    public List<string> Broken { get; } = [];

    /// <param name="taken">What the channel took from a worker since the last time: a conversation and the roles.</param>
    /// <param name="noted">What the worker noted since.</param>
    /// <param name="isKilled">It will note nothing more.</param>
    public void Settle(IReadOnlyList<string> taken, IReadOnlyList<string> noted, bool isKilled)
    {
        var open = taken.ToList();
        foreach (var message in taken)
            accepted[message] = accepted.GetValueOrDefault(message) + 1;
        foreach (var message in noted.Where(message => !open.Remove(message)))
            Broken.Add($"noted and never taken: {message}");
        foreach (var message in open)
        {
            if (isKilled)
                windows[message] = windows.GetValueOrDefault(message) + 1;
            else
                Broken.Add($"taken and not noted by a worker that lives: {message}");
        }
    }

    /// <summary>Everybody was told of the roles, of each in one message.</summary>
    public void Judge(int from, int to)
    {
        var told = accepted.Keys.Select(message => message.Split(' ')).SelectMany(words => words.Skip(1).Select(role => (Conversation: words[0], Role: int.Parse(role, System.Globalization.CultureInfo.InvariantCulture))))
            .GroupBy(one => one).ToDictionary(same => same.Key, same => same.Count());
        var wanted = KillRoles.Wanted(from, to).ToHashSet();
        foreach (var missing in wanted.Where(one => !told.ContainsKey(one)))
        {
            Lost++;
            Broken.Add($"lost: {missing}");
        }

        foreach (var (one, times) in told.Where(one => one.Value > 1))
        {
            ToldTwice++;
            Broken.Add($"told in {times} messages: {one}");
        }

        Broken.AddRange(told.Keys.Where(one => !wanted.Contains(one)).Select(one => $"never asked for: {one}"));
        foreach (var (message, times) in accepted)
        {
            Doubled += times - 1;
            if (times - 1 <= windows.GetValueOrDefault(message))
                continue;
            Unexplained += times - 1 - windows.GetValueOrDefault(message);
            Broken.Add($"doubled outside the window: {message}");
        }

        Messages += accepted.Count;
        Windows += windows.Values.Sum();
        accepted.Clear();
        windows.Clear();
    }
}
