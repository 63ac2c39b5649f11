using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>
/// The passages that hold a question's words: those of the roles and company documents that are best by BM25 are weighed one by one, by BM25 again
/// over the passages looked at. An index of all passages would double the catalogue's size for questions that few people ask.
/// </summary>
internal static class PassageFinder
{
    /// <summary>Documents of each sort that are looked into.</summary>
    public const int MostDocuments = 100;

    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double LeastIdf = 1e-6;

    /// <summary>The files of the company documents to look into.</summary>
    public static List<string> Pages(SqliteSession session, string text)
    {
        const string sql = """
            SELECT r.id FROM (SELECT rowid AS slot, rank AS score FROM search_pages WHERE search_pages MATCH @text ORDER BY rank LIMIT @take) AS hit
            CROSS JOIN search_rows AS r ON r.slot = hit.slot
            ORDER BY hit.score, r.id
            """;
        using var reader = session.Statement(sql, ("@text", text), ("@take", MostDocuments)).ExecuteReader();
        var files = new List<string>();
        while (reader.Read())
            files.Add(PageId.FileOf(reader.GetString(0)));
        return files;
    }

    /// <summary>A heading counts for each of its passages, so that "Q: … / A: …" is found by either.</summary>
    public static IReadOnlyList<PassageHit> Best(IEnumerable<(string File, string? Employer, IReadOnlyList<Section> Sections)> documents, IReadOnlyList<string> stems, int take)
    {
        var asked = stems.Distinct(StringComparer.Ordinal).Select((stem, i) => (stem, i)).ToDictionary(s => s.stem, s => s.i, StringComparer.Ordinal);
        var seen = new HashSet<(string File, int FirstLine, int LastLine, string Heading)>();
        var passages = new List<Candidate>();
        foreach (var (file, employer, sections) in documents)
        {
            foreach (var section in sections.Where(s => seen.Add((file, s.FirstLine, s.LastLine, s.Heading))))
            {
                var heading = new int[asked.Count];
                var length = Count(section.Heading, asked, heading);
                foreach (var passage in section.Passages)
                {
                    var counts = (int[])heading.Clone();
                    var words = length + Count(passage.Text, asked, counts);
                    passages.Add(new Candidate(new PassageHit(file, section, passage, employer), counts, words));
                }
            }
        }

        return Ranked(passages, asked.Count, take);
    }

    private static List<PassageHit> Ranked(List<Candidate> passages, int words, int take)
    {
        if (passages.Count == 0)
            return [];
        var average = Math.Max(1, passages.Average(p => p.Length));
        var weights = new double[words];
        for (var i = 0; i < words; i++)
        {
            var holding = passages.Count(p => p.Counts[i] > 0);
            weights[i] = Math.Max(LeastIdf, Math.Log((passages.Count - holding + 0.5) / (holding + 0.5)));
        }

        return
        [
            .. passages.Where(p => p.Counts.Any(count => count > 0))
                .Select(p => (Passage: p, Score: p.Counts.Select((count, i) => weights[i] * count * (K1 + 1) / (count + (K1 * (1 - B + (B * p.Length / average))))).Sum()))
                .OrderByDescending(p => p.Score).ThenBy(p => p.Passage.Hit.File, StringComparer.Ordinal).ThenBy(p => p.Passage.Hit.Passage.FirstLine)
                .Take(take)
                .Select(p => p.Passage.Hit),
        ];
    }

    private static int Count(string text, Dictionary<string, int> asked, int[] counts)
    {
        var words = Words.Split(text);
        foreach (var word in words)
        {
            if (asked.TryGetValue(word.Stem, out var i))
                counts[i]++;
        }

        return words.Count;
    }

    private sealed record Candidate(PassageHit Hit, int[] Counts, int Length);
}
