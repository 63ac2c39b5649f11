using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Commands.Explaining;

/// <summary>A fact in the margin of the line it was read from. The role counts from 1; 0 is the document itself.</summary>
internal sealed record Mark(int Role, int Fact, string Label, FactValue Value);

/// <summary>Which facts stand in which line of a document, and which are not stated.</summary>
internal sealed class Margin
{
    private readonly ILookup<int, Mark> marks;
    private readonly ILookup<int, Diagnostic> remarks;

    public Margin(ParsedDocument document, IReadOnlyList<PostingFact> facts, bool withDocument)
    {
        var all = document.Postings.SelectMany((posting, role) => facts.SelectMany((fact, number) => fact.Of(posting).Select(value => new Mark(role + 1, number, fact.Label, value))));
        if (withDocument && document.Company is { } company)
            all = PostingFacts.Of(company).Select((fact, number) => new Mark(0, number, fact.Label, fact.Value)).Concat(all);
        marks = all.ToLookup(mark => mark.Value.Evidence.FirstLine);
        remarks = document.Diagnostics.ToLookup(remark => remark.Line ?? 0);
        NotStated = [.. document.Postings.Select(posting => (IReadOnlyList<string>)[.. facts
            .Where(fact => !facts.Any(other => other.Field == fact.Field && other.Of(posting).Any()))
            .Select(fact => fact.Field == "skills" ? "skills" : fact.Label)
            .Distinct()])];
    }

    /// <summary>By role: the facts without a line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> NotStated { get; }

    /// <summary>Lines count from 1; line 0 holds what was read from the file's name.</summary>
    public IEnumerable<Mark> MarksOf(int line) => marks[line];

    /// <summary>Line 0 holds the remarks on the whole document.</summary>
    public IEnumerable<Diagnostic> RemarksOf(int line) => remarks[line];

    public bool IsNearMark(int line, int distance) => Enumerable.Range(line - distance, (2 * distance) + 1).Any(near => near > 0 && (marks.Contains(near) || remarks.Contains(near)));

    /// <summary>The marks of a line as words, values of one fact of one role together: "[2] level: mid, senior".</summary>
    public static IEnumerable<(int Fact, string Text)> Words(IEnumerable<Mark> marks, bool withRole) => marks
        .GroupBy(mark => (mark.Role, mark.Fact, mark.Label))
        .Select(group => (group.Key.Fact, TerminalText.Printable(
            (withRole && group.Key.Role > 0 ? string.Create(CultureInfo.InvariantCulture, $"[{group.Key.Role}] ") : "")
            + $"{group.Key.Label}: {string.Join(", ", group.Select(mark => mark.Value.Text).Distinct())}")));
}
