using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Labels;

/// <summary>Labelled values whose line breaks were lost as a page was copied: "Position Type: PermanentLocation: RemoteSalary: $90k".</summary>
internal static class GluedLabels
{
    private const int MaxLine = 10_000;
    private const int MaxValue = 120;

    private static readonly Cue LabelCue = new(Labels, Patterns.SameCase);

    /// <summary>The labels that stand right behind another value's last character, each with what follows up to the next one.</summary>
    public static IEnumerable<(Label Label, string Value)> Find(OutlineLine line)
    {
        if (line.Text.Length > MaxLine || !LabelCue.IsMatch(line))
            yield break;
        var matches = LabelCue.Expression.Matches(line.Text);
        for (var i = 0; i < matches.Count; i++)
        {
            var start = matches[i].Index + matches[i].Length;
            var end = i + 1 < matches.Count ? matches[i + 1].Index : line.Text.Length;
            if (end - start is > 0 and <= MaxValue && LabelNames.Of(matches[i].Groups["name"].Value) is { } label)
                yield return (label, line.Text[start..end]);
        }
    }

    /// <summary>Where the first of them begins; negative without one.</summary>
    public static int FirstIn(string value) => value.Contains(':', StringComparison.Ordinal) && LabelCue.Expression.Match(value) is { Success: true } match ? match.Index : -1;

    private const string Labels = @"(?<=[\p{L}\d)\]%+.])(?<=\P{Lu}|\p{Lu}\p{Lu})(?<name>(?:Job |Work )?Location|(?:Position|Employment|Job|Contract) Type|(?:Base )?Salary(?: Range)?|(?:Total )?Compensation(?: Range)?|Pay (?:Range|Rate)|Work(?:place)? (?:Model|Type|Mode)|Job ID#?|Reports To|Start Date|Job Title|Duration|Department|Schedule|Travel|Experience|Company):";
}
