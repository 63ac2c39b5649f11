using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>What a posting adds to the suggestions, as it is kept beside its row: a kind's letter, then the text.</summary>
internal static class SuggestionText
{
    private const int LongestText = 120;

    public static string Of(Posting posting) => IndexText.Tokens(
        Texts(posting).Where(s => s.Text.Length is > 0 and <= LongestText && !s.Text.Contains(IndexText.Separator, StringComparison.Ordinal)).Distinct().Select(s => Letter(s.Kind) + s.Text));

    public static IEnumerable<string> Split(string suggested) => suggested.Length == 0 ? [] : suggested.Split(IndexText.Separator);

    public static char Letter(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Title => 't',
        SuggestionKind.Employer => 'e',
        SuggestionKind.Skill => 's',
        _ => 'p',
    };

    public static SuggestionKind KindOf(char letter) => letter switch
    {
        't' => SuggestionKind.Title,
        'e' => SuggestionKind.Employer,
        's' => SuggestionKind.Skill,
        _ => SuggestionKind.Place,
    };

    private static IEnumerable<(SuggestionKind Kind, string Text)> Texts(Posting posting)
    {
        yield return (SuggestionKind.Title, posting.Title.Value);
        if (posting.Company is { } company)
            yield return (SuggestionKind.Employer, company.Value);
        foreach (var skill in posting.Skills)
            yield return (SuggestionKind.Skill, skill.Name);
        foreach (var place in posting.Locations)
        {
            foreach (var name in (string?[])[place.Value.City, place.Value.Region, place.Value.Country])
            {
                if (name is not null)
                    yield return (SuggestionKind.Place, name);
            }
        }
    }
}

/// <summary>Keeps the number of open roles behind each suggestion; writes what a transaction changed once.</summary>
internal sealed class SuggestionWriter(SqliteSession session)
{
    private readonly Dictionary<string, int> changes = new(StringComparer.Ordinal);

    public void Give(string suggested) => Count(suggested, 1);

    public void Take(string suggested) => Count(suggested, -1);

    public void Write()
    {
        const string put = """
            INSERT INTO suggest(kind, norm, text, n) VALUES(@kind, @norm, @text, @n)
            ON CONFLICT(kind, norm, text) DO UPDATE SET n = n + excluded.n
            """;
        foreach (var (suggestion, change) in changes.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            session.Execute(put, ("@kind", suggestion[..1]), ("@norm", Words.Fold(suggestion.AsSpan(1))), ("@text", suggestion[1..]), ("@n", change));
            if (change < 0)
                session.Execute("DELETE FROM suggest WHERE kind = @kind AND norm = @norm AND text = @text AND n <= 0", ("@kind", suggestion[..1]), ("@norm", Words.Fold(suggestion.AsSpan(1))), ("@text", suggestion[1..]));
        }

        changes.Clear();
    }

    private void Count(string suggested, int by)
    {
        foreach (var suggestion in SuggestionText.Split(suggested))
            changes[suggestion] = changes.GetValueOrDefault(suggestion) + by;
    }
}
