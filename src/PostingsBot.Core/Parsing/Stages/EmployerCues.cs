using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>An employer's name with the other names the document uses for it.</summary>
internal sealed record EmployerName(Stated<string> Name, IReadOnlyList<string> Aliases);

/// <summary>Finds the employer in running text by the phrases that only employers stand in ("X is looking for", "at X, we").</summary>
internal static partial class EmployerCues
{
    private const int MaxBlock = 4000;

    private static readonly HashSet<string> NoNames = new(
        ("we you it this that our they he she us all the a an there here who what everyone someone work team company engineering engineers developers"
        + " candidate candidates applicants each every he any least your their its my these those one role job position home school university"
        + " software careers career jobs success remote hybrid client clients startup scale present night").Split(' '),
        StringComparer.Ordinal);

    public static EmployerName? Find(IReadOnlyList<Block> blocks)
    {
        var votes = new Dictionary<string, (int Votes, Stated<string> Name, int Order)>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.Text.Length is 0 or > MaxBlock)
                continue;
            foreach (var line in block.Lines)
            {
                foreach (var (cue, weight) in Cues(block.Kind is BlockKind.Heading))
                {
                    foreach (Match match in cue.Matches(line.Text))
                        Vote(votes, match.Groups["name"].Value, weight, line);
                }
            }
        }

        ConfirmByHosts(blocks, votes);
        return Elect(votes);
    }

    // A host never names the employer, but a name that the text uses and a mail or web address repeats is one.
    private static void ConfirmByHosts(IReadOnlyList<Block> blocks, Dictionary<string, (int Votes, Stated<string> Name, int Order)> votes)
    {
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in blocks)
        {
            foreach (Match host in Host().Matches(string.Join(' ', block.Links.Select(link => link.Url).Append(block.Text))))
                hosts.Add(host.Groups["name"].Value);
        }

        if (hosts.Count == 0)
            return;
        foreach (var line in blocks.Lines())
        {
            foreach (Match word in CapitalWord().Matches(line.Text))
            {
                if (hosts.Contains(word.Value) && SkillVocabulary.Default.ByName(word.Value) is null)
                    Vote(votes, word.Value, 1, line);
            }
        }
    }

    private static IEnumerable<(Regex Cue, int Weight)> Cues(bool heading)
    {
        yield return (Hires(), 3);
        yield return (AtStart(), 2);
        yield return (WorkAt(), 2);
        yield return (AllOf(), 2);
        yield return (HiringSentence(), 3);
        if (heading)
            yield return (HeadingAbout(), 2);
    }

    private static void Vote(Dictionary<string, (int Votes, Stated<string> Name, int Order)> votes, string written, int weight, OutlineLine line)
    {
        var name = written.Trim().TrimEnd('.', ',', '!', ':', '\'', '’', '-').Trim();
        if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal))
            name = name[..^2];
        var words = Words.Split(name);
        if (words.Count is 0 or > 5 || words.Any(word => NoNames.Contains(word.Folded)) || RoleTitles.IsRole(name) || AreaVocabulary.Default.Resolve(name) is not null)
            return;
        if (!name.Any(char.IsUpper))
            name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
        var key = Words.Fold(name);
        votes[key] = votes.TryGetValue(key, out var known)
            ? (known.Votes + weight, known.Name, known.Order)
            : (weight, new Stated<string>(name, line.ToEvidence()), votes.Count);
    }

    // A name that another one begins with is the same employer, called by its short name.
    private static EmployerName? Elect(Dictionary<string, (int Votes, Stated<string> Name, int Order)> votes)
    {
        if (votes.Count == 0)
            return null;
        var best = votes
            .Select(vote => (vote.Key, vote.Value, Total: votes.Where(other => Belongs(other.Key, vote.Key)).Sum(other => other.Value.Votes)))
            .OrderByDescending(vote => vote.Total)
            .ThenByDescending(vote => vote.Key.Length)
            .ThenBy(vote => vote.Value.Order)
            .First();
        var aliases = votes.Where(other => other.Key != best.Key && Belongs(other.Key, best.Key)).Select(other => other.Value.Name.Value);
        return new EmployerName(best.Value.Name, [.. aliases]);
    }

    private static bool Belongs(string shorter, string longer) =>
        longer == shorter || longer.StartsWith(shorter + " ", StringComparison.Ordinal);

    private const string Name = @"(?<name>\p{Lu}[\w&+'’-]*(?:\.\w+)*(?: (?:&|of|and) \p{Lu}[\w&+'’-]*| \p{Lu}[\w&+'’-]*){0,3})";

    [GeneratedRegex(@"(?:^|[.!?:]\s+)(?:Here at |At )?" + Name + @",? (?:is|are|has been) (?:currently |now |actively |also )?(?:looking for|looking to|hiring|seeking|searching for|recruiting|growing|expanding|on the lookout|an? (?:\w+[- ]){0,5}(?:company|startup|start-up|platform|provider|agency|firm|organi[sz]ation|leader))", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Hires();

    [GeneratedRegex(@"(?:^|[.!?]\s+|\b[Hh]ere )[Aa]t " + Name + @"(?:,| (?:we|our|you|the|is|are|it)\b)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"\b(?:[Ww]ork(?:ing)?|[Ll]ife|[Cc]areers?|[Jj]obs?|[Cc]ulture|[Tt]eam|[Ee]ngineering|[Ee]ngineers|[Dd]evelopers|[Dd]evelopment|[Rr]oles?|[Pp]ositions?) (?:at|@) \[?" + Name, Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex WorkAt();

    [GeneratedRegex(@"\b[Aa]ll of " + Name + @" (?:works?|is|are)\b|\b(?:[Jj]oin|[Jj]oining) " + Name + @"(?:['’]s)? (?:as|team|and|to|in)\b|^" + Name + @"['’]s (?:mission|vision|team|platform|goal)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex AllOf();

    [GeneratedRegex(@"\b[Hh]iring .{3,120} at (?<name>[\w&'’-]+(?: [\w&'’-]+){0,3})\s*[.!]?\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex HiringSentence();

    [GeneratedRegex(@"(@|https?://(www\.|jobs\.|careers\.|about\.)?)(?<name>[A-Za-z0-9-]{3,40})\.(com|io|co|org|net|ai|de|fr|app|dev|tech|uk|br)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Host();

    [GeneratedRegex(@"\b\p{Lu}\w{2,40}", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex CapitalWord();

    [GeneratedRegex(@"^(?:About|Why|Who is|What is|Join|More about|Careers @|Working @|Welcome to|Über|À propos de|Sobre a|Sobre o) " + Name + @"\s*[?!:]?$|^" + Name + @" (?:Engineering|Careers|Jobs)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex HeadingAbout();
}
