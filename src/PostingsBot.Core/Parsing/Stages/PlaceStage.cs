using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Where the job is, and where remote work is limited to. The employer's seat is no place of the job.</summary>
internal sealed partial class PlaceStage : IStage<PlaceFindings>
{
    private const int MaxMarked = 120;
    private const int MaxItems = 4;
    private const int MaxBeside = 40;
    private const int MaxBesideDense = 8;
    private static readonly Cue RemoteOrCue = new(RemoteOr, Patterns.AnyCase);
    private static readonly Cue ZoneRemarkCue = new(ZoneRemark, Patterns.AnyCase);
    private static readonly Cue EmployerSeatCue = new(EmployerSeat, Patterns.AnyCase);
    private static readonly Cue RemoteBehindCue = new(RemoteBehind, Patterns.AnyCase);
    private static readonly Cue SeveralCue = new(Several, Patterns.AnyCase);

    public Verdict<PlaceFindings> Read(RoleScope role, Findings found)
    {
        var locations = new List<Stated<Place>>();
        var within = new List<Stated<Place>>();
        var isRemote = found.Workplace is { Value: Workplace.Remote };
        foreach (var value in role.LabelledAs(Label.Location))
        {
            // A pictogram may also open a sentence of prose.
            if (value.Origin is LabelOrigin.Mark && (value.Value.Length > MaxMarked || IsProse(value.Value)))
                continue;
            if (locations.Count == 0 || value.Origin is not LabelOrigin.Heading)
                Sort(value.Value, value.Evidence, locations.Count == 0, locations, within);
        }

        foreach (var value in role.LabelledAs(Label.RemoteWithin))
        {
            // "Region: Toronto" of a job that nobody calls remote is its place; "Europe only" limits it all the same.
            var limits = isRemote || Limiting().IsMatch(value.Value);
            foreach (var place in PlaceTexts.Read(value.Value, true))
                (limits || IsGroup(place) ? within : locations).Add(new Stated<Place>(place, value.Evidence));
        }

        foreach (var line in HeaderLines(role, found))
        {
            if (!LabelReader.IsLabelled(line.Text))
                locations.AddRange(PlaceTexts.ReadWhole(line.Text).Where(place => place.Area != AreaData.World).Select(place => new Stated<Place>(place, line.ToEvidence())));
        }

        foreach (var line in (found.Title is { } title ? UnderTitle.Lines(role, title) : []).Where(line => found.Company?.Evidence.FirstLine != line.Number || UnderTitle.Parts(line).Count > 1))
            FromUnder(line, locations, within);
        if (locations.Count + within.Count == 0)
            FromTitle(role, found, isRemote, locations, within);
        else
            locations.AddRange(InsideOf(locations, found));
        FromSentences(role, isRemote, locations);
        // "Location: Europe" of a remote job is no place to go to.
        if (isRemote && locations.Count > 0 && locations.TrueForAll(place => IsGroup(place.Value)))
        {
            within.AddRange(locations);
            locations.Clear();
        }

        if (isRemote && within.Count == 0)
            within.AddRange(RemoteLimits.Find(role.Lines));
        if (locations.Count + within.Count == 0 && !isRemote && found.Company is { } body && PublicBodies.SeatOf(body.Value) is { } seat)
            locations.Add(new Stated<Place>(seat, body.Evidence));
        if (locations.Count + within.Count == 0)
            return Verdict<PlaceFindings>.None;
        return Verdict<PlaceFindings>.Found(new PlaceFindings(WithoutWider(Distinct(locations)), Distinct(within)));
    }

    // "🌍 a team with people from Berlin, Lima and Osaka": much is said besides the places.
    private static bool IsProse(string text)
    {
        var places = AreaVocabulary.Default.Find(text).Sum(match => match.Length) + Terms.Workplaces.Find(text).Sum(match => match.Length);
        return text.Count(char.IsLetter) - places > (text.Any(c => c is >= '\u3040' and <= '\u9fff') ? MaxBesideDense : MaxBeside);
    }

