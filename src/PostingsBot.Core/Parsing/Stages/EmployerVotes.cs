using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>An employer's name with the other names the document uses for it.</summary>
internal sealed record EmployerName(Stated<string> Name, IReadOnlyList<string> Aliases);

/// <summary>What the phrases of a document say together of who hires: each phrase votes for a name, the name with most votes wins.</summary>
internal sealed partial class EmployerVotes
{
    private const int MaxWords = 7;
    private const int MaxIdeographs = 18;
    private const int Enough = 2;
    private const int FewOf = 4;
    private static readonly Cue OpeningExpansionCue = new(OpeningExpansion, Patterns.SameCase);
    private static readonly Cue ExpansionCue = new(Expansion, Patterns.SameCase);

    private static readonly HashSet<string> NoNames = new(
        ("we you it this that our they he she us all the a an there here who what everyone someone not and or but any work team company engineering engineers developers"
        + " candidate candidates applicants each every he any least your their its my these those one role job position home school"
        + " software careers career jobs success remote hybrid client clients startup scale present night department description hiring recruiting open openings position vacancy about overview view see browse explore current latest beim bei im am zum zur fehler error"
        + " empresa equipe vaga candidato nossa nosso uma projeto unternehmen firma kunde unser unsere wir sie du stelle arbeitsbeginn dienstbeginn arbeitsort dienstort einsatzort arbeitszeit vergutung bewerbungsschluss eintritt eintrittstermin beginn bewerbung entreprise societe equipe poste"
        + " notre nous vous candidat mission projet nuestra nuestro equipo puesto"
        + " esta este isto isso esse essa esto eso ela ele voce como cette cela il elle dies diese dieser hier es").Split(' '),
        StringComparer.Ordinal);

    // Words that open a sentence; in a longer name they may stand: "Das Labor".
    private static readonly HashSet<string> Openers = new(
        "dabei damit dafur daher dadurch hierbei hierfur zudem ausserdem daruber danach dazu davon darum gemeinsam zusammen taglich aktuell derzeit alles beide aussi ainsi enfin ensuite alors chaque toutes tous tambien ademas asi tambem assim alem was das die der den dem des ein eine wer wie wo wann warum weil wenn als man bist hast dein deine ihr ihre sein es les des une el los las uno una il lo gli que qui quem como si se cuando quando".Split(' ').Distinct(),
        StringComparer.Ordinal);

    private readonly Dictionary<string, (int Votes, Stated<string> Name, int Order)> votes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stated<string>> expansions = new(StringComparer.Ordinal);

    public void Add(string written, int weight, OutlineLine line)
    {
        var name = Trim(written);
        var words = Words.Split(name);
        if (words.Count == 0 || (words.Count == 1 && Openers.Contains(words[0].Folded)) || words.Count > (Firm().IsMatch(name) ? MaxIdeographs : MaxWords) || (words.Where((word, at) => !IsJoint(words, at)).Any(word => NoNames.Contains(word.Folded)) && !PublicBodies.Is(name)) || RoleTitles.IsRole(name) || Measure().IsMatch(name) || Quality().IsMatch(name))
            return;
        if (AreaVocabulary.Default.Resolve(name) is not null && !PublicBodies.Is(name))
            return;
        if (name.All(c => !char.IsUpper(c) && c is not ('{' or (>= '0' and <= '9'))))
            name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
        var key = Words.Fold(name);
        votes[key] = votes.TryGetValue(key, out var known)
            ? (known.Votes + weight, known.Name, known.Order)
            : (weight, new Stated<string>(name, line.ToEvidence()), votes.Count);
    }

    // "The Heron Works", "Code and Heron".
    private static bool IsJoint(IReadOnlyList<Word> words, int at) =>
        words.Count > 2 && !words.Any(word => word.Folded.EndsWith("'s", StringComparison.Ordinal)) && (at == 0 ? words[at].Folded is "the" : at < words.Count - 1 && words[at].Folded is "and");

