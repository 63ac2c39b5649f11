using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>What the parts of a header line, or what stands behind a role in a list, say of the job.</summary>
internal static partial class HeaderFacts
{
    private const int MaxPart = 160;

    private static readonly TextMemo<IReadOnlyList<Label>> Kinds = new(ReadKinds);

    /// <summary>The parts as labelled values. One part may say several things: "Berlin, Germany ONSITE".</summary>
    public static IReadOnlyList<LabelledValue> Read(IEnumerable<string> parts, IReadOnlyList<Link> links, Evidence evidence)
    {
        var labels = new List<LabelledValue>();
        var places = new List<string>();
        foreach (var part in parts.Where(part => part.Length is > 0 and <= MaxPart))
        {
            foreach (var label in KindsOf(part))
            {
                if (label is Label.Location)
                    places.AddRange(PlacesIn(part));
                else
                    labels.Add(new LabelledValue(label, part, evidence, LabelOrigin.Line, []));
            }
        }

        // The employer's own site is no way to apply; a page of openings is.
        if (links.Select(link => Addresses.Absolute(link.Url)).FirstOrDefault(url => url is not null && Careers().IsMatch(url)) is { } openings)
            labels.Add(new LabelledValue(Label.Apply, openings, evidence, LabelOrigin.Line, [openings]));

        // As under a heading: only places that the vocabulary knows, for the part may hold other words.
        if (places.Count > 0)
            labels.Add(new LabelledValue(Label.Location, string.Join(" ; ", places), evidence, LabelOrigin.Heading, []));
        return labels;
    }

    /// <summary>What a line says behind its title, where brackets, dashes and bars divide.</summary>
    public static IReadOnlyList<LabelledValue> ReadRest(string rest, Evidence evidence) =>
        Read(Divider().Split(rest).Select(part => part.Trim()), [], evidence);

    /// <summary>What one part speaks of; nothing where it is a name, a skill or prose.</summary>
    public static IReadOnlyList<Label> KindsOf(string part) => Kinds.Of(part);

    private static IReadOnlyList<Label> ReadKinds(string part)
    {
        if (Web().IsMatch(part))
            return [];
        var kinds = new List<Label>();
        if (!NoPay().IsMatch(part) && MoneyReader.Read(part).Any(money => money.HasMark))
            kinds.Add(Label.Salary);
        if (Terms.Workplaces.Find(part).Count > 0)
            kinds.Add(Label.Workplace);
        if (Terms.EmploymentTypes.Find(part).Count > 0)
            kinds.Add(Label.Employment);
        if (kinds.Contains(Label.Workplace) || (!kinds.Contains(Label.Salary) && PlacesIn(part).Any()))
            kinds.Add(Label.Location);
        return kinds;
    }

    // "SF, Hybrid 3+ days a week", "Chicago/Seattle": where the whole is no place, its pieces may be.
    private static IEnumerable<string> PlacesIn(string part) =>
        PlaceTexts.Read(part, false).Count > 0 ? [part] : Piece().Split(part).Where(piece => PlaceTexts.Read(piece, false).Count > 0);

    [GeneratedRegex(@"\s*[,/()]\s*", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^\W*(https?://|www\.)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Web();

    [GeneratedRegex(@"\b(jobs?|careers?|apply|openings|join|hiring|ashbyhq|greenhouse|lever|grnh|workable|bamboohr|recruitee|breezy|workatastartup)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Careers();

    [GeneratedRegex(@"\b(bonus|funding|raised|revenue|seed|series|ARR|valuation|stipend|budget)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoPay();

    [GeneratedRegex(@"\s*[|｜]\s*|\s[-–—•]+\s(?![$€£¥]?\s?\d)|[()\[\]]|;\s|:\s", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Divider();
}
