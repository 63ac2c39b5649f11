using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>A degree that is asked for, with the words that name it and whether experience stands for it.</summary>
internal sealed partial class DegreeStage : IStage<Stated<Degree>>
{
    private static readonly Cue NameCue = new(Name, Patterns.AnyCase);

    public Verdict<Stated<Degree>> Read(RoleScope role, Findings found)
    {
        foreach (var section in role.Sections)
        {
            foreach (var line in section.Lines)
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

    private const string Name = @"(\b(bachelor|master|university|college|computer science|engineering|undergraduate|graduate|advanced|technical|four-year|4-year)(['’]?s)?( or (master|bachelor|higher|advanced)(['’]?s)?)? degree( (in|of) [A-Za-z][A-Za-z/&' -]{2,50})?|\bdegree in [A-Za-z][A-Za-z/&' -]{2,50}|\b(B\.? ?(S|A|Sc)|M\.? ?(S|Sc|A)|BSc|MSc|BS|MS|BS/MS|Ph\.?D)\.?( degree)? in [A-Z][A-Za-z/&' -]{2,50}|\b(bachelor|master)(['’]s)?( or (master|higher)(['’]s)?)? in [A-Z][A-Za-z/& -]{2,50}|\b(BS|BA|MS|MA|BSc|MSc|B\.S\.?|M\.S\.?|B\.A\.?|M\.A\.?) ?/ ?(BS|BA|MS|MA|BSc|MSc|B\.S\.?|M\.S\.?|B\.A\.?|M\.A\.?)\b|\bPh\.?D\b|\b(fach)?hochschulabschluss\b|\babgeschlossene[sn]? ([\w-]+ ){0,3}(hochschul)?(studium|ausbildung|berufsausbildung)\b|\b(\w+)?studium (der|in) [A-ZÄÖÜ][\w-]{3,40}|\bensino (superior|médio)( completo)?( em [\w ]{3,40})?|\b(graduação|bacharelado|mestrado|formação superior|curso superior)( completa?)?( em [\w ]{3,40})?|\b(grado|título|titulación|licenciatura|carrera|ingeniería|máster) (universitari[ao]|en [\w ]{3,40})|\bestudios universitarios\b|\bbac ?\+ ?\d( ?(à|/|-) ?\d)?|\bdiplôme d['’][\w é]{3,30}|\b(formation|école) (supérieure|d['’]ingénieurs?)|\bmaster (\d )?en [\w é]{3,40})|(大学|大學|専門学校|高校|短大)(卒|卒業|院|院卒)(以上)?|学士|修士|博士|(本科|大专|大專|专科|專科|大學|大学|高中|高職|碩士|硕士|学士|學士|博士)(及)?(及以上|以上)(学历|學歷)?|(学历|學歷)(不限)|(학사|석사|박사|대졸|초대졸|고졸|전문대)( ?(이상|졸업|학위))?|학력 ?무관";

    [GeneratedRegex(@"\b(equivalent|commensurate|or (similar|relevant|related|comparable|practical|professional)( \w+)? (experience|training|qualification)|or experience|(oder )?vergleichbar\w*|ou équivalente?|o equivalente|ou (formação |experiência )?equivalente)\b|相当|同等|동등", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Equivalent();

    [GeneratedRegex(@"\b(preferred|a plus|nice to have|desirable|ideally|bonus|von vorteil|wünschenswert|idealerweise|un plus|souhaité|deseable|se valora|valorable|desejável|diferencial)\b|歓迎|优先|優先|尤佳|우대", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Preferred();

    [GeneratedRegex(@"\b(no|not) .{0,30}degree|degree .{0,20}\b(not|isn['’]t) (required|needed|necessary)|\b(keine?|kein) .{0,30}(studium|abschluss) (nötig|erforderlich|notwendig)|\bsem necessidade de (graduação|diploma)|不問|不限|무관", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NotNeeded();
}
