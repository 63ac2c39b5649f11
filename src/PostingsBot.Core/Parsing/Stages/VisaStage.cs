using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The remark about visas, sponsorship, the right to work or clearance, as the document words it.</summary>
internal sealed partial class VisaStage : IStage<Stated<string>>
{
    private static readonly Cue RemarkCue = new(Remark, Patterns.AnyCase);

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        if (role.IsWhole && role.Outline.FrontMatter.Entries.FirstOrDefault(entry => Key().IsMatch(entry.Path) && (Cues.Says(entry.Value) || Cues.Denies(entry.Value))) is { } flag)
            return Verdict<Stated<string>>.Found(new Stated<string>(flag.Path.Replace('_', ' ').Replace('-', ' ') + ": " + flag.Value, new Evidence(flag.Line, flag.Line, role.Outline.Source.Line(flag.Line).Trim().ToString())));
        foreach (var line in role.LinesWith(RemarkCue))
        {
            foreach (var match in RemarkCue.Matches(line))
            {
                var sentence = Sentences.At(line.Text, match.Index);
                if (!Other().IsMatch(sentence))
                    return Verdict<Stated<string>>.Found(new Stated<string>(sentence, line.ToEvidence()));
            }
        }

        return Verdict<Stated<string>>.None;
    }

    // "visa_sponsorship: false", as boards keep it.
    [GeneratedRegex(@"^(\w+\.)?(visa|visa[_-]?sponsorship|sponsors?[_-]?visas?|offers?[_-]?visa[_-]?sponsorship|sponsorship)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Key();

    private const string Remark = @"\b(visas?|sponsorships?|sponsor (a |your |work )?(visas?|you|candidates)|(work|working|residence) permits?|right to (live and )?work|work authori[sz]ation|(legally )?authori[sz]ed to (live and )?work|legally (able|eligible|authori[sz]ed|permitted)|eligible to (live and )?work|(security|sc|dv|ts/sci|secret|nato|government) clearance|security cleared|us citizen(ship|s)?|u\.s\. citizen(ship|s)?|h-?1b|arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel|visum|sicherheits(über)?prüfung|permis de travail|autorisation de travail|titre de séjour|habilitation (secret )?défense|permiso de trabajo|autorización para trabajar|visado|visto de trabalho|autorização (de|para) trabalh\w+|permissão de trabalho)\b|ビザ|就労資格|在留資格|签证|簽證|工作簽|工作许可|工作許可|취업 ?비자|비자|취업허가";

    /// <summary>The card company, money given to events, and a label without a value.</summary>
    [GeneratedRegex(@"\bvisa[,/ ]+(and |& )?(inc\b|mastercard|amex)|\bmastercard\b|\b(event|conference|team|open source) sponsorships?\b|\bsponsorships? (of|deals?|packages?|opportunities)\b|[:：] ?(unknown|n/?a|none|null|-+|\?+|不明|未知|未提供)?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Other();
}
