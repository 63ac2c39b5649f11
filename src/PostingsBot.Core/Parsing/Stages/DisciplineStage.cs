using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The kind of work, from the title; only a title that says nothing lets the hiring sentence speak.</summary>
internal sealed class DisciplineStage : IStage<IReadOnlyList<Stated<string>>>
{
    private const string Generic = "software";
    private static readonly Cue HiringCue = new(Hiring, Patterns.AnyCase);

    public Verdict<IReadOnlyList<Stated<string>>> Read(RoleScope role, Findings found)
    {
        var disciplines = found.Title is { } title ? Of(title.Value, title.Evidence) : [];
        if (disciplines.Count == 0 || disciplines.All(discipline => discipline.Value == Generic))
        {
            foreach (var line in role.LinesWith(HiringCue).Where(line => HiringCue.IsMatch(line)))
                disciplines.AddRange(Of(Sentence(line.Text), line.ToEvidence()));
        }

        var distinct = disciplines.DistinctBy(discipline => discipline.Value).ToList();
        return distinct.Count == 0 ? Verdict<IReadOnlyList<Stated<string>>>.None : Verdict<IReadOnlyList<Stated<string>>>.Found(distinct);
    }

    private static List<Stated<string>> Of(string text, Evidence evidence) =>
        [.. Terms.Disciplines.Find(text).Select(match => new Stated<string>(match.Value, evidence))];

    private static string Sentence(string text)
    {
        var start = HiringCue.Expression.Match(text).Index;
        var end = text.AsSpan(start).IndexOfAny(".,;!");
        return end < 0 ? text[start..] : text.Substring(start, end);
    }

    private const string Hiring = @"\b(looking for|seeking|hiring|searching for) (an?|experienced|talented|\w+) ";
}
