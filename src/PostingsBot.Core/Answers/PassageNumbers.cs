using PostingsBot.Core.Text;

namespace PostingsBot.Core.Answers;

/// <summary>Numbers that a passage gives beside the words they count, for questions that no field answers.</summary>
internal static class PassageNumbers
{
    /// <summary>Words beside which years are no experience.</summary>
    private static readonly HashSet<string> OfTerm = [.. "duration dauer dauert ausbildung ausbildungsdauer lehrzeit apprenticeship traineeship programme befristet befristung term contract duree contrat duracion contrato duracao".Split(' ')];

    private static readonly HashSet<string> OfWorkplace =
        [.. "office offices onsite person in-person remote remotely home wfh hybrid buro homeoffice remoto remota teletrabajo oficina hibrido escritorio presencial bureau teletravail".Split(' ')];

    private static readonly HashSet<string> People =
    [
        .. ("people employees engineers developers colleagues staff members persons person team mitarbeiter mitarbeitern mitarbeitende mitarbeitenden mitarbeiterinnen kollegen entwickler personnes collaborateurs salaries "
            + "personas empleados colaboradores pessoas funcionarios strong").Split(' '),
    ];

    private static readonly HashSet<string> Months = [.. "months month weeks week monate monaten wochen mois semaines meses mes semanas".Split(' ')];

    private static readonly HashSet<string> Years = [.. "years year jahre jahren jahr ans anos".Split(' ')];

    private static readonly HashSet<string> Days = [.. "day days tage tagen jours dias".Split(' ')];

    private static readonly HashSet<string> Numerals = [.. "two three four five six seven eight nine ten twelve dozen twenty hundred".Split(' ')];

    /// <summary>"6 Monate", "12 weeks": a number of months or weeks, or of years that are no experience.</summary>
    public static bool SayDuration(string passage) =>
        Folded(passage) is var words && (Counts(words, Months) || (words.Exists(OfTerm.Contains) && Counts(words, Years)));

    /// <summary>"4 days/week in person", "3 días de oficina": how much of a week the place of work is said to be what.</summary>
    public static bool SayDaysInOffice(string passage) =>
        Folded(passage) is var words && Counts(words, Days) && words.Exists(OfWorkplace.Contains);

    /// <summary>"40 people", "12 senior engineers", "a team of 8".</summary>
    public static bool CountPeople(string passage)
    {
        var words = Folded(passage);
        return words.Zip(words.Skip(1).Append(""), words.Skip(2).Append("").Append("")).Any(three =>
            (IsCount(three.First) && (People.Contains(three.Second) || People.Contains(three.Third)))
            || (People.Contains(three.First) && three.Second is "of" or "von" or "de" && IsCount(three.Third)));
    }

    private static bool Counts(List<string> words, HashSet<string> counted) =>
        words.Zip(words.Skip(1)).Any(two => IsCount(two.First) && counted.Contains(two.Second));

    private static bool IsCount(string word) =>
        Numerals.Contains(word) || (word.TrimEnd('+') is { Length: > 0 and < 7 } digits && digits.All(c => char.IsDigit(c) || c is ',' or '.'));

    private static List<string> Folded(string text) => [.. Words.Split(text).Select(word => word.Folded)];
}
