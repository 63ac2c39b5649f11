using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The remark about visas, sponsorship, the right to work or clearance, as the document words it.</summary>
internal sealed partial class VisaStage : IStage<Stated<string>>
{
    private const int MaxRemark = 400;
    private static readonly Cue RemarkCue = new(Remark());

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        foreach (var line in role.Blocks.Lines())
        {
            var match = RemarkCue.Match(line);
            if (!match.Success)
                continue;
            var sentence = Sentence(line.Text, match.Index);
            return Verdict<Stated<string>>.Found(new Stated<string>(sentence, line.ToEvidence()));
        }

        return Verdict<Stated<string>>.None;
    }

    private static string Sentence(string text, int at)
    {
        var start = text.LastIndexOf(". ", at, StringComparison.Ordinal) is var dot and >= 0 ? dot + 2 : 0;
        var end = text.IndexOf(". ", at, StringComparison.Ordinal) is var stop and >= 0 ? stop + 1 : text.Length;
        return text[start..Math.Min(end, start + MaxRemark)].Trim();
    }

    [GeneratedRegex(@"\b(visas?|sponsorships?|sponsor (a |your |work )?(visas?|you|candidates)|work permit|right to (live and )?work|work authori[sz]ation|authori[sz]ed to work|legally (able|eligible|authori[sz]ed)|eligible to work|security clearance|arbeitserlaubnis|permis de travail)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Remark();
}
