using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The short lines right under the title, as saved pages of job boards have them: employer, place, pay, hours, each in a line or divided by dots.</summary>
internal static partial class UnderTitle
{
    private const int MaxLines = 5;
    private const int MaxLine = 90;
    private const int MaxBeside = 12;

    /// <summary>The lines behind the title's own, up to the first that is prose, an item, a label or a section's heading.</summary>
    public static IEnumerable<OutlineLine> Lines(RoleScope role, Stated<string> title)
    {
        if (role.IsRecord)
            yield break;
        var count = 0;
        foreach (var block in role.Blocks.SkipWhile(block => block.LastLine < title.Evidence.FirstLine))
        {
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.Heading))
            {
                if (count > 0 || block.FirstLine > title.Evidence.LastLine)
                    yield break;
                continue;
            }

            foreach (var line in block.Lines.Where(line => line.Number > title.Evidence.LastLine))
            {
                if (++count > MaxLines || line.Text.Length > MaxLine || line.Text.TrimEnd() is [.., '.' or '!' or '?' or ':' or ';'] || LabelReader.IsLabelled(line.Text) || SectionBuilder.KindOf(line) is not null)
                    yield break;
                yield return line;
            }
        }
    }

    /// <summary>"Heron Works • Leeds, UK • via Jobline": what the dots and bars of a line divide, at least one part.</summary>
    public static IReadOnlyList<string> Parts(OutlineLine line) =>
        line.Text.AsSpan().ContainsAny("•·|") && Dot().Split(line.Text).Select(part => part.Trim()).Where(part => part.Length > 0).ToList() is { Count: > 0 } parts ? parts : [line.Text.Trim()];

    /// <summary>The line says how the work is done and where: "Remote [UK or EU]", "On-site / Leeds".</summary>
    public static bool IsOfWorkplace(OutlineLine line) =>
        Terms.Workplaces.Find(line.Text, line.Shared.Words) is { Count: > 0 } said
        && line.Text.Count(char.IsLetter) - said.Sum(match => match.Length) - AreaVocabulary.Default.Find(line.Text).Sum(match => match.Length) <= MaxBeside;

    [GeneratedRegex(@"\s*[•·|]\s*", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Dot();
}
