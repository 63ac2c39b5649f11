using System.Globalization;
using System.Text;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// The names of cities. There are thousands of them and a text names few: the file stays as it is, in order of the folded names, and is searched
/// in place; a line is read when its name is found. So the start does not pay for them.
/// </summary>
internal sealed class CityNames
{
    private const int LongestName = 6;

    private readonly WordFilter firstWords = new();
    private readonly string file;
    private readonly int start;

    /// <param name="allWords">Takes the words of all names.</param>
    public CityNames(WordFilter allWords)
    {
        using var reader = new StreamReader(DataFile.Open("cities.tsv"), Encoding.UTF8);
        file = reader.ReadToEnd();
        while (file.AsSpan(start).StartsWith("# ", StringComparison.Ordinal))
            start = file.IndexOf('\n', start) + 1;
        for (var line = start; line < file.Length; line = file.IndexOf('\n', line) + 1)
            AddWords(KeyAt(line), allWords);
    }

    /// <summary>The longest name that starts at a word, and how many words it takes; 0 when none does.</summary>
    public int Longest(string text, IReadOnlyList<Word> words, int first, out List<AreaName> found)
    {
        found = [];
        var (key, taken) = (words[first].Folded, 0);
        if (!firstWords.MayHold(words[first].Number))
            return 0;
        for (var i = first; ; key += " " + words[i].Folded)
        {
            var line = LowerBound(key);
            if (KeyAt(line).SequenceEqual(key))
                taken = Read(line, key, found, i + 1 - first);
            else if (!KeyAt(line).StartsWith(key, StringComparison.Ordinal))
                return taken;
            if (++i == words.Count || i - first == LongestName || !PhraseGap.Joins(text, words[i - 1], words[i]))
                return taken;
        }
    }

    /// <summary>The one-word names of cities of so many thousand people.</summary>
    public IEnumerable<string> OneWordNames(int thousands) =>
        from line in file[start..].Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let cells = line.Split('\t')
        where !cells[0].Contains(' ', StringComparison.Ordinal) && int.Parse(cells[3], CultureInfo.InvariantCulture) >= thousands
        select cells[0];

    public Area? ByCode(string code)
    {
        var slash = code.IndexOf('/', StringComparison.Ordinal);
        var found = new List<AreaName>();
        var key = code[(slash + 1)..].Replace('-', ' ');
        var line = LowerBound(key);
        if (KeyAt(line).SequenceEqual(key))
            Read(line, key, found, 1);
        return found.Find(n => n.Area.Code == code)?.Area;
    }

    /// <summary>The first line whose key is not before the one given, by its first character.</summary>
    private int LowerBound(string key)
    {
        var (low, high) = (start, file.Length);
        while (low < high)
        {
            var middle = file.LastIndexOf('\n', (low + high - 1) / 2) + 1;
            if (middle < low)
                middle = low;
            if (KeyAt(middle).CompareTo(key, StringComparison.Ordinal) < 0)
                low = file.IndexOf('\n', middle) + 1;
            else
                high = middle;
        }

        return low;
    }

    private void AddWords(ReadOnlySpan<char> key, WordFilter allWords)
    {
        foreach (var part in key.Split(' '))
        {
            var number = WordFilter.NumberOf(key[part]);
            allWords.Add(number);
            if (part.Start.Value == 0)
                firstWords.Add(number);
        }
    }

    private ReadOnlySpan<char> KeyAt(int line)
    {
        var rest = file.AsSpan(line);
        return rest.IsEmpty ? rest : rest[..rest.IndexOf('\t')];
    }

    private int Read(int line, string key, List<AreaName> found, int taken)
    {
        found.Clear();
        for (; KeyAt(line).SequenceEqual(key); line = file.IndexOf('\n', line) + 1)
        {
            var cells = file[line..file.IndexOf('\n', line)].Split('\t');
            var mark = cells.Length < 5 ? AreaMark.None : cells[4] switch { "~" => AreaMark.Cue, "^" => AreaMark.Qualified, _ => AreaMark.ThisCase };
            var written = mark is AreaMark.ThisCase ? cells[4][1..] : cells[2];
            var area = new Area(cells[1] + "/" + Slug(cells[2]), cells[2], AreaKind.City);
            found.Add(new AreaName(area, int.Parse(cells[3], CultureInfo.InvariantCulture), written, mark, "cities.tsv"));
        }

        return taken;
    }

    private static string Slug(string name) => string.Join('-', Words.Split(name).Select(w => w.Folded));
}
