namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>What the worker and its killer say to each other, a line each, and the steps at which the worker can be stopped.</summary>
internal static class KillNames
{
    /// <summary>To the worker: apply the roles with numbers from the first to before the second.</summary>
    public const string Roles = "roles";

    /// <summary>To the worker: work until nothing is left, at a time (milliseconds of the epoch), and stop the nth time at a step.</summary>
    public const string Pass = "pass";

    /// <summary>To the worker that stopped at a step: go on.</summary>
    public const string Go = "go";

    /// <summary>From the worker: the roles are applied.</summary>
    public const string Applied = "applied";

    /// <summary>From the worker: nothing is left; how much it did.</summary>
    public const string Done = "done";

    /// <summary>From the worker: it stands at the step.</summary>
    public const string Reached = "reached";

    /// <summary>From the worker: it goes through the step and does not wait.</summary>
    public const string Passing = "passing";

    /// <summary>From the worker: it noted that a message was sent; its conversation and its roles.</summary>
    public const string Noted = "noted";

    /// <summary>From the worker: it broke.</summary>
    public const string Failed = "failed";

    /// <summary>Ends the name of a step at which the worker says so and goes on.</summary>
    public const string Flying = "~";

    /// <summary>In the book of destinations: each worker puts its own address in its place.</summary>
    public const string AnySink = "http://127.0.0.1:1/";

    /// <summary>Steps of claim, build, commit, send and note, each before and after it.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        .. new[] { "match.note", "claim", "build", "commit", "send.claim", "send.draw", "send.note" }.SelectMany(step => new[] { step + ".before", step + ".after", step + ".before" + Flying }),
    ];
}
