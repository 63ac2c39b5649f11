using System.Buffers;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Places that a sentence gives to this job: "looking for an analyst to join our team in Tel Aviv". Where the employer sits is not asked.</summary>
internal static partial class PlaceSentences
{
    private static readonly Cue AllAtCue = new(AllAt, Patterns.AnyCase);
    private static readonly Cue JobAtCue = new(JobAt, Patterns.AnyCase);
    private static readonly Cue OurOfficeCue = new(OurOffice, Patterns.SameCase);
    private static readonly Cue TeamOfCue = new(TeamOf, Patterns.SameCase);
    private const int MaxLine = 10_000;
    private const int Reach = 110;

    private static readonly SearchValues<string> Mentions = SearchValues.Create(
    [
        "based", "locat", "employment in", "position in", "role in", "job in", "wir suchen", "suchen wir", "someone", "somebody", "stationed", "posted", "office", "team in", "join", "standort", "büro", "basé", "situé", "embauch", "recrut", "bewerb", "bewirb", " tại ", " ở ",
        "arbeiten", "travaill", "trabaj", "trabalh", "work in", "working in", "work from", "work at", "recherch", "cherchons", "ubicad", "localizad", "escritório", "escritorio", "oficina", "勤務",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>The places of each such sentence, one list a sentence.</summary>
    public static IEnumerable<IReadOnlyList<Stated<Place>>> Find(IEnumerable<OutlineLine> lines)
    {
        foreach (var line in lines.Where(line => line.Text.Length <= MaxLine))
        {
            var (atJob, ofOffice, ofTeam) = (JobAtCue.MayMatch(line), OurOfficeCue.MayMatch(line), TeamOfCue.MayMatch(line));
            if (!(atJob || ofOffice || ofTeam) || !line.Text.AsSpan().ContainsAny(Mentions))
                continue;
            foreach (var sentence in Sentences.Of(line.Text))
            {
                if (Condition().IsMatch(sentence) || OfLaw().IsMatch(sentence))
                    continue;
                if (atJob && JobAtCue.Expression.Match(sentence) is { Success: true } at && Run(sentence[(at.Index + at.Length)..]) is { Count: > 0 } places)
                    yield return [.. places.Select(place => new Stated<Place>(place, line.ToEvidence()))];
                else if (ofOffice && OurOfficeCue.Expression.Match(sentence) is { Success: true } office && Run(office.Groups["places"].Value) is { Count: > 0 } named)
                    yield return [.. named.Select(place => new Stated<Place>(place, line.ToEvidence()))];
                else if (ofTeam && TeamOfCue.Expression.Match(sentence) is { Success: true } team && AreaVocabulary.Default.Resolve(team.Groups["place"].Value) is { City: not null } city)
                    yield return [new Stated<Place>(city, line.ToEvidence())];
            }
        }
    }

    /// <summary>The places of all of a document's roles: "All of the positions above are based in Sofia".</summary>
    public static IReadOnlyList<Stated<Place>> OfAll(IEnumerable<OutlineLine> lines)
    {
        foreach (var line in lines.Where(line => line.Text.Length <= MaxLine && AllAtCue.IsMatch(line)))
        {
            var at = AllAtCue.Match(line);
            if (Run(line.Text[(at.Index + at.Length)..]) is { Count: > 0 } places)
                return [.. places.Select(place => new Stated<Place>(place, line.ToEvidence()))];
        }

        return [];
    }

    // The places right behind the cue, as long as nothing but joining words stands between them.
    private static List<Place> Run(string text)
    {
        var places = new List<Place>();
        var end = 0;
        var head = text[..Math.Min(text.Length, Reach)];
        foreach (var match in AreaVocabulary.Default.Find(head))
        {
            var gap = head.AsSpan(end, match.Start - end);
            if (places.Count == 0 ? gap.Length > 60 || Breaks(gap) : !Joining().IsMatch(gap))
                break;
            if (match.Value.Kind is not AreaKind.Group)
                places.Add(AreaVocabulary.Default.ToPlace(match.Value, head.Substring(match.Start, match.Length)));
            end = match.Start + match.Length;
        }

        return places;
    }

    private static bool Breaks(ReadOnlySpan<char> gap) => gap.IndexOfAny(";:|?!") >= 0 || OtherSubject().IsMatch(gap);

    private const string AllAt = @"\b(all|these|the|our)( of)?( the)?( above| following| open| current)* (positions|roles|jobs|vacancies)\b.{0,40}?\b(based|located) (in|at|out of)\b";

    private const string JobAt = @"\b(employment|position|role|job) in (?=\p{Lu})|\b(position|role|job|work|working) (in|on|with) (an?|our|the)\b.{0,40}?\bteam (based )?(in|at)\b|\b(wir suchen|suchen wir)\b[^.;:]{3,140}?\bin (?!teilzeit|vollzeit|festanstellung|einem|einer|der|dem|den|unserem|unserer|unser)|\b(role|position|job|vacancy|internship|post|opportunity|workplace|place of work)( (is|will be))?( an?)?( (full|part)[- ]time,?( and| role| position)?)? (primarily |currently )?(based|located|situated|assigned)( out of| in| at| from)?\b"
        + @"|\b(contract|full[- ]?time|part[- ]?time|permanent|internship|freelance|temporary),? (based|located) (in|at|out of)\b|\b(work|working|arbeiten|travailler|trabajar|trabalhar) (in|from|at|à|em|en|aus)\b(?=.{2,40}\b(or|oder|ou|o) (remote|remotely|from home|remoto))"
        + @"|\bnous (embauchons|recrutons|recherchons|cherchons)\b.{0,80}?\b(à|en|au)\b|\b(bewirb|bewerbe|bewerben)\b.{0,40}?\bbei\b.{1,40}?\bin\b|\b(làm việc|full[- ]?time|part[- ]?time|văn phòng) (ở|tại)\b"
        + @"|\byou('ll|’ll| will)? (be |are )?(primarily |mainly )?(based|located|working|work) (in|at|from|out of)\b"
        + @"|\b(looking for|looking to (hire|recruit)|seeking|hiring|recruit\w*|searching for|need)\b.{0,140}?\b(based (in|at|out of)|located in|(team|office|offices) in|join (us|our \w+( \w+)?) in)\b"
        + @"|\bto join (us|our|the)\b.{0,60}\b(team|office|offices)\b( based)? in\b"
        + @"|\bwork( \w+){0,4} (from|at|in|out of) (one of )?(our|\w+['’]s)( \w+){0,2} offices? in\b"
        + @"|\bopen to (applicants|candidates)( who are)? (located|based|living) in\b"
        + @"|\b(remotely|remote)\b.{0,40}\bor (in|from) our offices? in\b"
        + @"|\b(an|für) unsere[mnr]? (haupt)?standorte?n?( in)?\b|\b(team|stelle|position|standort|wir)\b.{0,60}\bam standort\b|\b(in|aus) (unserem|unseren|einem unserer|einer unserer)( \w+){0,2} (büros?|offices?|bürostandorte\w*) in\b|\bvon einem unserer bürostandorte in\b"
        + @"|\b(someone|somebody) (who is )?((based|located|living) )?in\b|\b(she/he|he/she|s/he|(the )?(successful )?(candidate|applicant|incumbent|post ?holder|appointee)) (will|would|is to|should|must) be (based|located|stationed|posted) (in|at)\b"
        + @"|\brecrut\w+\b.{0,140}?\b(basée?s?|située?s?) (à|en|au)\b"
        + @"|\bposte (est )?(basé|situé)e? (à|en|au)\b|\bpuesto .{0,20}\b(ubicado|basado) en\b|\b(vaga|trabalho|trabalhar)\b.{0,60}\b(no escritório|em nosso escritório|localizad[ao])( em| de)?\b|\b(remoto|presencial|híbrido)\b.{0,20}\b(ou|em|no)\b.{0,25}\bescritórios? em\b";

    private const string OurOffice = @"\b(based|located|work\w*|join\w*|position|role)\b.{0,60}?\b(in|from|at|out of) (one of )?our (?<places>\p{Lu}[^.;:]{1,70}?) (offices?|headquarters|hq|studio|büro)\b";

    // "join Acme's Dublin team"
    private const string TeamOf = @"\bjoin(ing)? (our|the|\p{Lu}\w*['’]s?) ((growing|new|small|great) )?(?<place>\p{Lu}[\p{L}.'’ -]{2,30}?)([- ]based)? (team|office|hub)\b";

    [GeneratedRegex(@"^\W*(if|when|whether(?! you (want|prefer|would like|like) to work)|unless|while)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Condition();

    // "The salary range for this position in the U.S. is …", "an accommodation to apply for a job in the U.S.".
    [GeneratedRegex(@"\b(salary|compensation|pay) (range|band|scale)|\b(accommodations?|contingent upon|background (check|investigation)|equal opportunity|applicable law|required by law)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OfLaw();

    [GeneratedRegex(@"^[\s,/&()]*(\b(or|and|either|in|the|ou|oder|und|et|e|y|o|metro|area|downtown|central|greater|city|office|offices|our|based|preferably|ideally|both)\b[\s,/&()]*)*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Joining();

    [GeneratedRegex(@"\b(with|and (is|has|we|our)|customers?|clients?|who|which|that|company|companies|offices (around|across)|countries|people)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OtherSubject();
}
