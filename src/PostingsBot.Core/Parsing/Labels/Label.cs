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

/// <summary>Where a label stands; records and front matter are written for machines and weigh most.</summary>
internal enum LabelOrigin
{
    Record,
    FrontMatter,
    Line,
    Mark,
    Heading,
}

/// <summary>A value that stands beside a known label.</summary>
internal sealed record LabelledValue(Label Label, string Value, Evidence Evidence, LabelOrigin Origin, IReadOnlyList<string> Urls)
{
    /// <summary>The value is a field that programs read, not a line for people.</summary>
    public bool IsField => Origin is LabelOrigin.Record or LabelOrigin.FrontMatter;
}
