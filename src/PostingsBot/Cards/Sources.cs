using System.Globalization;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Cards;

/// <summary>How the place of a fact is written: "seeds/003.txt:3".</summary>
internal static class Sources
{
    private const int LongestFile = 48;

    public static string Of(Quote quote) => Of(quote.File, quote.Line);

    /// <summary>A long path keeps its end, where the file's name stands. Line 0 is the name itself.</summary>
    public static string Of(string file, int line)
    {
        var name = file.Length <= LongestFile ? file : "…" + file[^(LongestFile - 1)..];
        return line > 0 ? name + ":" + line.ToString(CultureInfo.InvariantCulture) : name;
    }

    /// <summary>The line that shows a listed role: the answer's own quote for it, else the role's title.</summary>
    public static Quote ForRole(Answer answer, int index)
    {
        var posting = answer.Postings[index];
        if (answer.Quotes.Count == answer.Postings.Count && answer.Quotes[index].File == posting.File)
            return answer.Quotes[index];
        var own = answer.Postings.Count(p => p.File == posting.File) == 1 ? answer.Quotes.FirstOrDefault(q => q.File == posting.File) : null;
        return own ?? Of(posting.File, posting.Title.Evidence);
    }

    private static Quote Of(string file, Evidence evidence) => new(evidence.Text, file, evidence.FirstLine);
}
