using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Labels;

/// <summary>What a labelled value speaks of, whatever word or language the label is in.</summary>
internal enum Label
{
    Title,
    Company,
    Location,
    Remote,
    RemoteWithin,
    Workplace,
    Employment,
    Salary,
    SalaryMin,
    SalaryMax,
    SalaryCurrency,
    SalaryPeriod,
    Posted,
    Opened,
    ValidThrough,
    Apply,
    Contact,
    Source,
    Level,
    Skills,
    Status,
    Open,
    Closed,
    Draft,
}

/// <summary>Where a label stands; front matter is written for machines and weighs most.</summary>
internal enum LabelOrigin
{
    FrontMatter,
    Line,
    Mark,
    Heading,
}

/// <summary>A value that stands beside a known label.</summary>
internal sealed record LabelledValue(Label Label, string Value, Evidence Evidence, LabelOrigin Origin, IReadOnlyList<string> Urls);
