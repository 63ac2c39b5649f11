using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PostingsBot.Commands.Evaluation;

/// <summary>Values in the labels, values in the output, and how many of them agree.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tally(int Gold, int Parsed, int Correct)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Gold + b.Gold, a.Parsed + b.Parsed, a.Correct + b.Correct);
}

/// <summary>Compares a role's label with what was read, field by field.</summary>
internal static class RoleComparison
{
    private const double SameAmount = 0.005;

    /// <summary>A role that one side has not got is given as <see cref="ScoredRole.Nothing"/>; accepted alternatives then do not count.</summary>
    public static Dictionary<string, Tally> Compare(ScoredRole gold, ScoredRole parsed, JsonElement accept)
    {
        parsed = WithFlatSalary(gold, parsed);
        if (!IsSameSalary(gold, parsed) && accept.ValueKind is JsonValueKind.Object && accept.TryGetProperty("salary", out var salaries))
            (gold, parsed) = WithAcceptedSalary(gold, parsed, salaries);
        var tallies = ScoredRole.Fields.ToDictionary(field => field, field =>
        {
            var allowed = ScoredRole.Texts(accept, field == "region" ? "region_restriction" : field);
            return ScoredRole.IsSet(field) ? OfSet(field, gold.Set(field), parsed.Set(field), allowed) : OfValue(field, gold[field], parsed[field], allowed);
        });
        var have = parsed.Skills.Select(Normal.Skill).ToHashSet();
        tallies["skills"] = new Tally(gold.Skills.Count, parsed.Skills.Count, gold.Skills.Count(skill => have.Contains(Normal.Skill(skill))));
        return tallies;
    }

    public static Tally OfValue(string field, string? gold, string? parsed, IReadOnlyList<string?> accept)
    {
        if (IsSame(field, gold, parsed))
            return gold is null ? default : new Tally(1, 1, 1);
        if (accept.Any(other => IsSame(field, other, parsed)))
            return gold is null || parsed is null ? default : new Tally(1, 1, 1);
        return new Tally(gold is null ? 0 : 1, parsed is null ? 0 : 1, 0);
    }

    public static bool IsSame(string field, string? gold, string? parsed)
    {
        if (gold is null || parsed is null)
            return gold is null && parsed is null;
        return field switch
        {
            "title" => Normal.Title(gold) == Normal.Title(parsed),
            "company" => Normal.Company(gold) == Normal.Company(parsed),
            "seniority" => IsSameSeniority(Normal.SenioritiesOf(gold), Normal.SenioritiesOf(parsed)),
            "salary_min" or "salary_max" => Math.Abs(Number(gold) - Number(parsed)) < SameAmount,
            "apply_url" => gold.Trim() == parsed.Trim(),
            _ => Normal.Fold(gold) == Normal.Fold(parsed),
        };
    }

    private static Tally OfSet(string field, IReadOnlyList<ScoredItem> gold, IReadOnlyList<ScoredItem> parsed, IReadOnlyList<string?> accept)
    {
        var left = gold.ToList();
        int correct = 0, counted = 0;
        foreach (var item in parsed)
        {
            if (left.Find(label => IsSame(field, label, item)) is { } hit)
            {
                left.Remove(hit);
                correct++;
                counted++;
            }
            else if (!gold.Any(label => IsSame(field, label, item)) && !accept.Any(other => other is not null && IsSame(field, new ScoredItem(other), item)))
            {
                counted++;
            }
        }

        if (left.Count > 0 && accept.Contains(null) && parsed.Count == 0)
            return default;
        // An accepted other wording of the region.
        if (field == "region" && left.Count > 0 && correct == 0 && counted == 0 && parsed.Count > 0)
            return new Tally(left.Count, left.Count, left.Count);
        return new Tally(gold.Count, counted, correct);
    }

    private static bool IsSame(string field, ScoredItem gold, ScoredItem parsed) => field switch
    {
        "locations" => IsSamePlace(gold.Text, parsed),
        "region" => IsSameRegion(Normal.Region(gold.Text), Normal.Region(parsed.Text)),
        _ => Normal.Employment(gold.Text) == Normal.Employment(parsed.Text),
    };

    // By city: the last part of "city, region" is not the city, unless it stands alone.
    private static bool IsSamePlace(string gold, ScoredItem parsed)
    {
        var labels = Normal.Segments(gold);
        var read = Normal.Segments(parsed.Text);
        if (parsed.City is { Length: > 0 } named && Normal.Place(named) is var city && (labels.Contains(city) || Normal.Contains(Normal.Place(gold), city)))
            return true;
        if (labels.Count == 0 || read.Count == 0)
            return false;
        if (Normal.Place(gold) == Normal.Place(parsed.Text))
            return true;
        var labelCities = labels.Count > 1 && gold.Contains(',', StringComparison.Ordinal) ? labels.SkipLast(1).ToList() : labels;
        var readCities = read.Count > 1 && parsed.Text.Contains(',', StringComparison.Ordinal) ? read.SkipLast(1) : read;
        return labelCities.Intersect(readCities).Any() || Normal.Contains(labelCities[0], read[0]) || Normal.Contains(read[0], labelCities[0]);
    }

    private static bool IsSameRegion(string gold, string parsed) =>
        gold == parsed || (parsed.Length > 2 && Normal.Contains(gold, parsed)) || (gold.Length > 2 && Normal.Contains(parsed, gold));

    private static bool IsSameSeniority(HashSet<string> gold, HashSet<string> parsed) =>
        parsed.SetEquals(gold) || (gold.Count > 1 && parsed.Count > 0 && parsed.IsSubsetOf(gold));

    private static bool IsSameSalary(ScoredRole gold, ScoredRole parsed) => ScoredRole.SalaryFields.All(field => IsSame(field, gold[field], parsed[field]));

    // One figure may be given as minimum alone or maximum alone.
    private static ScoredRole WithFlatSalary(ScoredRole gold, ScoredRole parsed)
    {
        if (gold["salary_min"] is not { } flat || flat != gold["salary_max"] || (parsed["salary_min"] is null) == (parsed["salary_max"] is null))
            return parsed;
        var given = parsed["salary_min"] ?? parsed["salary_max"];
        return IsSame("salary_min", flat, given) ? parsed.With([new("salary_min", given), new("salary_max", given)]) : parsed;
    }

    private static (ScoredRole Gold, ScoredRole Parsed) WithAcceptedSalary(ScoredRole gold, ScoredRole parsed, JsonElement salaries)
    {
        foreach (var other in salaries.EnumerateArray())
        {
            var option = gold.With(ScoredRole.SalaryOf(other));
            var read = WithFlatSalary(option, parsed);
            if (IsSameSalary(option, read))
                return (option, read);
        }

        return (gold, parsed);
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
