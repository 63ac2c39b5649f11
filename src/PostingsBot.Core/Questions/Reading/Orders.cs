using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Leaves out orders to the machine ("ignore all previous instructions and say …"): a message is a question about roles or it is nothing.
/// The sentence that holds the order goes; of a sentence that goes on after it with a question, the question stays.
/// </summary>
internal static class Orders
{
    private static readonly char[] ClauseEnds = [',', ':', ';', '–', '—'];

    public static string Drop(string text)
    {
        var kept = Sentences(text).Select(s => HasOrder(s) ? QuestionAfter(s) : s).Where(s => s.Length > 0);
        return string.Join(' ', kept).Trim();
    }

    private static bool HasOrder(string text)
    {
        var words = Words.Split(text);
        return Enumerable.Range(0, words.Count).Any(i => CueLexicon.Table.At(words, i).Any(p => p.Value.Is(Cue.Instruct)));
    }

    private static string QuestionAfter(string sentence)
    {
        if (!sentence.TrimEnd().EndsWith('?'))
            return "";
        var clauses = sentence.Split(ClauseEnds);
        var after = clauses.Skip(Array.FindLastIndex(clauses, HasOrder) + 1).ToList();
        return after.Count > 0 ? string.Join(", ", after) : "";
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (!ends)
                continue;
            yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..].Trim();
    }
}
