using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>
/// What recruiters say and press, and what the bot replies. "&gt;" is said ("&gt; #rust" pastes a text of <see cref="DeskTexts"/>), "!" is a button that is pressed on the last card,
/// "&lt;" are parts of the reply, "~" are parts it must not have, "=" is how many roles are open then, "@" does something else. It is Monday, 2 March 2026, noon in UTC. Ada speaks; "B",
/// "C" or "D" before a line is Bob, Cy or Dan. "{id}" is what was last asked to be approved.
/// </summary>
internal static partial class DeskScript
{
    public static async Task RunAsync(string name, string script, DeskTalk talk)
    {
        var (said, id, kept) = ("", "", new Dictionary<string, JsonObject?>());
        foreach (var written in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            id = AskedToApprove().Match(Plain(said)) is { Success: true } asked ? asked.Groups["id"].Value : id;
            var line = written.Replace("{id}", id, StringComparison.Ordinal);
            talk.Person = line[0] switch { 'B' => "Bob", 'C' => "Cy", 'D' => "Dan", _ => "Ada" };
            var rest = line.TrimStart('B', 'C', 'D');
            var (sign, parts) = (rest[0], rest[1..].Split(" | ", StringSplitOptions.TrimEntries));
            switch (sign)
            {
                case '>' when parts[0].StartsWith('#'):
                    said = await talk.SayAsync(DeskTexts.Pasted[parts[0][1..]]);
                    break;
                case '>' when parts.Length > 1:
                    said = await talk.SayAsync(parts[0], parts[1]);
                    break;
                case '>':
                    said = await talk.SayAsync(parts[0].Replace("\\n", "\n", StringComparison.Ordinal));
                    break;
                case '!':
                    said = await talk.PressAsync(parts[0], [.. parts[1..].Select(part => (part[..part.IndexOf('=', StringComparison.Ordinal)], part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);
                    break;
                case '<':
                    Assert.All(parts, part => Assert.True(Plain(said).Contains(part, StringComparison.Ordinal), $"{name}: {part} is not in:\n{Plain(said)}"));
                    break;
                case '~':
                    Assert.All(parts, part => Assert.False(Plain(said).Contains(part, StringComparison.Ordinal), $"{name}: {part} is in:\n{Plain(said)}"));
                    break;
                case '=':
                    var open = await talk.OpenRolesAsync();
                    Assert.True(int.Parse(parts[0], CultureInfo.InvariantCulture) == open, $"{name}: {open} roles are open after:\n{Plain(said)}");
                    break;
                default:
                    await DoAsync(talk, parts[0].Split(' '), kept);
                    break;
            }
        }
    }

    /// <summary>Each script on each channel, but where a channel really differs.</summary>
    /// <param name="scripts">Names and scripts.</param>
    /// <param name="except">Scripts that a channel has no way to say or press, with the reason; it has a script of its own instead.</param>
    public static TheoryData<DeskPlace, string, string> OnEveryChannel(TheoryData<string, string> scripts, params (string Name, DeskPlace Place, string Why)[] except)
    {
        var rows = scripts.Select(row => (Name: (string)row[0], Script: (string)row[1])).ToList();
        Assert.All(except, one => Assert.Contains(rows, row => row.Name == one.Name));
        var everywhere = new TheoryData<DeskPlace, string, string>();
        foreach (var (place, (name, script)) in Enum.GetValues<DeskPlace>().SelectMany(place => rows.Select(row => (place, row))))
        {
            if (!except.Any(one => one.Name == name && one.Place == place))
                everywhere.Add(place, name, script);
        }

        return everywhere;
    }

    private static async Task DoAsync(DeskTalk talk, string[] order, Dictionary<string, JsonObject?> kept)
    {
        switch (order)
        {
            case ["restart"]:
                talk.Restart();
                break;
            case ["later", var hours]:
                talk.Clock.Later += TimeSpan.FromHours(int.Parse(hours, CultureInfo.InvariantCulture));
                break;
            case ["keep", var name]:
                kept[name] = talk.Card;
                break;
            case ["back", var name]:
                talk.Card = kept[name];
                break;
            case ["fire", var person]:
                talk.Options = talk.Options with { Recruiters = [.. talk.Options.Recruiters.Where(one => one.Name != person)] };
                talk.Reconfigure();
                break;
            case ["due"]:
                await new PostingsBot.Recruiting.ScheduledPublishing(talk.Desk, talk.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<PostingsBot.Recruiting.ScheduledPublishing>.Instance).StepAsync(CancellationToken.None);
                break;
            case ["file", var file, .. var words]:
                await talk.WriteAsync(file, DeskTexts.Files[file].Replace(words[0], words[1], StringComparison.Ordinal));
                await talk.ImportAsync();
                break;
            default:
                throw new ArgumentException(string.Join(' ', order), nameof(order));
        }
    }

    /// <summary>Without what a card escapes, as it is read.</summary>
    private static string Plain(string said) =>
        Escaped().Replace(said, match => ((char)int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()).Replace("\\\\", "", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex(@"approve (?<id>[0-9a-f]+)”", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AskedToApprove();

    [GeneratedRegex(@"\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
