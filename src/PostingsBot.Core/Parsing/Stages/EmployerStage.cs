using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Who hires: a label, the title's "at X", the heading under the title, then the text's own phrases. Never a link's host.</summary>
internal sealed partial class EmployerStage : IStage<Stated<string>>
{
    private const int MaxName = 60;

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        var name = role.LabelledAs(Label.Company).Where(value => IsName(value.Value, value.Origin is LabelOrigin.Heading)).Select(value => new Stated<string>(value.Value, value.Evidence)).FirstOrDefault()
            ?? FromTitle(role, found)
            ?? FromHeader(role, found)
            ?? EmployerCues.Find(role.Blocks)?.Name;
        return name is null ? Verdict<Stated<string>>.None : Verdict<Stated<string>>.Found(name);
    }

    private static Stated<string>? FromTitle(RoleScope role, Findings found)
    {
        var written = role.LabelledAs(Label.Title).Select(value => (Text: value.Value, value.Evidence))
            .Concat(role.Header.Where(block => block.Kind is BlockKind.Heading).Select(block => (block.Text, Evidence: block.ToEvidence())));
        foreach (var (text, evidence) in written)
        {
            if (found.Title is not null && RoleTitles.EmployerIn(text) is { } name && IsName(name, true))
                return new Stated<string>(name, evidence);
        }

        return null;
    }

    // "# Title / ### Employer / #### facts": a heading right under the title that is neither place nor section.
    private static Stated<string>? FromHeader(RoleScope role, Findings found)
    {
        if (role.Header.Count < 3 || found.Title is null || role.Header[0].FirstLine != found.Title.Evidence.FirstLine)
            return null;
        var heading = role.Header[1];
        return heading is { Kind: BlockKind.Heading } && role.Header[2].Kind is BlockKind.Heading && IsName(heading.Text, true) && !Prose().IsMatch(heading.Text)
            ? new Stated<string>(heading.Text, heading.ToEvidence())
            : null;
    }

    // What a label calls the employer may hold a heading's word ("Layer Health").
    private static bool IsName(string text, bool unlabelled) =>
        text.Length is > 0 and <= MaxName
        && text.Any(char.IsLetterOrDigit)
        && !Unknown().IsMatch(text)
        && (!unlabelled || SectionBuilder.KindOf(text) is null)
        && AreaVocabulary.Default.Resolve(text) is null;

    [GeneratedRegex(@"^\s*(none|null|n/?a|unknown|confidential|undisclosed|hidden|-+|\?+|未提供)\s*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\b(you|your|we|our|us|what|how|why|who|role|job)\b|[?:]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Prose();
}
