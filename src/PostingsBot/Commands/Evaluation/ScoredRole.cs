using System.Globalization;
using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Commands.Evaluation;

/// <summary>A member of a field that is a set; a parsed place also has its city.</summary>
internal sealed record ScoredItem(string Text, string? City = null);

/// <summary>One role in the shape in which labels and output are compared.</summary>
internal sealed record ScoredRole
{
    public static readonly IReadOnlyList<string> Fields =
    [
        "title", "company", "locations", "workplace", "region", "employment", "seniority",
        "salary_min", "salary_max", "salary_currency", "salary_period", "posted", "apply_url", "status",
    ];

    public static readonly IReadOnlyList<string> SalaryFields = ["salary_min", "salary_max", "salary_currency", "salary_period"];

    /// <summary>What a role is compared with that the other side has not got.</summary>
    public static readonly ScoredRole Nothing = new();

    public static bool IsSet(string field) => field is "locations" or "region" or "employment";

    /// <summary>Single values by field; absent is null.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    public Dictionary<string, IReadOnlyList<ScoredItem>> Sets { get; init; } = [];

    public IReadOnlyList<string> Skills { get; init; } = [];

    public string? this[string field] => Values.GetValueOrDefault(field);

    public IReadOnlyList<ScoredItem> Set(string field) => Sets.GetValueOrDefault(field) ?? [];

    public ScoredRole With(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var changed = new Dictionary<string, string?>(Values);
        foreach (var (field, value) in values)
            changed[field] = value;
        return this with { Values = changed };
    }

    public static ScoredRole Of(Posting posting)
    {
        var salary = posting.Salaries.Count > 0 ? posting.Salaries[0].Value : null;
        return new ScoredRole
        {
            Values = new()
            {
                ["title"] = Blank(posting.Title.Value),
                ["company"] = Blank(posting.Company?.Value),
                ["workplace"] = posting.Workplace is { } workplace ? TermNames.Of(workplace.Value) : null,
                ["seniority"] = Blank(string.Join('/', posting.Seniorities.Select(level => TermNames.Of(level.Value)))),
                ["salary_min"] = salary?.Min?.ToString(CultureInfo.InvariantCulture),
                ["salary_max"] = salary?.Max?.ToString(CultureInfo.InvariantCulture),
                ["salary_currency"] = Blank(salary?.Currency),
                ["salary_period"] = salary?.Period is { } period ? TermNames.Of(period) : null,
                ["posted"] = posting.Posted?.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                ["apply_url"] = Blank(posting.ApplyUrl?.Value),
                ["status"] = posting.Status?.Value is PostingStatus.Closed or PostingStatus.Draft ? TermNames.Of(posting.Status.Value) : null,
            },
            Sets = new()
            {
                ["locations"] = [.. posting.Locations.Select(place => new ScoredItem(place.Value.Text, place.Value.City))],
                ["region"] = [.. posting.RemoteWithin.SelectMany(place => Normal.Regions(place.Value.Text)).Select(part => new ScoredItem(part))],
                ["employment"] = [.. posting.EmploymentTypes.Select(type => new ScoredItem(TermNames.Of(type.Value)))],
            },
            Skills = [.. posting.Skills.Select(skill => skill.Name)],
        };
    }

    /// <summary>The label of a role, as the labels' README describes it.</summary>
    public static ScoredRole OfLabel(JsonElement role)
    {
        var status = role.TryGetProperty("draft", out var draft) && draft.ValueKind is JsonValueKind.True ? "draft" : Text(role, "status");
        var values = new Dictionary<string, string?>
        {
            ["title"] = Text(role, "title"),
            ["company"] = Text(role, "company"),
            ["workplace"] = Text(role, "workplace"),
            ["seniority"] = Text(role, "seniority"),
            ["posted"] = Text(role, "posted"),
            ["apply_url"] = Text(role, "apply_url"),
            ["status"] = status is "closed" or "draft" ? status : null,
        };
        foreach (var (field, value) in SalaryOf(role.TryGetProperty("salary", out var salary) ? salary : default))
            values[field] = value;
        return new ScoredRole
        {
            Values = values,
            Sets = new()
            {
                ["locations"] = [.. Texts(role, "locations").Select(text => new ScoredItem(text!))],
                ["region"] = [.. Normal.Regions(Text(role, "region_restriction")).Select(text => new ScoredItem(text))],
                ["employment"] = [.. (Text(role, "employment") ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(text => new ScoredItem(text))],
            },
            Skills = [.. Texts(role, "skills").OfType<string>()],
        };
    }

    public static Dictionary<string, string?> SalaryOf(JsonElement salary) =>
        SalaryFields.ToDictionary(field => field, field => salary.ValueKind is JsonValueKind.Object ? Text(salary, field["salary_".Length..]) : null);

    public static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>A list's members; null among them stands for "nothing".</summary>
    public static IReadOnlyList<string?> Texts(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray().Select(Text)] : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) || text.Trim().Equals("null", StringComparison.OrdinalIgnoreCase) ? null : text;
}
