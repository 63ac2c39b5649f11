using NodaTime;
using NodaTime.TimeZones;

namespace PostingsBot.Core.Digests;

/// <summary>Time zones by their IANA names, from the data that NodaTime brings along: the same on every machine.</summary>
public static class Zones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;
    private static readonly Dictionary<string, string> Spelled = Source.GetIds().ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Which release of the IANA data is in use: "2025b".</summary>
    public static string Version => Source.TzdbVersion;

    /// <summary>Every IANA name, links included.</summary>
    public static IReadOnlyCollection<string> Ids => Spelled.Values;

    /// <summary>The name as it is spelled, or that of a fixed offset ("UTC+05:30"); null for what is neither.</summary>
    public static string? IdOf(string name) =>
        Spelled.GetValueOrDefault(name) ?? (name.StartsWith("UTC", StringComparison.Ordinal) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone ? zone.Id : null);

    /// <exception cref="ArgumentException">There is no such zone: ask <see cref="IdOf"/> first.</exception>
    public static DateTimeZone Of(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new ArgumentException($"There is no time zone {id}.", nameof(id));
}
