using System.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// Towns that are too small, and whose names are too like other words, to be found in running text: they count only where a posting gives nothing else as its
/// place. The file is read when it is first needed and searched in place.
/// </summary>
internal static class Towns
{
    private const int LongestName = 40;

    private static readonly Lazy<byte[]> File = new(Read);

    /// <summary>The town that the whole text names, in the region or country that it lies in; else the text itself, as a place that is not known.</summary>
    public static Place Locate(string text) => Line(Words.Fold(text)) is [_, var code, var name] && AreaVocabulary.Default.ByCode(code) is { } area
        ? AreaVocabulary.Default.ToPlace(area, text) with { City = name }
        : new Place(text, null, null, null, null);

    private static string[]? Line(string name)
    {
        // Folding makes a text longer: "ß" is "ss".
        if (name.Length > LongestName || !Ascii.IsValid(name))
            return null;
        Span<byte> key = stackalloc byte[LongestName];
        key = key[..Encoding.ASCII.GetBytes(name, key)];
        var file = File.Value.AsSpan();
        var (low, high) = (0, file.Length);
        while (low < high)
        {
            var middle = file[..((low + high) / 2)].LastIndexOf((byte)'\n') + 1;
            if (middle < low)
                middle = low;
            var end = middle + file[middle..].IndexOf((byte)'\n');
            var found = file[middle..(middle + file[middle..].IndexOf((byte)'\t'))].SequenceCompareTo(key);
            if (found == 0)
                return Encoding.UTF8.GetString(file[middle..end]).Split('\t');
            if (found < 0)
                low = end + 1;
            else
                high = middle;
        }

        return null;
    }

    /// <summary>The lines without the comments.</summary>
    private static byte[] Read()
    {
        using var stream = DataFile.Open("towns.tsv");
        var all = new byte[stream.Length];
        stream.ReadExactly(all);
        var start = 0;
        while (all.AsSpan(start).StartsWith("# "u8))
            start += all.AsSpan(start).IndexOf((byte)'\n') + 1;
        return all[start..];
    }
}
