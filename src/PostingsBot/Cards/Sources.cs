using System.Globalization;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Cards;

/// <summary>How the place of a fact is written: "seeds/003.txt:3".</summary>
internal static class Sources
{
    private const int LongestFile = 48;
    private const int MostOthers = 5;

    public static string Of(Quote quote) => Of(quote.File, quote.Line);

    /// <summary>A long path keeps its end, where the file's name stands. Line 0 is the name itself.</summary>
    public static string Of(string file, int line)
    {
        var name = Short(file);
        return line > 0 ? name + ":" + line.ToString(CultureInfo.InvariantCulture) : name;
    }

    /// <summary>The line that shows a listed role: the answer's own quote for it, else the role's title.</summary>
    public static Quote ForRole(Answer answer, int index)
    {
        var posting = answer.Postings[index];
        if (answer.Quotes.Count == answer.Postings.Count && answer.Quotes[index].File == posting.File)
            return answer.Quotes[index];
        var own = answer.Postings.Count(p => p.File == posting.File) == 1 ? answer.Quotes.FirstOrDefault(q => q.File == posting.File) : null;
        return own ?? Show.Quote(posting.File, posting.Title.Evidence);
    }

    /// <summary>"Also in: …; …"; null for a role that stands in one place.</summary>
    public static string? Others(Posting posting)
    {
        if (posting.Sources.Count == 0)
            return null;
        var more = posting.Sources.Count - MostOthers;
        return "Also in: " + string.Join("; ", posting.Sources.Take(MostOthers).Select(Of)) + (more > 0 ? $"; and {more.ToString(CultureInfo.InvariantCulture)} more" : "");
    }

    /// <summary>"lists/README.md line 12 (posted 2026-01-05)": another place where the role stands.</summary>
    private static string Of(PostingSource source) =>
        $"{Short(source.File)} line {source.Line.ToString(CultureInfo.InvariantCulture)}{(source.Posted is { } day ? $" (posted {LocalDatePattern.Iso.Format(day)})" : "")}";

    private static string Short(string file) => file.Length <= LongestFile ? file : "…" + file[^(LongestFile - 1)..];
}
