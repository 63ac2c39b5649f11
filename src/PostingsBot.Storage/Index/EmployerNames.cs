using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>
/// The employers that rows name. Spellings that differ in case or accents alone are one employer, named as its own document does, or else as most
/// rows do. The lists stay the same objects until a name comes, goes or changes.
/// </summary>
internal sealed class EmployerNames
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private IReadOnlyList<Employer> list = [];
    private Dictionary<string, string> byToken = [];

    public void Add(RowKind kind, string? employer, string id)
    {
        if (employer is null)
            return;
        var token = PostingTokens.Employer(employer);
        if (!entries.TryGetValue(token, out var entry))
            entries.Add(token, entry = new Entry());
        if (kind is RowKind.Page)
            entry.Pages[id] = employer;
        else
            entry.Spellings[employer] = entry.Spellings.GetValueOrDefault(employer) + 1;
        touched.Add(token);
    }

    public void Remove(RowKind kind, string? employer, string id)
    {
        if (employer is null || !entries.TryGetValue(PostingTokens.Employer(employer), out var entry))
            return;
        if (kind is RowKind.Page)
            entry.Pages.Remove(id);
        else if (--System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(entry.Spellings, employer, out _) <= 0)
            entry.Spellings.Remove(employer);
        touched.Add(PostingTokens.Employer(employer));
    }

    public IReadOnlyList<Employer> List()
    {
        Settle();
        return list;
    }

    /// <summary>Names by their tokens.</summary>
    public IReadOnlyDictionary<string, string> ByToken()
    {
        Settle();
        return byToken;
    }

    private void Settle()
    {
        var isChanged = false;
        foreach (var token in touched)
        {
            var entry = entries[token];
            var now = entry.Now();
            isChanged |= now != entry.Listed;
            entry.Listed = now;
            if (now is null)
                entries.Remove(token);
        }

        touched.Clear();
        if (!isChanged)
            return;
        list = [.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.Listed!)];
        byToken = entries.ToDictionary(entry => entry.Key, entry => entry.Value.Listed!.Name, StringComparer.Ordinal);
    }

    private sealed class Entry
    {
        public Dictionary<string, int> Spellings { get; } = new(1, StringComparer.Ordinal);

        /// <summary>Names by the rows of the employer's documents.</summary>
        public SortedDictionary<string, string> Pages { get; } = new(StringComparer.Ordinal);

        public Employer? Listed { get; set; }

        public Employer? Now() => this switch
        {
            { Pages.Count: > 0 } => new Employer(Pages.First().Value, PageId.FileOf(Pages.First().Key)),
            { Spellings.Count: > 0 } => new Employer(Spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key, null),
            _ => null,
        };
    }
}

/// <summary>The id of an employer's document among the rows: no role's id has this form.</summary>
internal static class PageId
{
    private const string Prefix = "page:";

    public static string Of(string file) => Prefix + file;

    public static string FileOf(string id) => id[Prefix.Length..];
}
