using System.Text;
using System.Text.RegularExpressions;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>A message made readable: bounded, without markup, mentions and addresses, contractions written out.</summary>
internal static partial class Cleaner
{
    public const int MostCharacters = 2_000;

    /// <summary>Blanks of a text in which "-word" leaves a word out, as search engines read it; in a longer one the dash divides thoughts.</summary>
    private const int MostOfSearch = 6;

    private static readonly (string Short, string Long)[] Contractions =
    [
        ("can't", "can not"), ("cant", "can not"), ("won't", "will not"), ("n't", " not"), ("what's", "what is"), ("whats", "what is"),
        ("who's", "who is"), ("whos", "who is"), ("where's", "where is"), ("wheres", "where is"), ("how's", "how is"), ("hows", "how is"),
        ("when's", "when is"), ("which's", "which is"), ("there's", "there is"), ("theres", "is there"), ("it's", "it is"), ("that's", "that is"),
        ("thats", "that is"), ("here's", "here is"), ("dont", "do not"), ("doesnt", "does not"), ("isnt", "is not"), ("arent", "are not"),
        ("didnt", "did not"), ("é", "is"), ("im", "i am"), ("i'm", "i am"), ("i'd", "i"), ("i've", "i have"), ("ive", "i have"), ("i'll", "i will"), ("let's", "let us"),
        ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("clt", "CLT"), ("pj", "PJ"), ("cdi", "CDI"), ("cdd", "CDD"), ("gimme", "give me"), ("lemme", "let me"), ("wanna", "want to"), ("gonna", "going to"),
        ("ya", "you"), ("pls", "please"), ("plz", "please"), ("w/o", "without"), ("w/", "with"), ("sth", "something"), ("smth", "something"),
        ("ppl", "people"), ("abt", "about"), ("rn", "right now"), ("atm", "at the moment"), ("exp", "experience"), ("yrs", "years"), ("hrs", "hours"), ("mgr", "manager"), ("mgmt", "management"), ("reqs", "requirements"), ("ops", "operations"),
    ];

    private static readonly Dictionary<string, string> Whole =
        Contractions.Where(c => c.Short[0] is not '\'' && c.Short != "n't").ToDictionary(c => c.Short, c => c.Long, StringComparer.OrdinalIgnoreCase);

    public static string Clean(string text)
    {
        var bounded = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var plain = Markup().Replace(Scripts().Replace(bounded, " "), " ");
        plain = Handle().Replace(Address().Replace(plain, " "), " ");
        plain = plain.Replace(" @ ", " at ", StringComparison.Ordinal);
        plain = Reported().Replace(plain, "");
        plain = Clarified().Replace(plain, "");
        plain = plain.Count(c => c is ' ') <= MostOfSearch ? Minus().Replace(plain, "not ") : plain;
        plain = OneOnOne().Replace(plain, "1-on-1s");
        plain = Example().Replace(plain, " for example ");
        plain = plain.Replace('’', '\'').Replace('\u00a0', ' ').Replace("&amp;", "&", StringComparison.Ordinal);
        var words = new StringBuilder(plain.Length + 16);
        foreach (var match in Pieces().EnumerateMatches(plain))
            words.Append(Expand(plain.AsSpan(match.Index, match.Length)));
        return words.ToString().Trim();
    }

    /// <summary>Was there something that a browser or a channel would read as markup or a mention?</summary>
    public static bool HasMarkup(string text) => Markup().IsMatch(text);

    private static string Expand(ReadOnlySpan<char> piece)
    {
        var text = piece.ToString();
        if (!char.IsLetter(text[0]))
            return text;
        if (Whole.TryGetValue(text, out var known))
            return known;
        if (Unelided(text) is { } rest)
            return rest;
        if (Compounds.Split(text) is { } split)
            return split;
        foreach (var (end, full) in Contractions)
        {
            if ((end[0] is '\'' || end == "n't") && text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return text[..^end.Length] + full;
        }

        return text.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || text.EndsWith("'d", StringComparison.OrdinalIgnoreCase) || text.EndsWith("'m", StringComparison.OrdinalIgnoreCase)
            ? text[..^2]
            : text;
    }

    /// <summary>"L'offre", "d'années", "qu'elle" without what was left of the article.</summary>
    private static string? Unelided(string text)
    {
        var at = text.IndexOf('\'', StringComparison.Ordinal);
        return at is 1 or 2 && text.Length > at + 3 && text[..at].ToLowerInvariant() is "l" or "d" or "j" or "n" or "m" or "t" or "s" or "c" or "qu" && !Kept.Contains(text[(at + 1)..].ToLowerInvariant()) ? text[(at + 1)..] : null;
    }

    /// <summary>Words that stand in cue phrases together with the elided one.</summary>
    private static readonly HashSet<string> Kept = ["autre", "habite", "entre", "emploi", "employeur", "entreprise", "expérience", "experience", "est", "avait", "ecris", "écris"];

    [GeneratedRegex(@"<(?<tag>script|style)\b[^>]*>.*?(</\k<tag>>|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"<at\b[^>]*>[^<]*</at>|<[@#!][^>]*>|</?[a-z][^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"https?://\S+|www\.\S+|\S+@\S+\.\S+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\be\.\s?g\b\.?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"\b(one[ -]on[ -]ones?|1 on 1s?|1:1s?|1on1s?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OneOnOne();

    /// <summary>"Java jobs (I mean Java, not JavaScript)": which of two words is meant; nothing is excluded by it.</summary>
    [GeneratedRegex(@"\s*(\(|,|–|-)\s*(and )?(i mean|as in|meaning)\b[^()?!.]{1,60}\bnot\b[^()?!.,]{1,40}(\)|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clarified();

    /// <summary>"My manager wants to know …": who wants to know it is nothing that roles are searched by.</summary>
    [GeneratedRegex(@"^\W*((hi|hello|hey|good (morning|afternoon|evening))\W+)?(my|our) [\p{L}]+( [\p{L}]+)? (wants|would like|wanted|needs|asks|asked|is asking)( me)? (to (know|find out|ask|check)( from you)?|about|whether|if)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reported();

    /// <summary>"python -django".</summary>
    [GeneratedRegex(@"(?<=[\p{L}\d+#] )-(?=\p{L})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Minus();

    [GeneratedRegex(@"@\w+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(@"[\p{L}\p{M}]+('[\p{L}]+)?(/[oO]?(?!\p{L}))?|[^\p{L}]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Pieces();
}
