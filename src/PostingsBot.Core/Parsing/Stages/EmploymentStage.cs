using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Full-time, part-time, contract and so on: title and labels first, then sentences about this position, then words that mean nothing else.</summary>
internal sealed partial class EmploymentStage : IStage<IReadOnlyList<Stated<EmploymentType>>>
{
    private const int MaxLine = 10_000;
    private const int MaxSentence = 300;
    private const int Before = 40;
    private const int MaxLead = 2;
    private const int MaxShort = 60;
    private const int MaxHours = 120;
    private const int LeastHours = 8;
    private const int MostOfPart = 30;
    private static readonly Cue HoursAWeekCue = new(HoursAWeek, Patterns.AnyCase);

    public Verdict<IReadOnlyList<Stated<EmploymentType>>> Read(RoleScope role, Findings found)
    {
        var types = Distinct(found.TitleTexts().Concat(role.Texts(Label.Employment)).SelectMany(text => In(text.Text, text.Evidence))
            .Concat(found.TitleTexts().Where(text => TitledPlacement().IsMatch(text.Text)).Take(1).Select(text => new Stated<EmploymentType>(EmploymentType.Internship, text.Evidence)))
            .Concat(role.Texts(Label.Employment).Where(text => Placement().IsMatch(text.Text)).Select(text => new Stated<EmploymentType>(EmploymentType.Internship, text.Evidence))));
        if (types.Count == 0)
            types = OfShare(role, found);
        if (types.Count == 0)
            types = Distinct(WholeValues(role, path => !TagKey().IsMatch(path)));
        if (types.Count == 0)
            types = Distinct(role.Texts(Label.Location, Label.Salary).SelectMany(text => In(text.Text, text.Evidence)));
        // A label that tells the kind of contract leaves the hours to another line.
        if (types.Count == 0)
            types = Distinct(Naming(role).SelectMany(line => FromLine(line, false)));
        else if (types is [{ Value: EmploymentType.Contract }])
            types = Distinct(types.Concat(Naming(role).SelectMany(line => FromLine(line, true)).Where(type => type.Value is EmploymentType.FullTime or EmploymentType.PartTime)));
        if (types.Count == 0)
            types = Distinct(OfHours(role));
        if (types.Count == 0 && Distinct(WholeValues(role, OfTags)) is { Count: 1 } tagged)
            types = tagged;
        return types.Count == 0 ? Verdict<IReadOnlyList<Stated<EmploymentType>>>.None : Verdict<IReadOnlyList<Stated<EmploymentType>>>.Found(types);
    }

    // "Network Engineer, 80-100%": a share of full time up to all of it, as Swiss postings write it in the title or under it.
    private static List<Stated<EmploymentType>> OfShare(RoleScope role, Findings found) =>
        found.TitleTexts().Concat((role.IsWhole ? role.Outline.FrontMatter.Entries : []).Where(entry => entry.Path is "title" or "subtitle").Select(entry => (Text: entry.Value, Evidence: entry.ToEvidence())))
            .FirstOrDefault(text => ShareToFull().IsMatch(text.Text)) is { Text: not null } share
            ? [new Stated<EmploymentType>(EmploymentType.FullTime, share.Evidence), new Stated<EmploymentType>(EmploymentType.PartTime, share.Evidence)]
            : [];

    // "Commitment: ~20 hours / week"
    private static IEnumerable<Stated<EmploymentType>> OfHours(RoleScope role) =>
        role.Lines.Where(line => line.Text.Length <= MaxHours && HoursAWeekCue.IsMatch(line))
            .Select(line => (Line: line, Match: HoursAWeekCue.Match(line)))
            .Where(found => int.Parse(found.Match.Groups["most"].Value, CultureInfo.InvariantCulture) is >= LeastHours and <= MostOfPart && !OtherPeople().IsMatch(found.Line.Text))
            .Select(found => new Stated<EmploymentType>(EmploymentType.PartTime, found.Line.ToEvidence()))
            .Take(1);

