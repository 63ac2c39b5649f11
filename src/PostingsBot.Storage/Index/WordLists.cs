using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>
/// The lists of the words that were asked for lately, so that FTS5 is read once a word and not once a question. A list is brought up to date by the rows that
/// came since. Safe from any thread.
/// </summary>
internal sealed class WordLists
{
    /// <summary>Three bytes each: about 70 MB, when as much was asked for.</summary>
    private const int MostRows = 24_000_000;

    /// <summary>What a word costs besides, in rows.</summary>
    private const int PerWord = 32;

    private readonly Lock gate = new();

    // A list that is found moves to the recent ones; when these are many, the others go.
    private Dictionary<string, WordList> recent = new(StringComparer.Ordinal);
    private Dictionary<string, WordList> older = new(StringComparer.Ordinal);
    private int recentRows;

    public WordList Find(Match.Token word, IndexView view, SqliteSession session)
    {
        var known = Known(word.Value);
        if (known?.Version == view.Version)
            return known;
        // A reader of an older view misses rows that were taken away since.
        if (known?.Version > view.Version)
            return Read(word, view, session, null);
        var list = known?.LastSlot == view.LastSlot ? known with { Version = view.Version } : Read(word, view, session, known);
        Keep(word.Value, list);
        return list;
    }

    private static WordList Read(Match.Token word, IndexView view, SqliteSession session, WordList? known)
    {
        const string sql = "SELECT 1 FROM search WHERE search MATCH @text AND rowid > @after AND read_word(search)";
        var reader = new WordReader(view, known);
        FtsFunction.Run(reader, () => session.Execute(sql, ("@text", PhraseOf(word.Value)), ("@after", known?.LastSlot ?? 0)));
        return reader.List();
    }

    private static string PhraseOf(string token)
    {
        var columns = token.StartsWith(MatchParts.TitleWord, StringComparison.Ordinal) ? "title" : "{title body}";
        return $"({columns} : \"{TokenCode.Of(token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..])}\")";
    }

    private WordList? Known(string token)
    {
        lock (gate)
        {
            if (recent.TryGetValue(token, out var list))
                return list;
            if (!older.Remove(token, out list))
                return null;
            Add(token, list);
            return list;
        }
    }

    private void Keep(string token, WordList list)
    {
        lock (gate)
        {
            older.Remove(token);
            if (recent.Remove(token, out var replaced))
                recentRows -= CostOf(replaced);
            Add(token, list);
        }
    }

    private void Add(string token, WordList list)
    {
        if (recentRows + CostOf(list) > MostRows / 2)
        {
            (older, recent) = (recent, new Dictionary<string, WordList>(StringComparer.Ordinal));
            recentRows = 0;
        }

        recent[token] = list;
        recentRows += CostOf(list);
    }

    private static int CostOf(WordList list) => list.Gaps.Length + PerWord;
}
