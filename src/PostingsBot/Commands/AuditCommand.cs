using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Commands;

/// <summary>`audit`: who changed which role, when, from where, what it said before and after; also while the bot runs.</summary>
internal static class AuditCommand
{
    private const int PageSize = 200;
    private const int DefaultTake = 50;

    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm 'UTC'");

    public static Command Create()
    {
        var role = new Argument<string?>("role") { Description = "Only roles with this id, or with these words in title or employer.", Arity = ArgumentArity.ZeroOrOne };
        var person = new Option<string?>("--person") { Description = "Only what this person did: a name, or an id of a channel." };
        var since = new Option<string?>("--since") { Description = "Only from this day on (2026-11-22, UTC)." };
        var imports = new Option<bool>("--imports") { Description = "Also what files brought." };
        var take = new Option<int>("--take") { Description = "At most so many entries, the newest.", DefaultValueFactory = _ => DefaultTake };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var data = new Option<string?>("--data") { Description = "The data folder of a bot with its own database; without it the configured one, or PostgreSQL where that is configured." };
        var command = new Command("audit", "Show who changed which role, when, and what.") { role, person, since, imports, take, json, data };
        command.SetAction(async (result, ct) =>
        {
            var asked = new Asked(
                result.GetValue(role), result.GetValue(person), DayOf(result.GetValue(since)), result.GetValue(imports), result.GetValue(json),
                result.GetValue(take) is > 0 and var most ? most : throw new UsageException("--take needs a number above 0."));
            await using var opened = await DigestsCommand.OpenAsync(result.GetValue(data), ct);
            return await ShowAsync(opened.Stores.Recruiting.Audit, asked, Console.Out, ct);
        });
        return command;
    }

    internal static async Task<int> ShowAsync(IAudit audit, Asked asked, TextWriter output, CancellationToken ct)
    {
        var shown = 0;
        await foreach (var entry in EntriesAsync(audit, asked, ct))
        {
            await output.WriteLineAsync(asked.Json ? JsonOf(entry) : TextOf(entry));
            if (++shown == asked.Take)
                break;
        }

        if (shown == 0 && !asked.Json)
            await output.WriteLineAsync("No entry fits.");
        return ExitCodes.Done;
    }

    /// <summary>Newest first.</summary>
    private static async IAsyncEnumerable<AuditEntry> EntriesAsync(IAudit audit, Asked asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var id = asked.Role is { Length: 10 } role && role.All(char.IsAsciiHexDigitLower) ? role : null;
        long? before = null;
        while (await audit.QueryAsync(new AuditQuery(id, Before: before, WithImports: asked.Imports, Take: PageSize), ct) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                if (asked.Since is { } since && entry.At < since)
                    yield break;
                if ((id is not null || IsAbout(entry, asked.Role)) && IsBy(entry, asked.Person))
                    yield return entry;
            }

            if (page.Count < PageSize)
                yield break;
            before = page[^1].Number;
        }
    }

    private static bool IsAbout(AuditEntry entry, string? words) =>
        words is null || words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => $"{entry.Title} {entry.Employer}".Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsBy(AuditEntry entry, string? person) =>
        person is null || entry.By.Name.Contains(person, StringComparison.OrdinalIgnoreCase) || entry.By.User.Equals(person, StringComparison.OrdinalIgnoreCase);

    private static string TextOf(AuditEntry entry)
    {
        var about = entry.Subject is { } subject ? $"{subject.Name} ({entry.Title}{(string.IsNullOrEmpty(entry.Employer) ? "" : ", " + entry.Employer)})"
            : entry.Role is { } role ? $"{entry.Title}{(string.IsNullOrEmpty(entry.Employer) ? "" : " at " + entry.Employer)} [{role}]" : "";
        var undone = entry.Undoes is { } batch ? string.Create(CultureInfo.InvariantCulture, $" of change {batch}") : "";
        var changes = string.Join("; ", entry.Changes.Select(change => $"{TermNames.Of(change.Field)}: {Value(change.Before)} → {Value(change.After)}"));
        var line = string.Create(CultureInfo.InvariantCulture, $"{entry.Number}  {Minute.Format(entry.At)}  {entry.By.Name}{(entry.From.Length > 0 ? $" ({entry.From})" : "")}  {entry.Action}{undone}  {about}");
        return TerminalText.Printable(changes.Length > 0 ? $"{line}: {changes}" : line);
    }

    private static string Value(string value) => value.Length == 0 ? "not stated" : $"“{value}”";

    private static string JsonOf(AuditEntry entry) => new JsonObject
    {
        ["number"] = entry.Number,
        ["batch"] = entry.Batch,
        ["at"] = InstantPattern.ExtendedIso.Format(entry.At),
        ["by"] = new JsonObject { ["channel"] = entry.By.Channel, ["user"] = entry.By.User, ["name"] = entry.By.Name },
        ["from"] = entry.From,
        ["action"] = entry.Action.ToString(),
        ["role"] = entry.Role,
        ["title"] = entry.Title,
        ["employer"] = entry.Employer,
        ["changes"] = new JsonArray([.. entry.Changes.Select(change => new JsonObject { ["field"] = change.Field.ToString(), ["before"] = change.Before, ["after"] = change.After })]),
        ["undoes"] = entry.Undoes,
        ["subject"] = entry.Subject?.Name,
    }.ToJsonString();

    private static Instant? DayOf(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()
        : throw new UsageException($"--since \"{text}\" is no day. Write it as 2026-11-22.");

    /// <summary>What of the audit is asked for; null leaves a part open.</summary>
    internal sealed record Asked(string? Role, string? Person, Instant? Since, bool Imports, bool Json, int Take);
}