    // "time: Full Time", "period: Full-time, Part-time": whatever the key, the value says nothing else.
    private static IEnumerable<Stated<EmploymentType>> WholeValues(RoleScope role, Func<string, bool> asked) =>
        (role.IsWhole ? role.Outline.FrontMatter.Entries : [])
            .Where(entry => entry.Value.Length is > 0 and <= MaxShort && asked(entry.Path))
            .Select(entry => (Entry: entry, Named: Terms.EmploymentTypes.Find(entry.Value)))
            .Where(value => value.Named.Count > 0 && value.Named.All(match => StandsAlone(value.Entry.Value, match)))
            .SelectMany(value => value.Named.Select(match => new Stated<EmploymentType>(match.Value, new Evidence(value.Entry.Line, value.Entry.Line, value.Entry.Value))));

    // Of the words for finding a page only a lone kind of employment is taken to speak of this page, and only where nothing else does.
    private static bool OfTags(string path) => path.StartsWith("tag", StringComparison.OrdinalIgnoreCase) || path.StartsWith("categor", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<OutlineLine> Naming(RoleScope role) =>
        role.Lines.Where(line => line.Text.Length <= MaxLine && Terms.EmploymentTypes.Find(line.Text, line.Shared.Words).Count > 0);

    private static IEnumerable<Stated<EmploymentType>> FromLine(OutlineLine line, bool alone)
    {
        if (Cues.IsUnticked(line.Text))
            yield break;
        var inLine = Terms.EmploymentTypes.Find(line.Text, line.Shared.Words);
        var end = 0;
        foreach (var sentence in Sentences.Of(line.Text))
        {
            var start = end;
            end += sentence.Length;
            if (!inLine.Any(match => match.Start < end && match.Start + match.Length > start))
                continue;
            if (sentence.Length > MaxSentence || Terms.EmploymentTypes.Find(sentence) is not { Count: > 0 } named || OtherPeople().IsMatch(sentence))
                continue;
            var about = !alone && Position().IsMatch(sentence);
            foreach (var match in named)
            {
                if (!IsDenied(sentence, match.Start) && (about || StandsAlone(sentence, match) || (match.Start <= MaxLead && sentence.Length <= MaxShort && AtPlace().IsMatch(sentence.AsSpan(match.Start + match.Length))) || (!alone && Certain().IsMatch(sentence.AsSpan(match.Start, match.Length)))))
                    yield return new Stated<EmploymentType>(match.Value, line.ToEvidence());
            }
        }
    }

    private static IEnumerable<Stated<EmploymentType>> In(string text, Evidence evidence) =>
        Terms.EmploymentTypes.Find(text).Where(match => !IsDenied(text, match.Start) && !(match.Value is EmploymentType.Contract && OfContracts().IsMatch(text[(match.Start + match.Length)..]))).Select(match => new Stated<EmploymentType>(match.Value, evidence));

    // "Contract generator", "contract manufacturing": what the work is about, not how one is employed.
    [GeneratedRegex(@"^s?[ -](generat|manag|manufactur|administrat|negotiat|review|law\b|template|lifecycle|automation|analy[sz]|officer|draft|intelligence|compliance|writ)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OfContracts();

    // "Remote | Full Time | 5+ years", "- CLT", "Full-time, permanent": a part of a line that says nothing else.
    private static bool StandsAlone(string text, TermMatch<EmploymentType> match)
    {
        text = text.Replace(" - ", " | ", StringComparison.Ordinal).Replace(" – ", " | ", StringComparison.Ordinal);
        text = Or().Replace(text, or => " |".PadRight(or.Length));
        var end = match.Start + match.Length;
        var start = text.AsSpan(0, match.Start).LastIndexOfAny(Dividers) + 1;
        var next = text.AsSpan(end).IndexOfAny(Dividers);
        var part = text.AsSpan(start, (next < 0 ? text.Length : end + next) - start);
        var rest = 0;
        foreach (var c in part)
            rest += char.IsLetter(c) ? 1 : 0;
        return rest - match.Length <= 3 && text.Length - match.Length <= MaxSentence / 2;
    }

    private static readonly SearchValues<char> Dividers = SearchValues.Create("|,;/()•·:\n");

    private static bool IsDenied(string text, int start) => Denial().IsMatch(text[Math.Max(0, start - Before)..start]);

    private static List<Stated<EmploymentType>> Distinct(IEnumerable<Stated<EmploymentType>> types) => [.. types.DistinctBy(type => type.Value)];

    [GeneratedRegex(@"\b(this is an?|looking (for|to (hire|add))|on the hunt for|in search of|seeks|seeking|searching for|hiring|position|role|job type|employment|opportunity|basis|schedule|contrat|vertrag|arbeitsvertrag|contrata[çc][ãa]o|vaga|regime|we offer|stelle|anstellung|suchen|recherch\w+|recrut\w+|poste|puesto|buscamos|orario|commitment|anstellung\w*|(want|like|love) to work (full|part)[- ]time|full[- ]time (salary|pay|wage)|open to (part|full)[- ]time)\b|雇用|為長期|岗位|职位|職位", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Position();

    private const string HoursAWeek = @"(?<![\d.,])(?:\d{1,2}\s?(?:-|–|to|bis|tot|à|a)\s?)?(?<most>\d{1,2})\s?(?:hours?|hrs?|stunden|std\.?|uur|heures|horas|ore)\s?(?:/|per|a|pro|por|par|each|p/|alla)\s?(?:w|week|wk|woche|semana|semaine|settimana)\b";

    [GeneratedRegex(@"(?<![\d.])[2-9]0\s?%?\s?(-|–|bis|to|à|a)\s?100\s?%", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex ShareToFull();

    // A site's words for finding the page speak of other pages as well.
    [GeneratedRegex(@"(^|[._-])(tags?|categor(y|ies)|keywords?|title|slug|layout|permalink|department|team)(\.|$)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TagKey();

    // French and Dutch: a label's "Stage" is no phase of a project.
    [GeneratedRegex(@"^\W*stage\b(?! \d\b)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Placement();

    // "Stage UX (6 mois)"
    [GeneratedRegex(@"^\W*(offre de )?stage\b.{0,80}(\b\d ?(à ?\d )?mois\b|\bH ?/ ?F\b|\bM2\b|\bmaster\b)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TitledPlacement();

    [GeneratedRegex(" (or|oder|ou|und/oder|and/or) ", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Or();

    // "- Full-time in Leeds"
    [GeneratedRegex(@"^,? (ở|tại|in|at|based|from|em|en|à|no|na|with|con|com|mit|avec) ", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex AtPlace();

    // Words of labour law: a posting that writes them speaks of its own contract.
    [GeneratedRegex(@"^(CDI|CDD|CLT|PJ|festanstellung|unbefristet\w*( arbeits\w+)?|vollzeitstelle|teilzeitstelle|正社員|アルバイト|兼職|工讀生?|計時\w*|정규직|계약직)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Certain();

    // "All full-time employees receive", "five years of full-time experience", "you mentor interns".
    [GeneratedRegex(@"\b(full[- ]?time|part[- ]?time|permanent|regular|contract)[- ](and part[- ]time )?(employees?|staff|hires|offers|team members|workers?|associates|years?|equivalent|stud(y|ies)|experience|designers?|gig|personnel)\b|\b(mentor\w*|supervis\w+|freelancers|contractors and|other contractors|interns|years? of|experience (as|with|in)|resident|experi[êe]ncias?)\b|\bour (contract|internship)|試用期間.{0,30}(契約|アルバイト)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OtherPeople();

    [GeneratedRegex(@"\b(not|no|non|nicht|kein(e|en|er)?|pas( un| une| de| en)?|n[ãa]o|nem|without|ohne|sem|sin)( an?| um| uma| un)?\W{1,3}$|\b(not|kein)\b[^,.;]{0,10}$|\b(grow|grows|growing|turn|turning|transition|transitioning|convert|converting|evolve|develop|developing|lead|leading|progress|move|moving|become|becoming)( (in)?to)?( an?)?( permanent,?)? $", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Denial();
}
