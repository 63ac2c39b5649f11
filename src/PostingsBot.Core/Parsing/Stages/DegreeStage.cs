using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>A degree that is asked for, with the words that name it and whether experience stands for it.</summary>
internal sealed partial class DegreeStage : IStage<Stated<Degree>>
{
    private static readonly Cue NameCue = new(Name());

    public Verdict<Stated<Degree>> Read(RoleScope role, Findings found)
    {
        foreach (var section in role.Sections)
        {
            foreach (var line in section.Blocks.Lines())
            {
                var match = NameCue.Match(line);
                if (!match.Success)
                    continue;
                var name = match.Value.Trim().TrimEnd(',', '.', ' ');
                return Verdict<Stated<Degree>>.Found(new Stated<Degree>(new Degree(name, NeedOf(section.Kind, line.Text)), line.ToEvidence()));
            }
        }

        return Verdict<Stated<Degree>>.None;
    }

    private static DegreeNeed NeedOf(SectionKind kind, string text)
    {
        if (NotNeeded().IsMatch(text))
            return DegreeNeed.NotNeeded;
        if (Equivalent().IsMatch(text))
            return DegreeNeed.RequiredOrEquivalent;
        return kind is SectionKind.NiceToHave || Preferred().IsMatch(text) ? DegreeNeed.Preferred : DegreeNeed.Required;
    }

    [GeneratedRegex(@"(\b(bachelor|master|university|college|computer science|engineering|undergraduate|graduate|advanced|technical|four-year|4-year)(['’]?s)?( or (master|bachelor|higher|advanced)(['’]?s)?)? degree( (in|of) [A-Za-z][A-Za-z/&' -]{2,50})?|\bdegree in [A-Za-z][A-Za-z/&' -]{2,50}|\b(B\.? ?(S|A|Sc)|M\.? ?(S|Sc|A)|BSc|MSc|BS|MS|BS/MS|Ph\.?D)\.?( degree)? in [A-Z][A-Za-z/&' -]{2,50}|\b(bachelor|master)(['’]s)?( or (master|higher)(['’]s)?)? in [A-Z][A-Za-z/& -]{2,50}|\bPh\.?D\b|\bhochschulabschluss\b|\babgeschlossenes (\w+ )?(studium|ausbildung)|\bensino superior\b|\bbac ?\+ ?\d|\bdiplôme d['’]\w+)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(equivalent|commensurate|or (similar|relevant|related|comparable|practical|professional)( \w+)? (experience|training|qualification)|or experience|vergleichbar\w*|ou équivalent|ou equivalente)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Equivalent();

    [GeneratedRegex(@"\b(preferred|a plus|nice to have|desirable|ideally|bonus)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Preferred();

    [GeneratedRegex(@"\b(no|not) .{0,30}degree|degree .{0,20}\b(not|isn['’]t) (required|needed|necessary)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NotNeeded();
}
