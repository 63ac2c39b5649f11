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
    private static readonly Cue LimitCue = new(Limit());

    public Verdict<PlaceFindings> Read(RoleScope role, Findings found)
    {
        var locations = new List<Stated<Place>>();
        var within = new List<Stated<Place>>();
        foreach (var value in role.LabelledAs(Label.Location))
        {
            if (locations.Count == 0 || value.Origin is not LabelOrigin.Heading)
                Sort(value.Value, value.Evidence, value.Origin is LabelOrigin.Record || (locations.Count == 0 && value.Origin is not LabelOrigin.Heading), locations, within);
        }

        foreach (var value in role.LabelledAs(Label.RemoteWithin))
            within.AddRange(PlaceTexts.Read(value.Value, true).Select(place => new Stated<Place>(place, value.Evidence)));
        foreach (var block in role.Header.Skip(1))
        {
            if (AreaVocabulary.Default.Resolve(block.Text) is { } place && !IsEmployer(found, block))
                locations.Add(new Stated<Place>(place, block.ToEvidence()));
        }

        if (locations.Count == 0)
            FromTitle(found.TitleTexts(), locations, within);
        if (found.Workplace is { Value: Workplace.Remote } && within.Count == 0)
            FromText(role.Blocks, within);
        if (locations.Count + within.Count == 0)
            return Verdict<PlaceFindings>.None;
        return Verdict<PlaceFindings>.Found(new PlaceFindings(Distinct(locations), Distinct(within)));
    }

    // A value that says remote limits remote work by the countries in it; its cities are places all the same.
    private static void Sort(string text, Evidence evidence, bool unknown, List<Stated<Place>> locations, List<Stated<Place>> within)
    {
        var remote = Terms.Workplaces.Find(text).Any(match => match.Value is Workplace.Remote);
        foreach (var place in PlaceTexts.Read(text, unknown))
        {
            if (place.Area == "WORLD")
                continue;
            var wide = place.City is null && place.Area is not null;
            (remote && wide ? within : locations).Add(new Stated<Place>(place, evidence));
        }
    }

    private static void FromTitle(IEnumerable<(string Text, Evidence Evidence)> titles, List<Stated<Place>> locations, List<Stated<Place>> within)
    {
        foreach (var (text, evidence) in titles)
        {
            foreach (Match part in TitlePart().Matches(text))
                Sort(part.Groups["place"].Value, evidence, false, locations, within);
        }
    }

    private static void FromText(IReadOnlyList<Block> blocks, List<Stated<Place>> within)
    {
        foreach (var line in blocks.Lines())
        {
            foreach (Match match in LimitCue.Matches(line))
            {
                var rest = line.Text.AsSpan(match.Index + match.Length);
                var end = rest.IndexOfAny(".;!");
                var clause = (end < 0 ? rest : rest[..end]).ToString();
                foreach (var area in AreaVocabulary.Default.Find(clause[..Math.Min(clause.Length, 120)]))
                {
                    if (area.Value.Kind is AreaKind.Country or AreaKind.Group && area.Value.Code != "WORLD")
                        within.Add(new Stated<Place>(AreaVocabulary.Default.ToPlace(area.Value, clause.Substring(area.Start, area.Length)), line.ToEvidence()));
                }
            }
        }
    }

    private static bool IsEmployer(Findings found, Block block) => found.Company is { } company && company.Evidence.FirstLine == block.FirstLine;

    private static List<Stated<Place>> Distinct(List<Stated<Place>> places) =>
        [.. places.DistinctBy(place => place.Value.Area ?? place.Value.Text.ToLowerInvariant())];

    [GeneratedRegex(@"[(\[](?<place>[^()\[\]]{2,80})[)\]]|\s(@|em|in)\s+(?<place>\p{Lu}[^-–—|()]{2,60})$|\s[-–—|,]\s*(?<place>[^-–—|()]{2,60})$|,\s*(?<place>[^,()]{2,60}(,\s*[^,()]{2,40})?)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex TitlePart();

    [GeneratedRegex(@"\b(only (open|available) (to|in|within|for)|must (be|live|reside|be located|be based)( in| within)?|(based|located|residing|reside|live|living) (in|within)|(remote|remotely|anywhere|from home)( (work|working|position|role))?( from)?( anywhere)? (in|within|across)|(candidates|applicants|residents) (in|from|of))\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Limit();
}