    /// <summary>"Bipartisan Policy Center (BPC)": whoever votes for the short name means the long one.</summary>
    public void AddExpansions(OutlineLine line)
    {
        if (OpeningExpansionCue.Match(line) is { Success: true } opening && Initials(opening.Groups["name"].Value).Equals(opening.Groups["short"].Value, StringComparison.OrdinalIgnoreCase))
            Add(opening.Groups["name"].Value, Enough, line);
        foreach (var match in ExpansionCue.Matches(line))
        {
            var words = match.Groups["name"].Value.Split(' ').Where(word => char.IsUpper(word[0])).ToList();
            var shortName = match.Groups["short"].Value;
            if (words.Count < shortName.Length)
                continue;
            var initials = words.Skip(words.Count - shortName.Length).ToList();
            if (string.Concat(initials.Select(word => word[0])).Equals(shortName, StringComparison.OrdinalIgnoreCase))
                expansions.TryAdd(shortName, new Stated<string>(match.Groups["name"].Value[match.Groups["name"].Value.IndexOf(initials[0], StringComparison.Ordinal)..], line.ToEvidence()));
        }
    }

    /// <summary>
    /// A name that another one begins with is the same employer, called by its short name; unless the long one hardly occurs beside it
    /// ("Heron Talent" in a text about Heron).
    /// </summary>
    public EmployerName? Elect()
    {
        var ranked = votes
            .Select(vote => (vote.Key, vote.Value, Total: votes.Where(other => Belongs(other.Key, vote.Key) && vote.Value.Votes * FewOf > other.Value.Votes).Sum(other => other.Value.Votes)))
            .OrderByDescending(vote => vote.Total)
            .ThenByDescending(vote => vote.Key.Length)
            .ThenBy(vote => vote.Value.Order)
            .ToList();
        if (ranked.Count == 0 || ranked[0].Total < Enough)
            return null;
        var best = ranked[0];
        if (expansions.TryGetValue(best.Value.Name.Value, out var full))
            return new EmployerName(full, [best.Value.Name.Value]);
        // "Acme.io" is Acme's address as a name; where the text also says Acme, that is the name.
        if (best.Key.LastIndexOf('.') is > 0 and var dot && votes.TryGetValue(best.Key[..dot], out var bare))
            best = (best.Key[..dot], bare, best.Total);
        var aliases = votes.Where(other => other.Key != best.Key && Belongs(other.Key, best.Key)).Select(other => other.Value.Name.Value);
        return new EmployerName(best.Value.Name, [.. aliases]);
    }

    private static string Trim(string written)
    {
        var name = written.Trim().TrimEnd('.', ',', '!', ':', '\'', '’', '-').Trim();
        // "L'agence Heron recrute": what the house is, in front of its name.
        if (HouseInFront().Match(name) is { Success: true } house)
            name = name[house.Length..];
        // "Heron's Dublin" office: the place is no part of the name.
        if (Possessive().Match(name) is { Success: true } owner && AreaVocabulary.Default.Resolve(owner.Groups["rest"].Value) is not null)
            return name[..owner.Index];
        return name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
    }

    private static string Initials(string name) => string.Concat(name.Split(' ').Select(word => word[0]));

    private static bool Belongs(string shorter, string longer) =>
        longer == shorter || (longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length] is ' ' or '.');

    [GeneratedRegex(@"^(?:L['’](?:agence|entreprise|association|équipe)|La (?:société|startup|start-up)|Le cabinet) (?=\p{Lu})", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex HouseInFront();

    // "Le Service numérique canadien (SNC) change …".
    private const string OpeningExpansion = @"^(?:Le |La |The |L['’])?(?<name>\p{Lu}[\w-]+(?: [\w-]+){1,5}) \((?<short>\p{Lu}{2,6})\) \p{Ll}";

    // Ideographs are a word each: a name of many is one that says what it names.
    [GeneratedRegex(@"(公司|集团|集團|大学|大學|学院|學院|研究院|研究所|中心|银行|銀行|会社)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Firm();

    [GeneratedRegex(@"['’]s? (?<rest>\p{Lu}[\w -]*)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Possessive();

    // "5th", "10x", "401k": digits and a sign of measure.
    [GeneratedRegex(@"^\d+(st|nd|rd|th|k|x|m|b|h|am|pm|hrs?|d|g|p|px|days?|years?)?\+?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Measure();

    // "We're remote-friendly", "OE-friendly": what an employer is like, not what it is called.
    [GeneratedRegex(@"^\S+-(friendly|based|first|driven|backed|funded|led|owned|native|focused|focussed|minded|sized?|stage|only|free|oriented|centric|class|wide|positive)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Quality();

    private const string Expansion = @"(?<name>\p{Lu}[\w&'’-]*(?: (?:of|for|and|the|&|\p{Lu}[\w&'’-]*)){1,7}) \((?<short>\p{Lu}{2,7})\)";
}
