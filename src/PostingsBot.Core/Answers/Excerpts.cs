using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>
/// What is quoted of lines that are a page long, as texts that were copied without their line breaks have: the part that holds most of what was asked and answered, as written.
/// </summary>
internal static class Excerpts
{
    /// <summary>Characters of a line that is quoted whole, and of an excerpt.</summary>
    private const int Longest = 300;

    /// <summary>An excerpt may begin so much earlier, with its sentence.</summary>
    private const int Lead = 120;

    /// <summary>The answer with its long quotes cut; a quote that holds none of the words stays whole.</summary>
    public static Answer Of(Answer answer, Question question)
    {
        if (!answer.Quotes.Any(IsLong) && !(answer is FactAnswer { Facts: var rows } && rows.Any(row => IsLong(row.Source))))
            return answer;
        var facts = (answer as FactAnswer)?.Facts ?? [];
        var lines = answer.Quotes.Concat(facts.Select(row => row.Source)).Where(IsLong).Select(quote => quote!.Text);
        var stems = Stems([question.Text, question.About?.Label ?? "", .. AsksForWorkplace(question) ? lines.SelectMany(Workplaces) : [], .. question.Constraints.Select(constraint => constraint.Label), .. facts.Where(row => row.Value != row.Source?.Text).Select(row => row.Value ?? "")]);
        if (answer is FactAnswer fact)
            answer = fact with { Facts = [.. fact.Facts.Select(row => Cut(row, stems))] };
        return answer with { Quotes = [.. answer.Quotes.Select(quote => Cut(quote, stems)!)] };
    }

    private static FactRow Cut(FactRow row, HashSet<string> stems) =>
        Cut(row.Source, stems) is { } source ? row with { Source = source, Value = row.Value == row.Source!.Text ? source.Text : row.Value } : row;

    private static bool AsksForWorkplace(Question question) =>
        question is { Field: RoleField.Workplace } or { About: WorkplaceConstraint } || question.Constraints.Any(constraint => constraint is WorkplaceConstraint);

    /// <summary>The text's own words for where work is done.</summary>
    private static IEnumerable<string> Workplaces(string text) => Terms.Workplaces.Find(text).Select(match => text.Substring(match.Start, match.Length));

    private static bool IsLong(Quote? quote) => quote is { Text.Length: > Longest };

    private static HashSet<string> Stems(IEnumerable<string> texts) =>
        texts.SelectMany(text => Words.Split(text)).Where(word => word.Folded.Length > 1 && !WordLists.IsStop(word.Folded)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private static Quote? Cut(Quote? quote, HashSet<string> stems) => IsLong(quote) ? quote! with { Text = Cut(quote.Text, stems) } : quote;

    // The window with most different words of those looked for, the first of equals.
    private static string Cut(string text, HashSet<string> stems)
    {
        var hits = Words.Split(text).Where(word => stems.Contains(word.Stem)).ToList();
        var (best, most) = (-1, 0);
        for (var i = 0; i < hits.Count; i++)
        {
            var many = hits.Skip(i).TakeWhile(word => word.Start + word.Length <= hits[i].Start + Longest - Lead).DistinctBy(word => word.Stem).Count();
            if (many > most)
                (best, most) = (hits[i].Start, many);
        }

        return best < 0 ? text : Window(text, best);
    }

    private static string Window(string text, int at)
    {
        var start = Math.Max(0, at - Lead);
        if (start > 0)
        {
            var sentence = text.AsSpan(start, at - start).LastIndexOfAny(".!?") is >= 0 and var dot ? start + dot + 1 : text.IndexOf(' ', start);
            start = sentence < 0 || sentence > at ? start : sentence;
        }

        while (start < at && !char.IsLetterOrDigit(text[start]))
            start++;
        var end = Math.Min(text.Length, start + Longest);
        if (end < text.Length && text.LastIndexOf(' ', end, end - start) is > 0 and var blank && blank > at)
            end = blank;
        return text[start..end].Trim();
    }
}
