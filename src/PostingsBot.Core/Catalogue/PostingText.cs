using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Catalogue;

/// <summary>A posting's sections as words, divided once for all who read them.</summary>
internal sealed record PostingText(IReadOnlyList<PostingText.Line> Lines)
{
    public static PostingText Of(Posting posting)
    {
        var lines = new List<Line>();
        foreach (var section in posting.Sections)
        {
            lines.Add(new Line(null, section.Heading, Words.Split(section.Heading)));
            foreach (var passage in section.Passages)
                lines.Add(new Line(passage, passage.Text, Words.Split(passage.Text.AsSpan())));
        }

        // What a header says of the contract ("permanent") is asked for as the words of a text are.
        lines.AddRange(posting.EmploymentTypes.Select(type => type.Evidence.Text).Distinct(StringComparer.Ordinal).Select(quote => new Line(null, quote, Words.Split(quote))));
        return new PostingText(lines);
    }

    public IReadOnlyList<string> Stems()
    {
        var stems = new string[Lines.Sum(line => line.Words.Count)];
        var next = 0;
        foreach (var line in Lines)
        {
            foreach (var word in Words.AsSpan(line.Words))
                stems[next++] = word.Stem;
        }

        return stems;
    }

    /// <param name="Passage">Null for a heading.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="Words">Its words.</param>
    internal readonly record struct Line(Evidence? Passage, string Text, IReadOnlyList<Word> Words);
}
