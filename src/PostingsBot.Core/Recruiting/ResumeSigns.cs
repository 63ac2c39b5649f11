using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;

namespace PostingsBot.Core.Recruiting;

/// <summary>
/// Tells a resume from a posting: its headings, spans of years, ways to reach a person and a first person speak for one; words of those who hire speak against.
/// </summary>
internal static partial class ResumeSigns
{
    private const int Enough = 4;
    private const int MostHeading = 50;

    public static bool Are(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var named = lines.Take(5).Any(line => line.Length <= MostHeading && Name().IsMatch(line)) ? 3 : 0;
        var headings = lines.Where(line => line.Length <= MostHeading).Count(line => Heading().IsMatch(line));
        var spans = Span().Count(text);
        var person = (Reach().IsMatch(text) ? 1 : 0) + (FirstPerson().Count(text) > 1 ? 1 : 0);
        var signs = named + Math.Min(headings, 3) + Math.Min(spans, 3) + person;
        return (named > 0 || headings > 1) && (named > 0 || spans > 1) && signs - (2 * Math.Min(Hiring().Count(text), 4)) >= Enough;
    }

    [GeneratedRegex(@"^\W*(resume|résumé|curriculum vitae|curriculum|cv|lebenslauf)\b|\b(resume|résumé|curriculum vitae|lebenslauf)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\W*(work |professional |employment |career )?(experience|history)\W*$|^\W*(education|certifications?|references|career objective|objective|profile|professional summary|summary|hobbies|interests|publications|personal (details|information)|projects|awards|languages|skills|technical skills|berufserfahrung|ausbildung|kenntnisse|sprachen|berufliche erfahrung|experiencia( laboral)?|formaci[oó]n|exp[eé]riences? professionnelles?|formation)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(19|20)\d{2}\s*(-|–|—|to|bis)\s*([a-z]{3,9}\.?\s+)?((19|20)\d{2}|present|current|now|today|heute|ongoing)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Span();

    [GeneratedRegex(@"linkedin\.com/in/|\bdate of birth\b|\bgeburtsdatum\b|\bmarital status\b|\breferences (are )?available\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Reach();

    [GeneratedRegex(@"\b(I (am|was|have|led|built|worked|designed|managed|developed)|my)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\b(we('re| are) (looking|hiring|searching|seeking)|you will|you('ll| have| bring| are)|your (profile|tasks|role|responsibilities)|join (us|our)|we offer|apply (now|at|by|here|via|online)|to apply|how to apply|candidates?|the ideal|equal opportunity|wir (suchen|bieten)|deine|ihre aufgaben)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Hiring();
}