    // A value that says remote limits remote work by the countries in it; its cities are places all the same, and so is "SP" in "remote or SP".
    private static void Sort(SharedText text, Evidence evidence, bool unknown, List<Stated<Place>> locations, List<Stated<Place>> within)
    {
        var remote = Terms.Workplaces.Find(text.Value, text.Words).Any(match => match.Value is Workplace.Remote);
        if (remote && RemoteLimits.TimeZones(text.Value) is { } zones)
        {
            within.Add(new Stated<Place>(zones, evidence));
            return;
        }

        text = EmployerSeatCue.Replace(ZoneRemarkCue.Replace(SeveralCue.Replace(text, ""), " "), " ");
        var alternative = RemoteOrCue.IsMatch(text);
        var onsite = Terms.Workplaces.Find(text.Value, text.Words).Any(match => match.Value is Workplace.Onsite);
        var behind = RemoteBehindCue.IsMatch(text);
        var places = PlaceTexts.Read(text.Value, unknown);
        var cities = places.Any(place => place.City is not null);
        // "San Mateo • Singapore • Remote": remote is one place of several.
        alternative |= cities && places.Count > 1 && text.Value.AsSpan().ContainsAny("•·|;");
        var fromHome = alternative ? RemoteEntries(text.Value) : [];
        foreach (var place in places)
        {
            if (place.Area == AreaData.World)
                continue;
            var stated = new Stated<Place>(place, evidence);
            var limits = fromHome.Contains(place.Area) || remote && !(alternative || onsite) && place.City is null && place.Area is not null && !(cities && place.Region is not null) && !NamesTown(place);
            if (limits)
                within.Add(stated);
            if (!limits || behind)
                locations.Add(stated);
        }
    }

    // "US - Remote · Seattle · New York": the towns are places of work, the country is where remote work is done from.
    private static List<string?> RemoteEntries(string text) =>
        [.. text.Split(['•', '·', '|', ';'])
            .Where(entry => Terms.Workplaces.Find(entry).Any(match => match.Value is Workplace.Remote))
            .SelectMany(entry => PlaceTexts.Read(entry, false))
            .Where(place => place is { City: null, Region: null, Country: not null })
            .Select(place => place.Area)];

    private static bool IsGroup(Place place) => place.Area is not null && place is { City: null, Region: null, Country: null };

    // "Orsay, France": a town that the vocabulary does not know, in a country that it does.
    private static bool NamesTown(Place place) =>
        place.Text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && AreaVocabulary.Default.Resolve(place.Text[..comma]) is null;

    private static void FromTitle(RoleScope role, Findings found, bool isRemote, List<Stated<Place>> locations, List<Stated<Place>> within)
    {
        // A label that says "worldwide" leaves a region in the title to be what the role is about.
        var anywhere = role.LabelledAs(Label.Location).Any(value => AreaVocabulary.Default.Resolve(value.Value)?.Area == AreaData.World);
        var titled = new List<Stated<Place>>();
        foreach (var (text, evidence) in found.TitleTexts())
        {
            foreach (Match part in TitlePart().Matches(text))
                Sort(part.Groups["place"].Value, evidence, false, titled, within);
        }

        foreach (var place in titled)
        {
            var wide = place.Value.City is null && place.Value.Region is null;
            if (!wide || !(anywhere || isRemote))
                locations.Add(place);
            else if (!anywhere)
                within.Add(place);
        }
    }

    // "Field Organizer (Reno)" beside "Location: Nevada": the title says where in it.
    private static List<Stated<Place>> InsideOf(List<Stated<Place>> wider, Findings found)
    {
        if (found.Title is not { } title || wider.TrueForAll(place => place.Value.City is not null))
            return [];
        return [.. TitlePart().Matches(title.Value)
            .Select(part => AreaVocabulary.Default.Resolve(part.Groups["place"].Value))
            .OfType<Place>()
            .Where(place => place.City is not null && wider.Exists(other => other.Value.City is null && IsInside(place, other.Value)))
            .Select(place => new Stated<Place>(place, title.Evidence))];
    }

    // "Remote [UK or EU]", "Vienna or Remote", "Heron Works • Leeds, UK • 2 weeks ago".
    private static void FromUnder(OutlineLine line, List<Stated<Place>> locations, List<Stated<Place>> within)
    {
        foreach (var part in UnderTitle.Parts(line))
        {
            if (UnderTitle.IsOfWorkplace(line with { Text = part }))
                Sort(part, line.ToEvidence(), false, locations, within);
            else
                locations.AddRange(PlaceTexts.ReadWhole(part).Where(place => place.Area != AreaData.World).Select(place => new Stated<Place>(place, line.ToEvidence())));
        }
    }

    // A sentence speaks where nothing else does, or names the place that is known among others.
    private static void FromSentences(RoleScope role, bool isRemote, List<Stated<Place>> locations)
    {
        var known = locations.ToList();
        foreach (var places in PlaceSentences.Find(role.Lines))
        {
            // "Must be based in the US or Canada" limits remote work.
            if (isRemote && places.All(place => place.Value is { City: null, Region: null }) && places.All(place => place.Evidence.Text.Contains("must", StringComparison.OrdinalIgnoreCase)))
                continue;
            if (locations.Count == 0 || (places.Count > 1 && known.Any(place => places.Any(other => Touches(place.Value, other.Value)))) || places.Any(place => known.Any(wide => IsInside(place.Value, wide.Value))))
                locations.AddRange(places);
        }
    }

