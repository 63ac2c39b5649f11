using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Full-time, part-time, contract and so on: labels and title first, then sentences about this position.</summary>
internal sealed partial class EmploymentStage : IStage<IReadOnlyList<Stated<EmploymentType>>>
{
    private const int MaxLine = 220;
    private static readonly Cue PositionCue = new(Position());

    public Verdict<IReadOnlyList<Stated<EmploymentType>>> Read(RoleScope role, Findings found)
    {
        var types = Of(found.TitleTexts().Concat(role.Texts(Label.Employment)));
        if (types.Count == 0)
            types = Of(role.Blocks.Lines().Where(line => line.Text.Length <= MaxLine && (PositionCue.IsMatch(line) || Short().IsMatch(line.Text))).Select(line => (line.Text, line.ToEvidence())));
        return types.Count == 0 ? Verdict<IReadOnlyList<Stated<EmploymentType>>>.None : Verdict<IReadOnlyList<Stated<EmploymentType>>>.Found(types);
    }

    private static List<Stated<EmploymentType>> Of(IEnumerable<(string Text, Evidence Evidence)> texts) =>
        [.. texts
            .SelectMany(text => Terms.EmploymentTypes.Find(text.Text).Select(match => new Stated<EmploymentType>(match.Value, text.Evidence)))
            .DistinctBy(type => type.Value)];

    [GeneratedRegex(@"\b(this is an?|looking for an?|position|role|job type|employment|opportunity|contrat|vertrag|contratação|vaga|regime|we offer|stelle)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Position();

    [GeneratedRegex(@"^\W*[\w -]{4,20}\W*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Short();
}
