using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Storage.Digests;
using PostingsBot.Subscriptions;

namespace PostingsBot.Tests.Subscriptions;

/// <summary>
/// What people say and press about alerts, and what the bot replies. "&gt;" is said, "!" is a button that is pressed on the last card, "&lt;" are parts of the
/// reply, "~" are parts it must not have, "=" is how many alerts are kept then, "@" does something else. It is Monday, noon in UTC. Ada speaks; "B" before a
/// line is Bob, "C" Cleo.
/// </summary>
internal static class AlertScript
{
    public static async Task RunAsync(string name, string script, AlertTalk talk)
    {
        var said = "";
        var kept = talk.Card;
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            talk.Person = line[0] switch { 'B' => "Bob", 'C' => "Cleo", _ => "Ada" };
            var (sign, parts) = (line.TrimStart('B', 'C')[0], line.TrimStart('B', 'C')[1..].Split(" | ", StringSplitOptions.TrimEntries));
            switch (sign)
            {
                case '>':
                    said = await talk.SayAsync(parts[0]);
                    break;
                case '!':
                    said = await talk.PressAsync(parts[0], [.. parts[1..].Select(part => (part[..part.IndexOf('=', StringComparison.Ordinal)], part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);
                    break;
                case '<':
                    Assert.All(parts, part => Assert.True(Plain(said).Contains(part, StringComparison.Ordinal), $"{name}: {part} is not in:\n{said}"));
                    break;
                case '~':
                    Assert.All(parts, part => Assert.False(Plain(said).Contains(part, StringComparison.Ordinal), $"{name}: {part} is in:\n{said}"));
                    break;
                case '=':
                    Assert.True(int.Parse(parts[0], CultureInfo.InvariantCulture) == talk.Kept.All.Count, $"{name}: {talk.Kept.All.Count} are kept after:\n{said}");
                    break;
                default:
                    kept = Do(talk, parts[0].Split(' '), kept);
                    break;
            }
        }
    }

    private static JsonObject? Do(AlertTalk talk, string[] order, JsonObject? kept)
    {
        switch (order)
        {
            case ["restart"]:
                talk.Restart();
                break;
            case ["later", var hours]:
                talk.Clock.Later += TimeSpan.FromHours(int.Parse(hours, CultureInfo.InvariantCulture));
                break;
            case ["leaves", var person]:
                new OwnerLeaving(talk.Kept, talk.Outbox, talk.Names, talk.Clock).LeftAsync(talk.Only.Destination.Channel, talk.Only.Destination.Conversation, (_, id) => id == "user-" + person, CancellationToken.None).GetAwaiter().GetResult();
                break;
            case ["zone", var zone]:
                talk.Zone = zone is "none" ? null : zone;
                break;
            case ["keep"]:
                return talk.Card;
            case ["back"]:
                talk.Card = kept;
                break;
            default:
                throw new ArgumentException(string.Join(' ', order), nameof(order));
        }

        return kept;
    }

    /// <summary>Without what a card escapes, as it is read.</summary>
    private static string Plain(string said) => said.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\u002B", "+", StringComparison.Ordinal);
}
