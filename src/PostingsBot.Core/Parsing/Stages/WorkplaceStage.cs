using System.Buffers;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Remote, hybrid or on site: title and labels first, then what the text says of working for this employer.</summary>
internal sealed partial class WorkplaceStage : IStage<Stated<Workplace>>
{
    private const int MaxBefore = 8;
    private static readonly SearchValues<char> Dividers = SearchValues.Create(",(/|:;-–—&");
    private static readonly Cue DaysInOfficeCue = new(DaysInOffice, Patterns.AnyCase);
    private static readonly Cue NotTheRoleCue = new(NotTheRole, Patterns.AnyCase);
    private static readonly Cue HybridWorkCue = new(HybridWork, Patterns.AnyCase);
    private static readonly Cue RemoteWorkCue = new(RemoteWork, Patterns.AnyCase);
    private static readonly Cue PresenceCue = new(Presence, Patterns.AnyCase);
    private static readonly Cue OnsiteWorkCue = new(OnsiteWork, Patterns.AnyCase);

    public Verdict<Stated<Workplace>> Read(RoleScope role, Findings found)
    {
        var workplace = Allowed(role)
            ?? FromTexts(found.TitleTexts())
            ?? FromTexts(role.Labels.Where(value => value.Label is Label.Location or Label.RemoteWithin && !IsRemark(value)).Select(value => (value.Value, value.Evidence)))
            ?? FromTexts(role.Texts(Label.Employment))
            ?? FromOffice(role)
            ?? FromFlag(role)
            ?? FromTexts(role.Texts(Label.Remote))
            ?? Anywhere(role)
            ?? FromTexts(role.Header.Lines().Select(line => (line.Text, line.ToEvidence())))
            ?? FromTexts((found.Title is { } title ? UnderTitle.Lines(role, title) : []).Where(UnderTitle.IsOfWorkplace).Select(line => (line.Text, line.ToEvidence())))
            ?? FromText(role.Lines);
        if (workplace is null)
            return Verdict<Stated<Workplace>>.None;
        var denied = role.LabelledAs(Label.Remote).FirstOrDefault(flag => Cues.Denies(flag.Value));
        return denied is null || workplace.Value is Workplace.Onsite
            ? Verdict<Stated<Workplace>>.Found(workplace)
            : Verdict<Stated<Workplace>>.Ambiguous(workplace, Diagnostics.Ambiguous("workplace", $"\"{denied.Evidence.Text}\" stands against \"{workplace.Evidence.Text}\"; the latter was taken.", denied.Evidence.FirstLine));
    }

    /// <summary>What running text says: hybrid cues weigh more than remote ones, since they say both.</summary>
    public static Stated<Workplace>? FromText(IReadOnlyList<OutlineLine> lines)
    {
        Stated<Workplace>? remote = null, onsite = null, presence = null;
        foreach (var line in lines)
        {
            if (DaysInOfficeCue.IsMatch(line))
                return new Stated<Workplace>(Workplace.Hybrid, line.ToEvidence());
            var named = Terms.Workplaces.Find(line.Text, line.Shared.Words);
            var present = presence is null && PresenceCue.IsMatch(line);
            if ((named.Count == 0 && !present) || NotTheRoleCue.IsMatch(line) || Cues.IsUnticked(line.Text))
                continue;
            if (present)
                presence = new Stated<Workplace>(Workplace.Onsite, line.ToEvidence());
            foreach (var match in named)
            {
                // A distributed team says nothing of this role by itself.
                var words = line.Text.AsSpan(match.Start, match.Length);
                if (words.StartsWith("distributed", StringComparison.OrdinalIgnoreCase) || (words.EndsWith("distributed", StringComparison.OrdinalIgnoreCase) && !OfPeople().IsMatch(line.Text)))
                    continue;
                switch (match.Value)
                {
                    case Workplace.Hybrid when HybridWorkCue.IsMatch(line):
                        return new Stated<Workplace>(Workplace.Hybrid, line.ToEvidence());
                    case Workplace.Remote when remote is null && RemoteWorkCue.IsMatch(line):
                        remote = new Stated<Workplace>(Workplace.Remote, line.ToEvidence());
                        break;
                    case Workplace.Onsite when onsite is null && OnsiteWorkCue.IsMatch(line):
                        onsite = new Stated<Workplace>(Workplace.Onsite, line.ToEvidence());
                        break;
                }
            }
        }

        return presence ?? remote ?? onsite;
    }

