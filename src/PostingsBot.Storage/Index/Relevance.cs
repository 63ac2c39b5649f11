using System.Buffers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>Weighs rows by BM25 just as FTS5's own bm25() does, a word in the title four times one in the text.</summary>
internal sealed class Relevance
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double LeastIdf = 1e-6;

    private readonly IndexView view;
    private readonly double averageLength;

    /// <param name="view">The rows.</param>
    /// <param name="session">Reads words that were not asked for lately.</param>
    /// <param name="wanted">A word may stand twice and then counts twice.</param>
    public Relevance(IndexView view, SqliteSession session, IEnumerable<Match.Token> wanted)
    {
        this.view = view;
        averageLength = (double)view.LiveLength / Math.Max(1, view.LiveRows);
        Words = [.. wanted.Select(word => WeighedWord.Of(word, view.WordLists.Find(word, view, session), view))];
    }

    public IReadOnlyList<WeighedWord> Words { get; }

    /// <summary>Offers all rows, those without any of the words too.</summary>
    public void Offer(RowSet met, TopRows best)
    {
        var scores = ArrayPool<double>.Shared.Rent(Math.Max(1, view.Rows));
        Array.Clear(scores, 0, view.Rows);
        foreach (var word in Words)
        {
            foreach (var (row, count) in word.List)
            {
                if (met[row])
                    scores[row] += Share(word, row, count);
            }
        }

        foreach (var row in met)
            best.Offer(-scores[row], row);
        ArrayPool<double>.Shared.Return(scores);
    }

    /// <summary>What each word adds to the row's score.</summary>
    public IReadOnlyList<double> SharesOf(int row) => [.. Words.Select(word => Share(word, row, word.List.CountAt(row)))];

    private double Share(WeighedWord word, int row, double count) =>
        word.Idf * (count * (K1 + 1.0) / (count + (K1 * (1 - B + (B * view.Lengths[row] / averageLength)))));

    /// <param name="Token">The word.</param>
    /// <param name="List">Its rows.</param>
    /// <param name="Holding">In how many rows it stands.</param>
    /// <param name="Idf">Its inverse document frequency.</param>
    internal sealed record WeighedWord(Match.Token Token, WordList List, int Holding, double Idf)
    {
        public static WeighedWord Of(Match.Token token, WordList list, IndexView view)
        {
            var holding = list.CountIn(view.Live);
            var idf = Math.Log((view.LiveRows - holding + 0.5) / (holding + 0.5));
            return new WeighedWord(token, list, holding, idf <= 0 ? LeastIdf : idf);
        }
    }
}
