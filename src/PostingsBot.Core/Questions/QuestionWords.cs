using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions;

/// <summary>What the question's own words ask for.</summary>
internal static class QuestionWords
{
    /// <summary>"how many", "how often", "how long", "how big", "wie viele": the answer is a number.</summary>
    public static bool WantsNumber(string text)
    {
        var words = Words.Split(text).Select(w => w.Folded).ToList();
        return words.Zip(words.Skip(1)).Any(pair => pair is ("how", "many" or "much" or "often" or "long" or "big" or "large") or ("wie", "viele" or "viel" or "oft" or "lange"))
            || words.Any(w => w is "cuantos" or "cuantas" or "quantos" or "quantas" or "combien");
    }
}
