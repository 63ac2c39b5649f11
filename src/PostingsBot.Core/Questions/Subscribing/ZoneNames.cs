using NodaTime.TimeZones;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>What a name says of the time zone: its id, or examples where several may be meant.</summary>
internal readonly record struct NamedZone(string? Id, string? Examples);

/// <summary>Time zones by what people call them: zone names, cities, regions, countries.</summary>
internal static class ZoneNames
{
    private const string Several = "-";

    private static readonly Dictionary<string, NamedZone> ByName = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, NamedZone> ByArea = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> ByCity = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> ByCountry;

    static ZoneNames()
    {
        foreach (var line in DataFile.Read("zones.tsv"))
        {
            var zone = line[0] == Several ? new NamedZone(null, line[3]) : new NamedZone(Zones.IdOf(line[0]) ?? throw line.Fault("no such zone"), null);
            foreach (var area in line.List(1))
                ByArea.Add(area, zone);
            foreach (var name in line.List(2))
                ByName.Add(name, zone);
        }

        foreach (var id in Zones.Ids.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).OrderBy(id => id.Count(c => c == '/')).ThenBy(id => id, StringComparer.Ordinal))
            ByCity.TryAdd(Folded(id[(id.LastIndexOf('/') + 1)..]), id);
        // The list has the zone that most of a country keeps before the others.
        ByCountry = TzdbDateTimeZoneSource.Default.ZoneLocations!.GroupBy(place => place.CountryCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().ZoneId, StringComparer.Ordinal);
    }

    /// <param name="name">One to three words; case and accents do not matter.</param>
    /// <returns>Null for a name of nothing that has a time zone.</returns>
    public static NamedZone? Find(string name)
    {
        var folded = Folded(name);
        if (ByName.TryGetValue(folded, out var known))
            return known;
        if (ByCity.TryGetValue(folded, out var city))
            return new NamedZone(city, null);
        if (AreaVocabulary.Default.Resolve(name)?.Area is not { } area)
            return null;
        foreach (var around in AreaVocabulary.Default.AncestorsAndSelf(area))
        {
            if (ByArea.TryGetValue(around, out known))
                return known;
            if (ByCountry.TryGetValue(around, out var zone))
                return new NamedZone(zone, null);
        }

        return null;
    }

    private static string Folded(string name) => string.Join(' ', Words.Split(name.Replace('_', ' ')).Select(word => word.Folded));
}
