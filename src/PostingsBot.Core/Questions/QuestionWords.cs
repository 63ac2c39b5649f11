using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions;

/// <summary>What the question's own words ask for.</summary>
internal static class QuestionWords
{
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal) { "many", "much", "often", "long", "big", "large", "viele", "viel", "oft", "lange", "gross" };

    /// <summary>"how many", "how often", "how long", "how big", "wie viele": the answer is a number.</summary>
    public static bool WantsNumber(string text) =>
        MeasuresIn(text).Any() || Words.Split(text).Any(w => w.Folded is "cuantos" or "cuantas" or "quantos" or "quantas" or "combien" or "headcount" or "size" || w.Folded is "big" or "large" or "small");

    /// <summary>"how long", "wie lange": the answer is a time.</summary>
    public static bool WantsDuration(string text) => Words.Split(text).Select(w => w.Folded).ToList() is var words
        && words.Zip(words.Skip(1)).Any(pair => pair is ("how", "long") or ("wie", "lange") or ("quanto", "tempo") or ("cuanto", "tiempo") or ("combien", "de"));

    /// <summary>The topic without words that say nothing of it: "big" in "how big is the team", "needed" in "a licence needed?".</summary>
    public static IReadOnlyList<string> WithoutMeasure(IEnumerable<string> topic, string text)
    {
        var measures = MeasuresIn(text).ToHashSet(StringComparer.Ordinal);
        return [.. topic.Where(word => !measures.Contains(Words.Fold(word)) && word is not ("needed" or "required" or "necessary"))];
    }

    private static IEnumerable<string> MeasuresIn(string text)
    {
        var words = Words.Split(text).Select(w => w.Folded).ToList();
        return words.Zip(words.Skip(1)).Where(pair => pair.First is "how" or "wie" && Measures.Contains(pair.Second)).Select(pair => pair.Second);
    }
}
