using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The time zones that the work is limited to, as the document words it. "Any time zone" is no limit, and the hour a deadline ends at is none.</summary>
internal sealed partial class TimeZoneStage : IStage<Stated<string>>
{
    private static readonly Cue ZoneCue = new(Zone, Patterns.SameCase);

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        foreach (var line in role.LinesWith(ZoneCue))
        {
            var match = ZoneCue.Match(line);
            if (!match.Success)
                continue;
            var sentence = Sentences.At(line.Text, match.Index);
            if (Limit().IsMatch(sentence) && !NoLimit().IsMatch(sentence))
                return Verdict<Stated<string>>.Found(new Stated<string>(sentence, line.ToEvidence()));
        }

        return Verdict<Stated<string>>.None;
    }

    private const string Zone = @"\b[Tt]ime ?[Zz]ones?\b|\b(?:UTC|GMT|CET|CEST|EET|WET|BST|EST|EDT|CST|PST|PDT|BRT|IST|JST|SGT|AEST)\b(?! *[:/]?\d{2}:)|(?<=\d ?(?:[APap]\.?[Mm]\.?)? ?)\b[EPCM]T\b|\b[Zz]eitzonen?\b|\b[Ff]useaux? horaires?\b|\b[Hh]usos? horarios?\b|\b[Zz]onas? horarias?\b|\b[Ff]usos? horários?\b|タイムゾーン|时区|時區|시간대";

    [GeneratedRegex(@"\b(within|overlap\w*|between|hours? of|based|located|reside|live|must|required?|only|prefer\w*|core hours|working hours|business hours|compatible|aligned?|from|in (the|an?|our|us|european|american|your)|innerhalb|zwischen|entre|dentro|compatible|compatível|sobreposi\w*|solap\w*)\b|±|\+ ?/ ?-|[+-−–] ?\d|以内|限", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(any|all|every|multiple|different|various|many|several|across|regardless of|no matter( what)?|whatever|own|their)( \w+){0,3} time ?zones?|\btime ?zones? (do(es)? not|don['’]t|doesn['’]t) matter|\bflexible\b.{0,40}\btime ?zones?|\b(deadline|closes?|closing|applications?|submitted|submit|apply|webinar|until|by) .{0,60}\b\d{1,2}(:\d{2})? ?[ap]\.?m\b|\bregister\b|\b(last )?updated\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoLimit();
}
