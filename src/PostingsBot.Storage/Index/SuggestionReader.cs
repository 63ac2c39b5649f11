using System.Globalization;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>Reads suggestions. A beginning that few texts have is read whole and sorted; one that many have is looked for from the commonest text down.</summary>
internal sealed class SuggestionReader(SqliteSession session)
{
    private const int LongestPrefix = 60;
    private const int MostTaken = 50;
    private const int Many = 1500;
    private const int SpellingsPerText = 3;
    private const int ShortestMended = 3;
    private const int MendedLetters = 12;
    private const int MostBeginnings = 24;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789 -.+#&";

    /// <summary>Above every character of a text.</summary>
    private const string End = "\U0010FFFF";

    public IReadOnlyList<Suggestion> Read(string text, SuggestionKind? kind, int take)
    {
        var prefix = Words.Fold(text.AsSpan(0, Math.Min(text.Length, LongestPrefix)).TrimStart());
        take = Math.Clamp(take, 0, MostTaken);
        if (prefix.Length == 0 || take == 0)
            return [];
        var kinds = kind is { } one ? [one] : Enum.GetValues<SuggestionKind>();
        var found = kinds.SelectMany(k => Beginning(k, prefix, take)).ToList();
        if (found.Count < take && prefix.Length >= ShortestMended)
        {
            var near = kinds.SelectMany(k => Near(k, prefix).SelectMany(p => Beginning(k, p, take)))
                .DistinctBy(s => (s.Kind, s.Text)).Where(s => !found.Exists(f => f.Kind == s.Kind && f.Text == s.Text)).OrderByDescending(s => s.Roles);
            return [.. found, .. near.Take(take - found.Count)];
        }

        return [.. found.OrderByDescending(s => s.Roles).ThenBy(s => s.Text, StringComparer.Ordinal).Take(take)];
    }

    private List<Suggestion> Beginning(SuggestionKind kind, string prefix, int take)
    {
        const string count = "SELECT count(*) FROM (SELECT 1 FROM suggest WHERE kind = @kind AND norm >= @from AND norm < @to LIMIT @many)";
        const string few = """
            SELECT norm, text, n FROM suggest
            WHERE kind = @kind AND norm >= @from AND norm < @to
            ORDER BY n DESC, norm LIMIT @take
            """;
        const string common = """
            SELECT norm, text, n FROM suggest INDEXED BY suggest_common
            WHERE kind = @kind AND substr(norm, 1, @length) = @from
            ORDER BY n DESC, norm LIMIT @take
            """;
        var letter = SuggestionText.Letter(kind).ToString();
        var isMany = session.Number(count, ("@kind", letter), ("@from", prefix), ("@to", prefix + End), ("@many", Many)) == Many;
        return isMany
            ? Merged(kind, common, take, ("@kind", letter), ("@from", prefix), ("@length", new StringInfo(prefix).LengthInTextElements == prefix.Length ? prefix.Length : prefix.EnumerateRunes().Count()), ("@take", take * SpellingsPerText))
            : Merged(kind, few, take, ("@kind", letter), ("@from", prefix), ("@to", prefix + End), ("@take", take * SpellingsPerText));
    }

    /// <summary>The beginnings one edit away that texts have.</summary>
    private List<string> Near(SuggestionKind kind, string prefix)
    {
        // An edit behind letters that no text begins with mends nothing.
        var right = Existing(kind, Enumerable.Range(1, prefix.Length - 1).Select(length => prefix[..length])).Select(p => p.Length).DefaultIfEmpty().Max();
        return Existing(kind, Edits(prefix, Math.Min(right, MendedLetters)).Distinct(StringComparer.Ordinal));
    }

    private List<string> Existing(SuggestionKind kind, IEnumerable<string> prefixes)
    {
        const string sql = """
            SELECT p.value FROM json_each(@prefixes) AS p
            WHERE EXISTS (SELECT 1 FROM suggest WHERE kind = @kind AND norm >= p.value AND norm < p.value || char(1114111))
            LIMIT @most
            """;
        using var reader = session.Statement(sql, ("@prefixes", JsonOut.Strings([.. prefixes])), ("@kind", SuggestionText.Letter(kind).ToString()), ("@most", MostBeginnings)).ExecuteReader();
        var existing = new List<string>();
        while (reader.Read())
            existing.Add(reader.GetString(0));
        return existing;
    }

    /// <summary>Spellings that differ in case or accents alone are one text: the commonest.</summary>
    private List<Suggestion> Merged(SuggestionKind kind, string sql, int take, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var merged = new Dictionary<string, Suggestion>(StringComparer.Ordinal);
        using var reader = session.Statement(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            var (norm, roles) = (reader.GetString(0), reader.GetInt32(2));
            merged[norm] = merged.TryGetValue(norm, out var known) ? known with { Roles = known.Roles + roles } : new Suggestion(kind, reader.GetString(1), roles);
        }

        return [.. merged.Values.OrderByDescending(s => s.Roles).Take(take)];
    }

    /// <summary>All texts one edit away behind the first letter, which people hit, and not behind more than <paramref name="last"/>; late edits first, they change least.</summary>
    private static IEnumerable<string> Edits(string prefix, int last)
    {
        for (var i = Math.Min(prefix.Length - 1, last); i > 0; i--)
        {
            var (before, after) = (prefix[..i], prefix[(i + 1)..]);
            yield return before + after;
            if (i + 1 < prefix.Length)
                yield return before + prefix[i + 1] + prefix[i] + prefix[(i + 2)..];
            foreach (var letter in Letters)
            {
                yield return before + letter + after;
                yield return before + letter + prefix[i..];
            }
        }
    }
}
