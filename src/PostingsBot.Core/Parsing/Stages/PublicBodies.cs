using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Names of public employers: "City of Boston", "Placer County", "North Carolina State Board of Elections". They hold a place's name and are still names.</summary>
internal static partial class PublicBodies
{
    private static readonly Cue InTextCue = new(InText, Patterns.SameCase);

    public static bool Is(string name) => Whole().IsMatch(name);

    public static IEnumerable<Match> Find(SharedText text) => InTextCue.Matches(text);

    /// <summary>"City of Boston" hires for Boston, "Placer County" for Placer County; null where the name tells no such place, or one that is not known.</summary>
    public static Place? SeatOf(string name) =>
        Seat().Match(name) is { Success: true } seat ? AreaVocabulary.Default.Resolve(seat.Groups["place"].Value) : null;

    private const string Word = @"\p{Lu}[\w.'’-]*\w";

    private const string Body = @"(?:(?:[Cc]ity|[Cc]ounty|[Tt]own|State|Village|Borough|Commonwealth|Township|Port|Diocese|Government) (?:and County )?of (?:the )?" + Word + "(?: " + Word + @"){0,2}"
        + "|(?:" + Word + @" ){1,3}(?:County|(?:State |County )?(?:Board|Department|Supervisor|Registrar|Secretary|Office|Ministry|University) of " + Word + "(?: (?:and )?" + Word + @"){0,2}|City Council|County Council|Borough Council|Public Schools|School District)"
        + "|(?:(?:Supervisor|Secretary|University) of|(?:Ministry|Department|Office|Agency) (?:of|for)) (?:the )?" + Word + "(?: (?:and )?" + Word + @"){0,2})";

    [GeneratedRegex("^(?:The )?" + Body + "$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:The )?(?:(?:City|Town|County|Village|Borough|Stadt|Gemeinde|Landkreis|Ville|Ayuntamiento|Prefeitura|Gemeente|Comune)(?: and County)? (?:of |de |do |di )?(?:the )?(?<place>\p{Lu}[\w.'’-]*(?: \p{Lu}[\w.'’-]*){0,3}))$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Seat();

    private const string InText = @"(?<![\w-])(?:[Tt]he )?(?<name>" + Body + @")(?!\w)";
}
