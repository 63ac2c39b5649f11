using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Where a text limits remote work to: countries, groups of countries, time zones.</summary>
internal static partial class RemoteLimits
{
    private static readonly Cue LimitCue = new(Limit, Patterns.AnyCase);
    private static readonly Cue WideCue = new(Wide, Patterns.AnyCase);
    private const int MaxLine = 10_000;
    private const int Reach = 120;

    public static IEnumerable<Stated<Place>> Find(IEnumerable<OutlineLine> lines)
    {
        foreach (var line in lines.Where(line => line.Text.Length <= MaxLine))
        {
            foreach (var place in CountryWide(line))
                yield return new Stated<Place>(place, line.ToEvidence());
            foreach (Match match in LimitCue.Matches(line))
            {
                if (OtherSubject().IsMatch(line.Text.AsSpan(Math.Max(0, match.Index - 60), Math.Min(60, match.Index))))
                    continue;
                var rest = line.Text.AsSpan(match.Index + match.Length);
                var end = ClauseEnd(rest);
                var clause = rest[..Math.Min(end, Reach)].ToString();
                foreach (var place in Areas(clause))
                    yield return new Stated<Place>(place, line.ToEvidence());
            }
        }
    }

    /// <summary>"within Western Hemisphere timezones": time zones in a written place, as written; null when there are none.</summary>
    public static Place? TimeZones(string text) =>
        Zones().Match(text) is { Success: true } zones && !Preference().IsMatch(text) ? new Place(zones.Groups["zones"].Value.Trim(), null, null, null, AreaOf(zones.Groups["zones"].Value)) : null;

    private static string? AreaOf(string zones) => AreaVocabulary.Default.Find(zones) is [var only] ? only.Value.Code : null;

    private static IEnumerable<Place> Areas(string clause)
    {
        foreach (var area in AreaVocabulary.Default.Find(clause))
        {
            var written = clause.Substring(area.Start, area.Length);
            if (area.Value.Kind is AreaKind.Country or AreaKind.Group && area.Value.Code != AreaData.World && !Citizen().IsMatch(clause.AsSpan(area.Start + area.Length)))
                yield return AreaVocabulary.Default.ToPlace(area.Value, written);
        }
    }

    // "deutschlandweit im Homeoffice", "Fully remote (UK based)"
    private static IEnumerable<Place> CountryWide(OutlineLine line)
    {
        foreach (Match match in WideCue.Matches(line))
        {
            if (AreaVocabulary.Default.Resolve(match.Groups["area"].Value) is { City: null, Region: null } place && place.Area != AreaData.World)
                yield return place;
        }
    }

    // "U.S. Citizen" does not end the clause, "Hungary. We" does.
    private static int ClauseEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ';' or '!' or '?' || (text[i] is '.' && (i + 1 == text.Length || (text[i + 1] is ' ' && i > 2 && char.IsLower(text[i - 1])))))
                return i;
        }

        return text.Length;
    }

    private const string Limit = @"\b((only|currently|just) (open|available|hiring|possible|offered) (to|in|within|for|across)|(open|available|limited|restricted) (only )?to (candidates|applicants|people|residents|those|anyone)|must (currently )?(live|reside|be in|be (currently )?(located|based|living|residing|resident|a resident))( in| within| of)?|(residing|reside|live|living|located) (in|within)|(based) (in|within)|(remote|remotely|anywhere|from home)( (work|working|position|role|team))?( from)?( anywhere)? (in|within|across)|hiring (across|within|throughout)|(candidates|applicants|residents|speakers) (in|from|of|based in)|eligible (to work|for hire) (in|from)|requires? you to (be|live)( located| based)? in|ans[äa]ssig in|wohnsitz in|résider en|residir (en|em|no))\b";

    [GeneratedRegex(@"^[.\s]*(citizen|national|permanent resident|passport|dollar|company|startup|based (team|product|company))", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Citizen();

    [GeneratedRegex(@"\b(within|in|across|overlap with|overlapping( with)?)\s+(the\s+)?(?<zones>[\p{L}\d+/\-± ]{2,50}?\s*time ?zones?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Zones();

    [GeneratedRegex(@"\b(customers?|clients?|users?|prospects?|providers?|offices|companies|colleagues|stakeholders|investors|partners|markets?|businesses|members? (is|are)|employees (is|are)|headquartered)\b[^.;]*$|\b(we|company|team|who)( are|['’]re| is)( a| an| currently| all| distributed)?( \w+){0,2} $", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OtherSubject();

    private const string Wide = @"\b(?<area>\p{L}{4,20})weit\b(?=.{0,40}\b(home ?office|remote|mobil))|\bremote\s*\((?<area>\p{L}[\p{L}. ]{0,20}\p{L})[- ](based|only|residents?)( only)?\)|\b(looking for|seeking|hiring|recruiting|searching for|require|open to) (an? )?(?<area>\p{L}[\p{L}. ]{0,20}\p{L})[- ]based (person|people|candidates?|applicants?|individuals?|professionals?|engineers?|developers?|someone)\b";

    [GeneratedRegex(@"\bprefer", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Preference();
}
