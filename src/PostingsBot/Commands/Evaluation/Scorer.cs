using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Commands.Evaluation;

/// <summary>One labelled document.</summary>
internal sealed record Label(string File, JsonElement Json)
{
    public string Kind => ScoredRole.Text(Json, "kind") ?? "";

    public IReadOnlyList<JsonElement> Roles => Json.TryGetProperty("roles", out var roles) ? [.. roles.EnumerateArray()] : [];

    /// <exception cref="JsonException">A line is no JSON.</exception>
    public static IReadOnlyList<Label> Read(string path) => [.. System.IO.File.ReadLines(path)
        .Where(line => !string.IsNullOrWhiteSpace(line))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(json => new Label(ScoredRole.Text(json, "file") ?? "", json))];
}

/// <summary>What a comparison with labels gives; the rules are those of the labels' own scorer, and so are the figures.</summary>
internal sealed class Scorer(bool isStrict)
{
    private const double ListLeast = 0.6;
    private const double DocumentLeast = 0.4;
    private const double SameLink = 0.02;
    private const double SameEmployer = 0.01;

    /// <summary>By field, skills among them.</summary>
    public Dictionary<string, Tally> Fields { get; } = ScoredRole.Fields.Append("skills").ToDictionary(field => field, _ => default(Tally));

    public int Documents { get; private set; }

    public int RightKinds { get; private set; }

    /// <summary>Labelled documents that are not there.</summary>
    public int Missing { get; private set; }

    /// <summary>"list read as other" and how often.</summary>
    public SortedDictionary<string, int> Confusion { get; } = new(StringComparer.Ordinal);

    /// <summary>The employers of company documents.</summary>
    public Tally Companies { get; private set; }

    public (int Labelled, int Found, int Extra) Roles { get; private set; }

    public (int Labelled, int Found, int Extra) ListRoles { get; private set; }

    public void Add(Label label, ParsedDocument? document)
    {
        Documents++;
        var acceptedKinds = isStrict ? [] : ScoredRole.Texts(label.Json, "accept_kind");
        var kind = document is null ? null : TermNames.Of(document.Kind);
        var isRight = kind is not null && (kind == label.Kind || acceptedKinds.Contains(kind));
        if (document is null)
            Missing++;
        else if (isRight)
            RightKinds++;
        else
            Confusion[$"{label.Kind} read as {kind}"] = Confusion.GetValueOrDefault($"{label.Kind} read as {kind}") + 1;
        if (ScoredRole.Text(label.Json, "company") is { Length: > 0 } company)
            Companies += RoleComparison.OfValue("company", company, document?.Company?.Name?.Value, []);
        var gold = label.Roles.Select(ScoredRole.OfLabel).ToList();
        var parsed = document?.Postings.Select(ScoredRole.Of).ToList() ?? [];
        if (isRight && kind != label.Kind && (gold.Count == 0 || parsed.Count == 0))
            return;
        var accepts = label.Roles.Select(role => !isStrict && role.TryGetProperty("accept", out var accept) ? accept : default).ToList();
        AddRoles(gold, parsed, accepts, label.Kind == "list" ? TotalOf(label, gold.Count) : null);
    }

    private void AddRoles(List<ScoredRole> gold, List<ScoredRole> parsed, List<JsonElement> accepts, int? listTotal)
    {
        var pairs = Align(gold, parsed, accepts, listTotal is not null);
        var extra = listTotal is { } total ? Math.Max(0, parsed.Count - Math.Max(total, gold.Count)) : parsed.Count - pairs.Count;
        Roles = (Roles.Labelled + gold.Count, Roles.Found + pairs.Count, Roles.Extra + extra);
        if (listTotal is not null)
            ListRoles = (ListRoles.Labelled + gold.Count, ListRoles.Found + pairs.Count, ListRoles.Extra + extra);
        foreach (var (i, j) in pairs)
            Count(RoleComparison.Compare(gold[i], parsed[j], accepts[i]));
        foreach (var i in Enumerable.Range(0, gold.Count).Except(pairs.Select(pair => pair.Gold)))
            Count(RoleComparison.Compare(gold[i], ScoredRole.Nothing, default));
        // The eleventh and later roles of a list carry no labels.
        foreach (var j in Enumerable.Range(0, listTotal is null ? parsed.Count : 0).Except(pairs.Select(pair => pair.Parsed)))
            Count(RoleComparison.Compare(ScoredRole.Nothing, parsed[j], default));
    }

    private void Count(Dictionary<string, Tally> tallies)
    {
        foreach (var (field, tally) in tallies)
            Fields[field] += tally;
    }

    // The most alike first, by title; the same link or employer breaks ties. Outside lists what is left is paired in order.
    private static List<(int Gold, int Parsed)> Align(List<ScoredRole> gold, List<ScoredRole> parsed, List<JsonElement> accepts, bool isList)
    {
        var candidates = new List<(double Likeness, int Gold, int Parsed)>();
        for (var i = 0; i < gold.Count; i++)
        {
            var titles = ScoredRole.Texts(accepts[i], "title").Where(title => !string.IsNullOrEmpty(title)).Prepend(gold[i]["title"]).Select(title => Normal.Title(title ?? "")).ToList();
            for (var j = 0; j < parsed.Count; j++)
            {
                var title = Normal.Title(parsed[j]["title"] ?? "");
                var likeness = titles.Max(other => Similarity.Of(other, title));
                if (likeness >= (isList ? ListLeast : DocumentLeast))
                    candidates.Add((likeness + (Bonus(gold[i], parsed[j], "apply_url", SameLink) + Bonus(gold[i], parsed[j], "company", SameEmployer)), i, j));
            }
        }

        var pairs = new List<(int Gold, int Parsed)>();
        foreach (var (_, i, j) in candidates.OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Gold).ThenBy(pair => pair.Parsed))
        {
            if (!pairs.Exists(pair => pair.Gold == i || pair.Parsed == j))
                pairs.Add((i, j));
        }

        if (!isList)
            pairs.AddRange(Enumerable.Range(0, gold.Count).Except(pairs.Select(pair => pair.Gold)).Zip(Enumerable.Range(0, parsed.Count).Except(pairs.Select(pair => pair.Parsed))).ToList());
        return pairs;
    }

    private static double Bonus(ScoredRole gold, ScoredRole parsed, string field, double bonus) =>
        !string.IsNullOrEmpty(gold[field]) && RoleComparison.IsSame(field, gold[field], parsed[field]) ? bonus : 0;

    private static int TotalOf(Label label, int roles) => label.Json.TryGetProperty("total_roles", out var total) ? total.GetInt32() : roles;
}