    // Of several labels, as the tags of an issue, the one that allows remote work counts.
    private static Stated<Workplace>? Allowed(RoleScope role)
    {
        var said = role.Texts(Label.Workplace).Select(text => FromTexts([text])).OfType<Stated<Workplace>>().ToList();
        return said.Find(workplace => workplace.Value is Workplace.Remote) ?? said.FirstOrDefault();
    }

    // "🌍 Quarterly weeks of working from anywhere" is a benefit: other words stand before.
    private static bool IsRemark(LabelledValue value)
    {
        if (value.Origin is not LabelOrigin.Mark || Terms.Workplaces.Find(value.Value) is not [var first, ..])
            return false;
        var before = value.Value[..first.Start];
        return AreaVocabulary.Default.Find(before).Count == 0 && before[(before.AsSpan().LastIndexOfAny(Dividers) + 1)..].Count(char.IsLetter) > MaxBefore;
    }

    // "Work location: anywhere (prefer mornings in Europe)"
    private static Stated<Workplace>? Anywhere(RoleScope role) =>
        role.LabelledAs(Label.Location)
            .Where(value => value.Origin is not LabelOrigin.Heading && AreaVocabulary.Default.Resolve(value.Value.Split('(')[0])?.Area == AreaData.World)
            .Select(value => new Stated<Workplace>(Workplace.Remote, value.Evidence))
            .FirstOrDefault();

    // "workType: office": in a sentence the word says nothing.
    private static Stated<Workplace>? FromOffice(RoleScope role) =>
        role.Labels
            .Where(value => value.Label is Label.Workplace or Label.Employment && Office().IsMatch(value.Value))
            .Select(value => new Stated<Workplace>(Workplace.Onsite, value.Evidence))
            .FirstOrDefault();

    private static Stated<Workplace>? FromFlag(RoleScope role)
    {
        foreach (var flag in role.LabelledAs(Label.Remote))
        {
            if (Cues.Says(flag.Value))
                return new Stated<Workplace>(Workplace.Remote, flag.Evidence);
            if (Cues.Denies(flag.Value))
                return FromText(role.Lines) is { Value: Workplace.Hybrid } hybrid ? hybrid : new Stated<Workplace>(Workplace.Onsite, flag.Evidence);
        }

        return null;
    }

    private static Stated<Workplace>? FromTexts(IEnumerable<(string Text, Evidence Evidence)> texts)
    {
        foreach (var (text, evidence) in texts)
        {
            var matches = Terms.Workplaces.Find(text);
            if (matches.Count == 0)
                continue;
            if (NoRemote().IsMatch(text))
                return new Stated<Workplace>(Workplace.Onsite, evidence);
            if (matches.Any(match => match.Value is Workplace.Hybrid) || PartlyRemote().IsMatch(text) || DaysInOfficeCue.Expression.IsMatch(text))
                return new Stated<Workplace>(Workplace.Hybrid, evidence);
            return new Stated<Workplace>(matches.Any(match => match.Value is Workplace.Remote) ? Workplace.Remote : matches[0].Value, evidence);
        }

        return null;
    }

