using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>The words of an order without the politeness around it.</summary>
internal sealed class OrderText
{
    private static readonly HashSet<string> Before =
        [.. "please pls can could would you i we want to like need hey hi hello ok okay then and also us will so well actually just kindly may let's i'd we'd now sorry oh ahead bot".Split(' ')];

    private static readonly HashSet<string> Behind = [.. "please pls thanks thank you now then again too today asap immediately cheers ok okay".Split(' ')];

    private readonly string text;
    private readonly IReadOnlyList<Word> words;

    public OrderText(string text)
    {
        this.text = text;
        words = Words.Split(text);
        IsQuestion = text.TrimEnd().EndsWith('?');
        while (First < words.Count && (Before.Contains(words[First].Folded) || IsLead(First)) && !IsStatement(First))
            First++;
        End = words.Count;
        while (End > First + 1 && Behind.Contains(words[End - 1].Folded) && !(words[End - 1].Folded is "again" or "now" or "today" or "you"))
            End--;
    }

    public bool IsQuestion { get; }

    /// <summary>The first word behind the politeness.</summary>
    public int First { get; }

    /// <summary>The first word of the politeness at the end; the count when there is none.</summary>
    public int End { get; }

    public int Count => words.Count;

    /// <summary>Folded; empty beyond the ends.</summary>
    public string this[int i] => i >= 0 && i < words.Count ? words[i].Folded : "";

    /// <summary>One of the words stands behind the politeness in front.</summary>
    public bool HasOneOf(HashSet<string> some)
    {
        for (var i = First; i < End; i++)
        {
            if (some.Contains(words[i].Folded))
                return true;
        }

        return false;
    }

    /// <summary>As written, from the first word to the end of the last, with the sign before a number or a name ("#2", "@Ana", "€90k").</summary>
    public string Written(int first, int end)
    {
        if (first >= end)
            return "";
        var from = words[first].Start;
        while (from > 0 && text[from - 1] is '#' or '@' or '€' or '$' or '£' or '<' or '(' or '"')
            from--;
        return text[from..(end == words.Count ? text.Length : words[end - 1].Start + words[end - 1].Length)].TrimEnd(' ', '\n', '.', '!', '?', ',', ';');
    }

    /// <summary>"Go ahead and close it", "let us close it".</summary>
    private bool IsLead(int i) => (words[i].Folded, this[i + 1]) is ("go", "ahead") or ("let", "us");

    /// <summary>"We have filled it", "I approve": the word is its subject, not politeness.</summary>
    private bool IsStatement(int i) => words[i].Folded is "i" or "we" && this[i + 1] is not ("want" or "would" or "need" or "will" or "like" or "d");
}
