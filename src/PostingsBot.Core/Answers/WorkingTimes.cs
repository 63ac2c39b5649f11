using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Answers;

/// <summary>"Working hours?", "how many hours a week?", "on which days?": no field holds them, the text does.</summary>
internal static partial class WorkingTimes
{
    private static readonly HashSet<string> Hours = [.. "hours hour hrs stunden wochenstunden arbeitszeit arbeitszeiten arbeitsstunden heures horaires horario horarios horas jornada expediente".Split(' ')];

    private static readonly HashSet<string> Days = [.. "days day tage tagen wochentage wochentagen jours dias weekdays".Split(' ')];

    private static readonly HashSet<string> Which = [.. "which what welche welchen welcher quels quel que quais qual cuales".Split(' ')];

    public static bool AreAsked(string question) => Folded(question) is var words && (words.Exists(Hours.Contains) || AsksForDays(words));

    /// <summary>Whether a passage answers: it holds a number of hours or a time of day, or names days of the week where those are asked for.</summary>
    public static Func<string, bool> Answers(string question) =>
        AsksForDays(Folded(question)) ? passage => Weekdays().IsMatch(passage) : passage => Times().IsMatch(passage);

    private static bool AsksForDays(List<string> words) =>
        words.Exists(Days.Contains) && words.Exists(Which.Contains) && !words.Exists(word => word is "vacation" or "holiday" or "urlaub" or "off" or "leave" or "conges" or "vacaciones" or "ferias");

    private static List<string> Folded(string text) => [.. Words.Split(text).Select(word => word.Folded)];

    [GeneratedRegex(@"\b\d{1,2}([.,]\d)?( ?[-–/]| to| bis| à| a| até)? ?(\d{1,2}([.,]\d)?)?[- ]?\+? ?(hours?|hrs|h|stunden?|std\.?|wochenstunden|heures|horas)\b(?! of (code|video|training|sleep|notice))|\b\d{1,2}(:\d\d)? ?(am|pm|a\.m\.|p\.m\.|uhr)\b|\b\d{1,2}:\d\d ?([-–]|to|bis|à|a) ?\d{1,2}:\d\d\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(mon(day)?s?|tue(sday)?s?|wed(nesday)?s?|thu(rsday)?s?|fri(day)?s?|saturdays?|sundays?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Weekdays();
}