    [GeneratedRegex(@"^\W*(office|in[- ]office|at the office|büro|im büro|bureau|oficina|escritório|ufficio|kantoor|biuro)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Office();

    // "A fully distributed team", as against a fully distributed architecture.
    [GeneratedRegex(@"\b(teams?|company|workforce|organi[sz]ation|remote\w*|people|employees|crew|staff|we|we['’]re|colleagues)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OfPeople();

    [GeneratedRegex(@"\b(no|not|non)[- ](a )?(fully )?remote\b|\bremote( work)? (is )?not\b|非远程|非遠端|(不|无法|無法)(支持|接受|提供|能)?(远程|遠端|居家)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoRemote();

    [GeneratedRegex(@"\b(partial(ly)?|some|temporar(y|ily)|occasional(ly)?|[1-9]\d?%)[ -]+remote\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PartlyRemote();

    private const string DaysInOffice = @"\b(at least |minimum |min\. )?(\d|one|two|three|four)([- ]{1,3}(to|or)?[- ]?(\d|two|three|four))? (days?|times?)( (a|per|each|every))?( week)?( in(to)? (the|our|an))?( \w+)? office\b|\bup to \d (remote days|days remote)|\b(in|from|at) (the|our|an) office (for |about |around |at least |minimum )?(\d|two|three|four)([- –]{1,3}(to|or)?[- ]?(\d|two|three|four))? days\b|\bsome remote work\b|\bmobiles? arbeiten\b|\b(\d|zwei|drei|einen?) tage? (pro|die|in der) woche\b.{0,25}\b(büro|homeoffice|home office|remote|vor ort)\b|\b\d jours? (de|par semaine (de|en|au)|en|au) (t[ée]l[ée]travail|pr[ée]sentiel|bureau)\b|\b\d ?j(ours?)? (de )?(TT|t[ée]l[ée]travail)\b|\b(\d|duas|dois|tr[êe]s) (vezes|dias) (por|na|a) semana\b.{0,25}\b(escrit[óo]rio|presencia\w+|casa|remoto)\b|\bhome ?office\b.{0,15}\b(\d ?x|(\d|uma?|duas|dois|tr[êe]s) (vez(es)?|dias?)) (na|por|a) semana\b|\b\d d[ií]as? (a la|por) semana\b.{0,25}\b(oficina|casa|remoto|teletrabajo)\b|週 ?[1-4１-４] ?[日回](程度)?の?(出社|在宅|リモート)|週に[1-4１-４]回|每[週周][1-4一二兩两三四][天日](在家|遠端|远程|進|进)|주 ?[1-4][일회] ?(출근|재택)";

    private const string NotTheRole = @"\bexperience\b.{0,40}\b(working|managing|leading|collaborating)\b.{0,40}\bremote(ly)?\b|\bin-house and remote\b|\b(infrequent|limited (no|number))\b|\b(our|the) (remote|distributed) (team|staff|colleagues|employees) of\b|\b(interview|hiring|recruitment|selection) process\b|\bour process (centers|centres|consists|starts|includes|involves)\b|\bremote (devices?|servers?|sensors?|sites?|access|control|procedure|debugging|areas?|desktop|monitoring|stakeholders?|support)\b|\b(no|not) (a )?remote\b|非远程|非遠端|不(支持|接受|提供)(远程|遠端|居家)|\binterviews? (\w+ ){0,3}remote|\b(dull|fun|snacks?|lunch(es)?|drinks|coffee|dogs?|parties|games?|beers?)\b[^.]{0,40}\b(at|in) (the|our) office\b|\b(customers?|clients?|users?)\b.{0,40}\bremote";

    private const string HybridWork = @"\bhybrid[- ](work|working|role|position|model|schedule|environment|telework|office|setup|policy|remote|arrangement)|\b(is|are|a) hybrid\b|\bflexible remote\b|\bhybrid\b.{0,30}\b(office|remote|home|days)\b|\b[ií]brid[oa]\b|\bh[ií]brid[oa]s?\b|\bhybrides?\b|\bt[ée]l[ée]travail partiel\b|\bhybrydow\w+|ハイブリッド|하이브리드|混合";

    private const string RemoteWork = @"\b(works?|working|team|position|role|job|employees?|hire|hiring|remote-first|remote-only|remotely|fully|full|100 ?%|all|anywhere|everyone|company|home|candidates?|option|friendly|distributed|opportunity|remoto|remota|possible|option(al)?|welcome|ok)\b|^\W{0,3}(remot|t[ée]l[ée]travail)|#LI-Remote\b|\b(travail|travailler|poste|t[ée]l[ée]travail (total|complet|possible|et/ou|ou))\b|リモート|在宅|テレワーク|遠端|遠距|远程|居家|재택|원격";

    // What is said of the role itself outweighs a skill: "ability to work remotely".
    private const string Presence = @"\b(this|the) ((role|position|job) is (fully |100 ?% )?(on[- ]?site|in[- ]person|in[- ]office)\b|is (an? )?(fully |100 ?% )?(on[- ]?site|in[- ]person|in[- ]office) (role|position|job)\b)|\bis an? (fully )?(on[- ]?site|in[- ]person|in[- ]office) (role|position|job)\b|\b(a|esta|essa|nossa) (vaga|posi[çc][ãa]o|oportunidade) (é|será) (100 ?% )?presencial\b";

    private const string OnsiteWork = @"#LI-Onsite\b|^\W*no (telecommut\w+|remote( work)?|wfh|home ?office)\W*$|\bkein home ?office\b|\bpas de t[ée]l[ée]travail\b|\b(position|role|job|work(ing)?(?! environment| atmosphere| culture| conditions)|based|candidate)\b";
}
