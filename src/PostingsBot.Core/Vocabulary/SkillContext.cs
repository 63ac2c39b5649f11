using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// Decides which spellings that are ordinary words too ("Go", "express", "rest", "C") are meant as skills. A marked spelling counts when
/// <list type="bullet">
/// <item>it stands in a list beside a skill that counts, or (not "^") beside another marked one: "Backbone, NodeJS", "Go or Rust";</item>
/// <item>it is marked "=" and written in exactly that case: "REST";</item>
/// <item>it is marked "+" and begins with a capital or stands in a question: "Tableau";</item>
/// <item>it is not marked "^" and a cue word stands beside it ("experience with Go", "Go developer"), or nothing but it stands in the text.</item>
/// </list>
/// In prose the spelling must begin with a capital; in lower case only an item of a list ("golang, rust") or a word before "developer" and the
/// like counts. In a short question (lenient) case does not matter, there are more cue words, and a part between commas may be the spelling alone.
/// Phrases of not-skills.tsv ("go ahead", "rest of") never count.
/// </summary>
internal sealed class SkillContext(string text, IReadOnlyList<Word> words, List<FoundSkill> found, bool lenient)
{
    private static readonly HashSet<string> Conjunctions = ["and", "or", "nor", "und", "oder", "et", "ou", "y", "o", "e", "plus", "sowie", "and/or", "not", "but"];
    private static readonly Lazy<SkillCues> Cues = new(() => new SkillCues());

    private readonly bool[] accepted = new bool[found.Count];

    public bool[] Accept()
    {
        for (var i = 0; i < found.Count; i++)
            accepted[i] = OnItsOwn(i);
        for (var i = 1; i < found.Count; i++)
            accepted[i] |= InList(i, i - 1, i);
        for (var i = found.Count - 2; i >= 0; i--)
            accepted[i] |= InList(i, i + 1, i + 1);
        return accepted;
    }

    private bool OnItsOwn(int i)
    {
        var mark = found[i].Spelling.Mark;
        if (mark is SkillMark.None || (mark is SkillMark.ThisCase && Written(i).SequenceEqual(found[i].Spelling.Written)))
            return true;
        if (mark is SkillMark.Capital && (lenient || Capital(i)))
            return true;
        if (mark is SkillMark.ListOnly)
            return false;
        if (lenient)
            return BesideCue(i) || BeforeTrade(i) || (BreaksBefore(found[i].First) && BreaksAfter(found[i].End));
        return Capital(i) ? BesideCue(i) || found[i] is { First: 0 } && found[i].End == words.Count : BeforeRole(i);
    }

    private ReadOnlySpan<char> Written(int i)
    {
        var last = words[found[i].End - 1];
        return text.AsSpan(words[found[i].First].Start..(last.Start + last.Length));
    }

    private bool Capital(int i)
    {
        var first = Written(i)[0];
        return char.IsUpper(first) || char.IsDigit(first) || (char.IsLower(found[i].Spelling.Skill!.Name[0]) && first == found[i].Spelling.Skill!.Name[0]);
    }

    /// <summary>Whether a spelling stands in a list beside a neighbour that counts; <paramref name="right"/> is the right one of the two.</summary>
    private bool InList(int i, int neighbour, int right)
    {
        if (accepted[i] || !Separated(found[right - 1].End, found[right].First, out var explicitly))
            return false;
        if (!accepted[neighbour] && !(BothMarked(i, neighbour) && explicitly))
            return false;
        if (lenient)
            return explicitly || found[i].Spelling.Mark is not SkillMark.ListOnly;
        return Capital(i) ? explicitly || found[i].Spelling.Mark is not SkillMark.ListOnly : explicitly && BreaksBefore(found[i].First) && BreaksAfter(found[i].End);
    }

    private bool BothMarked(int i, int neighbour) =>
        found[i].Spelling.Mark is not SkillMark.ListOnly && found[neighbour].Spelling.Mark is not SkillMark.ListOnly
        && (lenient || (Capital(i) && Capital(neighbour) && Written(i).Length + Written(neighbour).Length > 2));

    /// <summary>Only signs of a list and conjunctions stand between two words. Explicitly: at least one of them does, not just a blank.</summary>
    private bool Separated(int left, int right, out bool explicitly)
    {
        explicitly = right > left;
        for (var i = left; i < right; i++)
        {
            if (!Conjunctions.Contains(words[i].Folded))
                return false;
        }

        var gap = text.AsSpan((words[left - 1].Start + words[left - 1].Length)..words[right].Start);
        foreach (var c in gap)
        {
            if (c is '.' or '!' or '?')
                return false;
            explicitly |= IsListSign(c);
        }

        return gap.Length <= 12;
    }

    private bool BreaksBefore(int word) =>
        word == 0 || Conjunctions.Contains(words[word - 1].Folded) || HasListSign(words[word - 1].Start + words[word - 1].Length, words[word].Start);

    private bool BreaksAfter(int end) =>
        end == words.Count || Conjunctions.Contains(words[end].Folded) || HasListSign(words[end - 1].Start + words[end - 1].Length, words[end].Start);

    private bool HasListSign(int from, int to)
    {
        foreach (var c in text.AsSpan(from..to))
        {
            if (IsListSign(c) || c is '.' or '!' or '?')
                return true;
        }

        return false;
    }

    private static bool IsListSign(char c) => c is ',' or ';' or '/' or '|' or '+' or '&' or '(' or ')' or '•' or '·' or '\n' or '\t' or ':' or '、' or '，';

    private bool BesideCue(int i)
    {
        var (first, end) = (found[i].First, found[i].End);
        var number = end < words.Count && char.IsDigit(words[end].Folded[0]);
        if (first > 0 && !number && SameSentence(first))
        {
            var before = words[first - 1].Folded;
            var pair = first > 1 ? words[first - 2].Folded + " " + before : before;
            if (Cues.Value.Before(before, lenient) || Cues.Value.Before(pair, lenient))
                return true;
        }

        return end < words.Count && SameSentence(end) && Near(end)
            && (Cues.Value.After(words[end].Folded, lenient) || (end + 1 < words.Count && Cues.Value.After(words[end].Folded + " " + words[end + 1].Folded, lenient)));
    }

    /// <summary>"Unity game dev", "go backend roles".</summary>
    private bool BeforeTrade(int i) =>
        found[i].End < words.Count && Near(found[i].End) && words[found[i].End].Start is var start && Terms.Disciplines.Find(text, words).Any(trade => trade.Start == start);

    private bool BeforeRole(int i) => found[i].End < words.Count && Near(found[i].End) && Cues.Value.Role(words[found[i].End].Folded);

    /// <summary>No end of a sentence before the word.</summary>
    private bool SameSentence(int word) =>
        text.AsSpan((words[word - 1].Start + words[word - 1].Length)..words[word].Start).IndexOfAny('.', '!', '?') < 0
        || words[word - 1].Folded is "e.g" or "i.e";

    /// <summary>A single sign stands before the word.</summary>
    private bool Near(int word) => words[word].Start - words[word - 1].Start - words[word - 1].Length <= 1;
}
