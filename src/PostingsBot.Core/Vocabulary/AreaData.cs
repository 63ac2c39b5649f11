using System.Collections.Concurrent;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>The areas as the files give them: which lies in which, and every name.</summary>
internal sealed class AreaData
{
    public const string World = "WORLD";

    private const int LongestCode = 3;

    private readonly WordFilter nameWords = new();
    private readonly Dictionary<string, string[]> groups = [];
    private readonly Dictionary<string, string[]> metroCities = [];
    private readonly Dictionary<string, string[]> metroParents = [];
    private readonly Dictionary<string, List<string>> metrosOf = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> ancestors = new();

    public AreaData()
    {
        Cities = new CityNames(nameWords);
        ReadGroups();
        foreach (var line in DataFile.Read("countries.tsv"))
            Add(line, new Area(line[0], line[1], AreaKind.Country), line.List(2));
        foreach (var line in DataFile.Read("regions.tsv"))
            AddRegion(line);
        foreach (var line in DataFile.Read("metros.tsv"))
            AddMetro(line);
        foreach (var phrase in DataFile.Read("not-areas.tsv").SelectMany(l => l.List(0)))
            Names.Slot(phrase, Words.Split(phrase)) ??= new AreaSpelling();
    }

    /// <summary>All areas but cities.</summary>
    public Dictionary<string, Area> ByCode { get; } = [];

    public CityNames Cities { get; }

    public PhraseTrie<AreaSpelling> Names { get; } = new();

    /// <summary>Regions by the part of their code behind "-".</summary>
    public Dictionary<string, List<Area>> RegionsByShortCode { get; } = [];

    /// <summary>False when the word belongs to no name or code of an area.</summary>
    public bool MayName(Word word) => word.Length <= LongestCode || nameWords.MayHold(word.Number);

    /// <summary>The area itself, then what contains it, the narrowest first.</summary>
    public IReadOnlyList<string> AncestorsAndSelf(string code) =>
        ancestors.TryGetValue(code, out var known) ? known
        : Find(code) is null ? []
        : ancestors.GetOrAdd(code, c => [.. Ancestors(c)]);

    private IEnumerable<string> Ancestors(string code)
    {
        yield return code;
        if (metroCities.TryGetValue(code, out var members))
        {
            foreach (var wider in metroCities.Where(m => m.Key != code && members.All(m.Value.Contains)).Select(m => m.Key))
                yield return wider;
        }

        foreach (var metro in metrosOf.GetValueOrDefault(code) ?? [])
            yield return metro;
        if (RegionOf(code) is { } region && region != code)
            yield return region;
        var country = CountryOf(code);
        if (country is not null && country != code)
            yield return country;
        string[] inside = country is not null ? [country] : groups.GetValueOrDefault(code) ?? [];
        foreach (var (group, countries) in groups)
        {
            if (group != code && inside.All(countries.Contains))
                yield return group;
        }
    }

    public string? RegionOf(string code)
    {
        if (metroParents.TryGetValue(code, out var parents))
            return parents.Length == 1 && parents[0].Length > 2 ? parents[0] : null;
        var parent = Parent(code);
        return ByCode.TryGetValue(parent, out var area) && area.Kind is AreaKind.Region ? parent : null;
    }

    public string? CountryOf(string code)
    {
        if (metroParents.TryGetValue(code, out var parents))
            return parents[0][..2];
        return groups.ContainsKey(code) || !ByCode.ContainsKey(Parent(code)) ? null : code[..2];
    }

    public Area? Find(string code) => ByCode.GetValueOrDefault(code) ?? (Parent(code).Length < code.Length ? Cities.ByCode(code) : null);

    private static string Parent(string code) => code.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? code[..slash] : code;

    private void ReadGroups()
    {
        foreach (var line in DataFile.Read("groups.tsv"))
        {
            groups.Add(line[0], line.List(3) is ["*"] ? [] : [.. line.List(3).SelectMany(m => groups.TryGetValue(m, out var inner) ? inner : [m]).Distinct()]);
            Add(line, new Area(line[0], line[1], AreaKind.Group), line.List(2));
        }

        groups[World] = [.. DataFile.Read("countries.tsv").Select(l => l[0])];
        var ordered = groups.OrderBy(g => g.Value.Length).ToList();
        groups.Clear();
        foreach (var (code, countries) in ordered)
            groups.Add(code, countries);
    }

    private void AddRegion(DataLine line)
    {
        var region = new Area(line[0], line[1].TrimStart('~'), AreaKind.Region);
        Add(line, region, line.List(2));
        var shortCode = line[0][3..];
        if (!RegionsByShortCode.TryGetValue(shortCode, out var regions))
            RegionsByShortCode.Add(shortCode, regions = []);
        regions.Add(region);
    }

    private void AddMetro(DataLine line)
    {
        var parents = line.List(3);
        var cities = line.List(4).SelectMany(city => parents.Select(p => p + "/" + city)).ToArray();
        metroCities.Add(line[0], cities);
        metroParents.Add(line[0], parents);
        foreach (var city in cities)
        {
            if (!metrosOf.TryGetValue(city, out var metros))
                metrosOf.Add(city, metros = []);
            metros.Add(line[0]);
        }

        Add(line, new Area(line[0], line[1], AreaKind.Metro), line.List(2));
    }

    private void Add(DataLine line, Area area, string[] others)
    {
        if (!ByCode.TryAdd(area.Code, area))
            throw line.Fault($"the area {area.Code} stands twice");
        AddName(line, area, area.Name, line[1].StartsWith('~') ? AreaMark.Cue : AreaMark.None);
        foreach (var other in others)
        {
            var mark = other[0] switch { '=' => AreaMark.ThisCase, '~' => AreaMark.Cue, '@' => AreaMark.Demonym, _ => AreaMark.None };
            AddName(line, area, mark is AreaMark.None ? other : other[1..], mark);
        }
    }

    private void AddName(DataLine line, Area area, string name, AreaMark mark)
    {
        var words = Words.Split(name);
        foreach (var word in words)
            nameWords.Add(word.Number);
        ref var slot = ref Names.Slot(name, words);
        var spelling = new AreaName(area, 0, name, mark, line.Where);
        slot ??= new AreaSpelling();
        if (slot.Names.Find(n => n.Area.Code == area.Code) is { } other)
            throw line.Fault($"\"{name}\" stands already in {other.Where}");
        slot.Names.Add(spelling);
    }
}