    private static bool Touches(Place one, Place other) => one.Area is not null && other.Area is not null && (AreaVocabulary.Default.Contains(one.Area, other.Area) || AreaVocabulary.Default.Contains(other.Area, one.Area));

    private static bool IsInside(Place inner, Place outer) => inner.Area is not null && outer.Area is not null && inner.Area != outer.Area && AreaVocabulary.Default.Contains(outer.Area, inner.Area);

    // "WA 98057" beside "Renton": the state alone adds nothing.
    private static List<Stated<Place>> WithoutWider(List<Stated<Place>> places) =>
        [.. places.Where(place => place.Value.City is not null || place.Value.Region is null || !places.Any(other => IsInside(other.Value, place.Value)))];

    // The header's lines but for the title's, and the first items of a list right under the title.
    private static IEnumerable<OutlineLine> HeaderLines(RoleScope role, Findings found)
    {
        var title = found.Title?.Evidence.FirstLine ?? 0;
        foreach (var line in role.Header.Where(block => !IsEmployer(found, block)).Lines().Where((line, index) => index > 0 && line.Number != title))
            yield return line;
        var heading = role.Blocks.TakeWhile(block => block.FirstLine <= title || block.Lines.Count == 0).LastOrDefault();
        if (heading is not { Kind: BlockKind.Heading } || heading.FirstLine != title)
            yield break;
        foreach (var item in role.Blocks.SkipWhile(block => block != heading).Skip(1).Take(MaxItems).TakeWhile(block => block is { Kind: BlockKind.ListItem, Lines.Count: 1 }))
            yield return item.Lines[0];
    }

    private static bool IsEmployer(Findings found, Block block) => found.Company is { } company && company.Evidence.FirstLine == block.FirstLine;

    private static List<Stated<Place>> Distinct(List<Stated<Place>> places) =>
        [.. places.DistinctBy(place => place.Value.Area ?? place.Value.Text.ToLowerInvariant())];

    [GeneratedRegex(@"[(\[](?<place>[^()\[\]]{2,80})[)\]]|\s(@|em|in|en|bei|à)\s+(?<place>\p{Lu}[^-–—|()]{2,60})$|\s[-–—|,]\s*(?<place>[^-–—|()]{2,60})$|,\s*(?<place>[^,()]{2,60}(,\s*[^,()]{2,40})?)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex TitlePart();

    private const string RemoteOr = @"^\W*(remote|remoto|remota|home[- ]?office)\s*(or|ou|oder|o)\s|\s(or|ou|oder|o)\s+(remote|remoto|remota|home[- ]?office)\W*$";

    // "Multiple locations in Poland", "several European cities including Vienna".
    private const string Several = @"^\W*((multiple|various|several|different|many|verschiedene|mehrere|diverses?|plusieurs|varias|várias)\b[^,;:()]{0,30}?\b(locations|cities|offices|sites|places|countries|standorte|villes|ciudades|cidades)\b[^,;:()]{0,12}?(\b(in|across|within|including|incl\.?|such as|e\.g\.?)|:)\s+)";

    [GeneratedRegex(@"\b(only|anywhere|any|all|worldwide)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Limiting();

    // Time zones carry the names of places and are none: "anywhere (prefer a time zone between US/Pacific and Central European)", "UTC-7 through UTC+3".
    private const string ZoneRemark = @"[(\[][^()\[\]]*\b(prefer\w*|between|from|overlap\w*)\b[^()\[\]]*\btime ?zones?\b[^()\[\]]*[)\]]|[(\[][^()\[\]]*\btime ?zones?\b[^()\[\]]*\b(between|from|through)\b[^()\[\]]*[)\]]|\bUS/(Pacific|Eastern|Central|Mountain)\b( time)?( ?zones?)?|\b(Central|Eastern|Western) European\b( (standard|summer))?( time)?( ?zones?)?|\b(Pacific|Mountain|Central|Eastern|Atlantic)( standard| daylight)? time\b( ?zones?)?|\b(UTC|GMT) ?([-+−–±] ?\d{1,2}(:\d\d)?)?( ?(-|–|to|through|and|\.\.) ?(UTC|GMT)? ?[-+−–±]? ?\d{1,2}(:\d\d)?)?";

    private const string EmployerSeat = @"\b(the company|our company|we|a empresa|la empresa|l['’]entreprise|die firma|das unternehmen) (is|are|está|est|sitzt|hat (ihren|seinen) sitz) ?(currently |is )?(based|located|headquartered|localizada|sediada|ubicada|situ[ée]e|bas[ée]e)? (in|at|em|en|à)\b[^.;]*";

    // "United Kingdom (Remote)" names a place and says that the work is remote there.
    private const string RemoteBehind = @"\p{L}\s*\((100 ?% )?remote\)\s*$";
}
