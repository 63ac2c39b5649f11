using System.Globalization;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Places in a list: "the second", "2nd", "#2", "number 2", "the last one", "den zweiten".</summary>
internal static class Ordinals
{
    private static readonly Dictionary<string, int> Names = new[]
    {
        ("first 1st erste ersten erstes premier premiere primero primera primer primeiro primeira former", 1),
        ("second 2nd zweite zweiten zweites deuxieme segundo segunda", 2),
        ("third 3rd dritte dritten drittes troisieme tercero tercera tercer terceiro terceira", 3),
        ("fourth 4th vierte vierten quatrieme cuarto cuarta quarto quarta", 4),
        ("fifth 5th funfte funften cinquieme quinto quinta", 5),
        ("sixth 6th sechste sexto sexta", 6),
        ("seventh 7th siebte septimo setimo", 7),
        ("eighth 8th achte octavo oitavo", 8),
        ("ninth 9th neunte noveno nono", 9),
        ("tenth 10th zehnte decimo", 10),
        ("last letzte letzten letztes dernier derniere ultimo ultima latter bottom", -1),
    }.SelectMany(e => e.Item1.Split(' ').Select(w => (w, e.Item2))).ToDictionary(e => e.w, e => e.Item2, StringComparer.Ordinal);

    public static (int End, int Number)? At(string text, IReadOnlyList<Word> words, int i)
    {
        var word = words[i].Folded;
        var after = i + 1 < words.Count ? words[i + 1].Folded : "";
        if (word is "number" or "no" or "nr" or "nummer" or "numero" or "option" or "result" && (Small(after) ?? DateReader.NumberOf(after)) is { } named)
            return (i + 2, named);
        if (Small(word) is { } bare && (words.Count == 1 || (words[i].Start > 0 && text[words[i].Start - 1] is '#')))
            return (i + 1, bare);
        // "How long would that last?"
        if (word is "last" && i > 1 && words[i - 1].Folded is "that" or "it" or "this" or "contract" or "job" or "role" && words.Take(i).Any(w => w.Folded is "long" or "would" or "will" or "does"))
            return null;
        if (Names.TryGetValue(word, out var number))
            return IsOfTheList(after) ? (i + 1, number) : null;
        return null;
    }

    /// <summary>"The second" and "the second one" point at the list; "second language", "first 100 employees" do not.</summary>
    private static bool IsOfTheList(string after) =>
        after.Length == 0 || CueWord(after) || (WordLists.IsStop(after) && !char.IsDigit(after[0]));

    private static bool CueWord(string after) => after is "one" or "job" or "role" or "posting" or "position" or "option" or "result" or "opening" or "listing" or "company" or "employer" or "stelle" or "engineer" or "vs" or "versus";

    private static int? Small(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 50 ? n : null;
}
