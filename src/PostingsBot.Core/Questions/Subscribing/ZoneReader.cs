using System.Globalization;
using PostingsBot.Core.Digests;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>A time zone that stands in a sentence; <paramref name="Problem"/> says why it is none. Neither: "my time", which names none.</summary>
internal sealed record ReadZone(int End, string? Id, string? Problem);

/// <summary>Time zones: "Berlin time", "Europe/Berlin", "UTC+2", "8am ET", "time zone: Tokyo". A place alone is where the work is, not a time zone.</summary>
internal static class ZoneReader
{
    private const int LongestName = 3;
    private const int EarliestOffset = -12 * 60;
    private const int LatestOffset = 14 * 60;

    private static readonly HashSet<string> Areas = ["europe", "america", "asia", "africa", "australia", "pacific", "atlantic", "indian", "antarctica", "arctic", "etc"];

    private static readonly HashSet<string> Own = ["my", "our", "local", "your", "their"];

    /// <summary>No zone's name before "time".</summary>
    private static readonly HashSet<string> Other = [.. "full part same first any this that real flex the some a of no what on in all every each long short last run free prime time spare right".Split(' ')];

    public static ReadZone? At(RhythmText t, int i) => Offset(t, i) ?? Iana(t, i) ?? Labelled(t, i) ?? Timed(t, i) ?? Bare(t, i);

    /// <summary>"UTC", "GMT+1", "UTC-03:30".</summary>
    private static ReadZone? Offset(RhythmText t, int i)
    {
        var word = t[i];
        if (!word.StartsWith("utc", StringComparison.Ordinal) && !word.StartsWith("gmt", StringComparison.Ordinal))
            return null;
        var written = t.WrittenOn(i);
        var end = End(t, t.After(i, written.Length));
        var rest = written[3..];
        if (rest.Length == 0)
            return new ReadZone(end, "UTC", null);
        if (rest[0] is not ('+' or '-' or '−') || rest.Length > 6)
            return null;
        var parts = rest[1..].Split(':');
        var isHours = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours);
        var minutes = 0;
        if (!isHours || parts.Length > 2 || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minutes)))
            return null;
        if (parts.Length == 1 && parts[0].Length is 3 or 4)
            (hours, minutes) = (hours / 100, hours % 100);
        var total = ((hours * 60) + minutes) * (rest[0] is '+' ? 1 : -1);
        if (minutes > 59 || total is < EarliestOffset or > LatestOffset)
            return new ReadZone(end, null, RhythmMessages.NoSuchOffset(written));
        var id = total == 0 ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{(total < 0 ? '-' : '+')}{hours:00}{(minutes == 0 ? "" : $":{minutes:00}")}");
        return new ReadZone(end, id, null);
    }

    /// <summary>"Europe/Berlin", "America/Argentina/Buenos_Aires".</summary>
    private static ReadZone? Iana(RhythmText t, int i)
    {
        if (!Areas.Contains(t[i]) || t.Sign(i + 1) is not '/')
            return null;
        var written = t.WrittenOn(i);
        var end = End(t, t.After(i, written.Length));
        return Zones.IdOf(written) is { } id ? new ReadZone(end, id, null) : new ReadZone(end, null, RhythmMessages.UnknownZone(written));
    }

    /// <summary>"Time zone: Tokyo", "in the timezone of New York".</summary>
    private static ReadZone? Labelled(RhythmText t, int i)
    {
        var k = t[i] is "timezone" || t[i] is "zone" ? i + 1 : t[i] is "time" && t[i + 1] is "zone" ? i + 2 : 0;
        if (k == 0)
            return null;
        var isJoined = t[k] is "is" or "of" or "to" or "in" || t.Sign(k) is ':';
        k = t[k] is "is" or "of" or "to" or "in" ? k + 1 : k;
        if (t[k].Length == 0)
            return null;
        if ((Offset(t, k) ?? Iana(t, k) ?? Longest(t, k)) is { } zone)
            return zone;
        return isJoined || char.IsUpper(t.Written(k, k + 1)[0]) ? new ReadZone(k + 1, null, RhythmMessages.UnknownZone(t.Written(k, k + 1))) : null;
    }

    /// <summary>"Berlin time", "US eastern time", "my time"; behind an hour a name that is none is said to be none.</summary>
    private static ReadZone? Timed(RhythmText t, int i)
    {
        for (var end = Math.Min(i + LongestName, t.Count - 1); end > i; end--)
        {
            if (!IsTime(t[end]))
                continue;
            if (end == i + 1 && Own.Contains(t[i]))
                return Labelled(t, end) is { } labelled ? labelled : new ReadZone(End(t, end), null, null);
            if (Other.Contains(t[i]) || Other.Contains(t[end - 1]) || !IsName(t, i, end))
                continue;
            if (Named(t, i, end) is { } named)
                return named with { End = End(t, end) };
            if (end == i + 1 && t.IsRead(i - 1))
                return new ReadZone(End(t, end), null, RhythmMessages.UnknownZone(t.Written(i, end)));
        }

        return null;
    }

    /// <summary>"At 8 CET", "9am Berlin": right behind an hour, abbreviations and cities.</summary>
    private static ReadZone? Bare(RhythmText t, int i) =>
        t.IsRead(i - 1) && t.IsBehindBlank(i) && char.IsUpper(t.Written(i, i + 1)[0]) && t[i].Length > 1 && Named(t, i, i + 1) is { } zone && (zone.Problem is null || t.Written(i, i + 1).All(char.IsUpper))
            ? zone
            : null;

    private static ReadZone? Longest(RhythmText t, int i)
    {
        for (var end = Math.Min(i + LongestName, t.Count); end > i; end--)
        {
            if (Named(t, i, end) is { } zone)
                return zone with { End = End(t, end) };
        }

        return null;
    }

    private static ReadZone? Named(RhythmText t, int first, int end) => ZoneNames.Find(t.Written(first, end)) switch
    {
        { Id: { } id } => new ReadZone(end, id, null),
        { Examples: { } examples } => new ReadZone(end, null, RhythmMessages.SeveralZones(t.Written(first, end), examples)),
        _ => null,
    };

    /// <summary>Words of letters, one behind the other.</summary>
    private static bool IsName(RhythmText t, int first, int end) =>
        Enumerable.Range(first, end - first).All(k => !IsTime(t[k]) && t[k].All(char.IsLetter) && (k == first || t.IsBehindBlank(k)));

    private static bool IsTime(string word) => word is "time" or "timezone" or "tz" or "zeit" or "ortszeit";

    /// <summary>"Zone" behind "time" belongs to it.</summary>
    private static int End(RhythmText t, int end) => IsTime(t[end]) ? (t[end + 1] is "zone" ? end + 2 : end + 1) : end;
}
