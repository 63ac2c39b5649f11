using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Text;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The employers at one version of the catalogue. Spellings that differ in case or accents alone are one employer, named as its company document does.</summary>
internal sealed record EmployerList(long Version, IReadOnlyList<Employer> Employers)
{
    public static EmployerList Read(SqliteSession session, long version)
    {
        var employers = new Dictionary<string, Entry>(StringComparer.Ordinal);
        using (var documents = session.Statement("SELECT employer, file FROM documents WHERE employer IS NOT NULL ORDER BY file").ExecuteReader())
        {
            while (documents.Read())
                employers.TryAdd(Words.Fold(documents.GetString(0)), new Entry(documents.GetString(0), documents.GetString(1)));
        }

        const string sql = """
            SELECT p.employer, r.id, p.is_open
            FROM roles AS r JOIN postings AS p ON p.n = r.shown
            WHERE p.employer IS NOT NULL
            ORDER BY p.posted DESC, p.title, p.id
            """;
        using (var postings = session.Statement(sql).ExecuteReader())
        {
            while (postings.Read())
            {
                var name = postings.GetString(0);
                var key = Words.Fold(name);
                if (!employers.TryGetValue(key, out var entry))
                    employers.Add(key, entry = new Entry(name, DocumentFile: null));
                if (postings.GetBoolean(2))
                    entry.PostingIds.Add(postings.GetString(1));
            }
        }

        return new EmployerList(version, [.. employers
            .OrderBy(employer => employer.Key, StringComparer.Ordinal)
            .Select(employer => new Employer(employer.Value.Name, employer.Value.DocumentFile, employer.Value.PostingIds))]);
    }

    private sealed record Entry(string Name, string? DocumentFile)
    {
        public List<string> PostingIds { get; } = [];
    }
}
