using System.Globalization;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// A match as SQL over postings "p". Parts made of tokens alone become FTS5 expressions, so that AND, OR and NOT happen inside the posting lists;
/// days, pay and ids become conditions on rows.
/// </summary>
internal sealed class MatchQuery
{
    /// <summary>Carried by every indexed posting: what NOT is taken from.</summary>
    public const string EveryPosting = "all";

    /// <summary>The role with the id @id, or else the role of the posting with that id.</summary>
    public const string RoleOfId = "coalesce((SELECT n FROM roles WHERE id = @id), (SELECT role FROM postings WHERE id = @id))";

    private const int MostParts = 1000;
    private const int DeepestNesting = 32;
    private const int LongestToken = 400;

    private readonly List<(string Name, object? Value)> parameters = [];
    private readonly List<string> conditions = [];
    private int parts;

    private MatchQuery(Match match)
    {
        Check(match, depth: 1);
        HasWords = PositiveWords(match, positive: true).Any();
        var texts = new List<Match>();
        var rows = new List<Match>();
        foreach (var part in match is Match.All all ? all.Parts : [match])
            (IsText(part) ? texts : rows).Add(part);
        conditions.AddRange(rows.Select(Condition));
        Text = TopText(texts, rows);
        if (Text is not null)
            parameters.Add(("@text", Text));
    }

    /// <summary>The FTS5 expression that every match meets, bound as @text; null when rows alone decide.</summary>
    public string? Text { get; }

    /// <summary>Words are asked for, so that there is a relevance to order by.</summary>
    public bool HasWords { get; }

    /// <summary>"" or " AND …".</summary>
    public string Conditions => string.Concat(conditions.Select(condition => " AND " + condition));

    public ReadOnlySpan<(string Name, object? Value)> Parameters => parameters.ToArray();

    /// <exception cref="StorageException">The match has more than 1,000 parts, is nested more than 32 deep, or has a token over 400 characters.</exception>
    public static MatchQuery Of(Match match) => new(match);

    private static string? TopText(List<Match> texts, List<Match> rows)
    {
        // Words inside a part that rows decide must not decide here, but they count for the relevance.
        var scored = rows.SelectMany(part => PositiveWords(part, positive: true)).Select(TokenText).ToList();
        if (scored.Count > 0)
            return $"({TextOf(new Match.All(texts))} AND ({TokenText(EveryPosting)} OR {string.Join(" OR ", scored)}))";
        return texts.Count > 0 ? TextOf(new Match.All(texts)) : null;
    }

    private void Check(Match match, int depth)
    {
        if (++parts > MostParts)
            throw new StorageException($"The question has more than {MostParts} conditions. Ask for fewer at once.");
        if (depth > DeepestNesting)
            throw new StorageException($"The question's conditions are nested more than {DeepestNesting} deep. Ask for something simpler.");
        if (match is Match.Token { Value.Length: > LongestToken })
            throw new StorageException($"The question has a term of more than {LongestToken} characters. Shorten it.");
        foreach (var part in PartsOf(match))
            Check(part, depth + 1);
    }

    private static IEnumerable<string> PositiveWords(Match match, bool positive) => match is Match.Token token
        ? positive && IsWord(token) ? [token.Value] : []
        : PartsOf(match).SelectMany(part => PositiveWords(part, match is Match.Not ? !positive : positive));

    private static IReadOnlyList<Match> PartsOf(Match match) => match switch
    {
        Match.All all => all.Parts,
        Match.Any any => any.Parts,
        Match.Not not => [not.Part],
        _ => [],
    };

    private static bool IsText(Match match) =>
        match is Match.Token || (match is Match.All or Match.Any or Match.Not && PartsOf(match).All(IsText));

    private static bool IsWord(Match.Token token) =>
        token.Value.StartsWith("title:", StringComparison.Ordinal) || token.Value.StartsWith("word:", StringComparison.Ordinal);

    private static string TextOf(Match match)
    {
        switch (match)
        {
            case Match.Token token:
                return TokenText(token.Value);
            case Match.Any { Parts.Count: 0 }:
                return $"({TokenText(EveryPosting)} NOT {TokenText(EveryPosting)})";
            case Match.Any any:
                return "(" + string.Join(" OR ", any.Parts.Select(TextOf)) + ")";
            case Match.Not not:
                return TextOf(new Match.All([not]));
            default:
                var wanted = PartsOf(match).Where(part => part is not Match.Not).Select(TextOf).DefaultIfEmpty(TokenText(EveryPosting));
                var unwanted = PartsOf(match).OfType<Match.Not>().Select(part => TextOf(part.Part)).ToList();
                var positive = string.Join(" AND ", wanted);
                return unwanted.Count == 0 ? $"({positive})" : $"(({positive}) NOT ({string.Join(" OR ", unwanted)}))";
        }
    }

    private static string TokenText(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        var (columns, value) = colon < 0 ? ("facets", token) : token[..colon] switch
        {
            "title" => ("title", token[(colon + 1)..]),
            "word" => ("{title body}", token[(colon + 1)..]),
            _ => ("facets", token),
        };
        return $"({columns} : \"{TokenCode.Of(value)}\")";
    }

    private string Condition(Match match) => match switch
    {
        _ when IsText(match) => $"p.n IN (SELECT rowid FROM search WHERE search MATCH {Bind(TextOf(match))})",
        Match.All { Parts.Count: > 0 } all => "(" + string.Join(" AND ", all.Parts.Select(Condition)) + ")",
        Match.Any { Parts.Count: > 0 } any => "(" + string.Join(" OR ", any.Parts.Select(Condition)) + ")",
        Match.Not not => "NOT " + Condition(not.Part),
        Match.PostedBetween days => Posted(days),
        Match.PaysBetween pay => Pays(pay),
        Match.Ids ids => $"p.role IN (SELECT {RoleOfId.Replace("@id", "value", StringComparison.Ordinal)} FROM json_each({Bind(JsonOut.Strings(ids.Values))}))",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "No SQL for this kind of match."),
    };

    // Every condition is true or false, never NULL, so that NOT means "does not hold".
    private string Posted(Match.PostedBetween days)
    {
        var condition = "p.posted IS NOT NULL";
        if (days.From is { } from)
            condition += $" AND p.posted >= {Bind(DayText.Of(from))}";
        if (days.To is { } to)
            condition += $" AND p.posted <= {Bind(DayText.Of(to))}";
        return $"({condition})";
    }

    private string Pays(Match.PaysBetween pay)
    {
        var condition = "s.posting = p.n";
        if (pay.Min is { } min)
            condition += $" AND s.high >= {Bind((double)min)}";
        if (pay.Max is { } max)
            condition += $" AND s.low <= {Bind((double)max)}";
        if (pay.Currency is { } currency)
            condition += $" AND s.currency = {Bind(currency)}";
        return $"EXISTS (SELECT 1 FROM salaries AS s WHERE {condition})";
    }

    private string Bind(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
        parameters.Add((name, value));
        return name;
    }
}
