using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The level, from the title or a label. Text about other people's levels ("you mentor juniors") is not asked.</summary>
internal sealed class SeniorityStage : IStage<IReadOnlyList<Stated<Seniority>>>
{
    // Longer is no title as written but a sentence that names the title.
    private const int MaxWritten = 160;

    public Verdict<IReadOnlyList<Stated<Seniority>>> Read(RoleScope role, Findings found)
    {
        var levels = Of(found.TitleTexts().Take(1), Terms.TitleSeniorities);
        if (levels.Count == 0)
            levels = Of(found.TitleTexts().Skip(1).Where(text => text.Text.Length <= MaxWritten), Terms.Seniorities);
        if (levels.Count == 0)
            levels = Of(role.Texts(Label.Level), Terms.Seniorities);
        return levels.Count == 0 ? Verdict<IReadOnlyList<Stated<Seniority>>>.None : Verdict<IReadOnlyList<Stated<Seniority>>>.Found(levels);
    }

    private static List<Stated<Seniority>> Of(IEnumerable<(string Text, Evidence Evidence)> texts, PhraseVocabulary<Seniority> words) =>
        [.. texts
            .SelectMany(text => words.Find(text.Text).Select(match => new Stated<Seniority>(match.Value, text.Evidence)))
            .DistinctBy(level => level.Value)];
}
