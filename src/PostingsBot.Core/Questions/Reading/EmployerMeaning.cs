using System.Buffers;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Employers whose name is an English word ("Crunch", "Parallel", "Fetch"): the name is meant unless the word stands where a verb, an adjective or a common
/// noun stands ("to fetch", "a crunch", "parallel computing").
/// </summary>
internal sealed class EmployerMeaning(string text, IReadOnlyList<Word> words, IReadOnlySet<string> possessives)
{
    private static readonly SearchValues<char> Cuts = SearchValues.Create(",;:?!/");
    private static readonly HashSet<string> NameBefore = [.. "at about bei chez does by vs versus compare of drop except than".Split(' ')];
    private static readonly HashSet<string> VerbBefore = [.. "to i you we they can could will would should must may might please let us dont not never always and".Split(' ')];
    private static readonly HashSet<string> NounBefore = [.. "a an in my your some more very so too as".Split(' ')];
    private static readonly HashSet<string> ObjectAfter = [.. "me my us our the a an some all any it them this that these those up out down through into to".Split(' ')];

    private static readonly HashSet<string> Relating = [.. "similar compared comparable relative opposed next close belong belongs applied contrast".Split(' ')];

    public bool IsMeant(int i)
    {
        var name = words[i].Folded;
        var before = i > 0 && !IsCutAfter(i - 1) ? words[i - 1].Folded : "";
        var after = i + 1 < words.Count ? words[i + 1].Folded : "";
        if (words.Count == 1 || IsWrittenAsName(i) || (before is "to" && i > 1 && Relating.Contains(words[i - 2].Folded)))
            return true;
        if (VerbBefore.Contains(before) && !IsJoinedName(before, i) || NounBefore.Contains(before))
            return false;
        if (ObjectAfter.Contains(after) && (i == 0 || IsSmall(i - 1)) && !IsQuestionVerb(before))
            return false;
        return !IsAdjective(name) && (after.Length == 0 || IsCutAfter(i) || IsSmall(i + 1) || IsQuestionVerb(before) || Asks(i + 1));
    }

    /// <summary>"Crunch's", "at crunch", or a capital inside the sentence.</summary>
    public bool IsWrittenAsName(int i) =>
        possessives.Contains(words[i].Folded) || (i > 0 && (NameBefore.Contains(words[i - 1].Folded) || char.IsUpper(text[words[i].Start])));

    /// <summary>"Packback and crunch".</summary>
    private static bool IsJoinedName(string before, int i) => before is "and" && i > 1;

    private static bool IsQuestionVerb(string word) => word is "is" or "are" or "was" or "were" or "does" or "did" or "has" or "who" or "how" or "why" or "when";

    private bool IsSmall(int i) => WordLists.IsStop(words[i].Folded);

    private bool IsCutAfter(int i) => i + 1 < words.Count && text.AsSpan(words[i].Start + words[i].Length, words[i + 1].Start - words[i].Start - words[i].Length).ContainsAny(Cuts);

    /// <summary>A word that questions about roles and employers are made of: "crunch perks", "parallel tech stack".</summary>
    private bool Asks(int i) => CueLexicon.Table.At(words, i).Any();

    private static bool IsAdjective(string word) =>
        word.EndsWith("ible", StringComparison.Ordinal) || word.EndsWith("able", StringComparison.Ordinal) || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal);
}
