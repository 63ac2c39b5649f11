using System.Globalization;

namespace PostingsBot.Benchmarks.Framework;

/// <summary>
/// Turns per second of our Bot Framework and, in the same run, of the official JavaScript SDK: 32 connections, replies through a
/// connector on loopback or in the response. Every bot is a process of its own; rounds of the scenarios alternate.
/// </summary>
internal static class FrameworkBenchmark
{
    private const int Rounds = 3;

    /// <param name="args">Seconds of one round; 4 without.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4;
        await using var connector = await ConnectorSink.StartAsync();
        var scenarios = new List<Scenario>
        {
            new("ours, echo, connector", await BotProcess.OursAsync("echo"), ExpectReplies: false),
            new("ours, dialog and state, connector", await BotProcess.OursAsync("dialog"), ExpectReplies: false),
            new("ours, echo, expectReplies", await BotProcess.OursAsync("echo"), ExpectReplies: true),
            new("ours, dialog and state, expectReplies", await BotProcess.OursAsync("dialog"), ExpectReplies: true),
        };
        if (await BotProcess.JavaScriptAsync() is { } peer)
            scenarios.Add(new Scenario("botbuilder 4.23.3 (JavaScript), echo, connector", peer, ExpectReplies: false));
        else
            Console.WriteLine("Left out: the JavaScript peer. Run 'npm ci' in tests/PostingsBot.Benchmarks/peers/echo.");
        try
        {
            foreach (var scenario in scenarios)
                await Load.RunAsync(scenario, connector, TimeSpan.FromSeconds(1));
            foreach (var round in Enumerable.Range(1, Rounds))
            {
                foreach (var scenario in scenarios)
                    Console.WriteLine($"round {round}: {await Load.RunAsync(scenario, connector, TimeSpan.FromSeconds(seconds))}");
            }
        }
        finally
        {
            foreach (var scenario in scenarios)
                await scenario.Bot.DisposeAsync();
        }

        return 0;
    }
}

internal sealed record Scenario(string Name, BotProcess Bot, bool ExpectReplies);
