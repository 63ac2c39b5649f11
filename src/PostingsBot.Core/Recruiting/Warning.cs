using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

public enum WarningCode
{
    NoPay,
    NoPlace,
    NoApply,

    /// <summary>The closing date has passed.</summary>
    PastClosing,

    /// <summary>Much like a role that is open.</summary>
    LookAlike,

    /// <summary>Words that keep people away who could do the work.</summary>
    Wording,

    UnknownCurrency,

    /// <summary>Scripts, or mentions that would call everybody: shown as plain text.</summary>
    Defused,
}

/// <summary>What a recruiter should know before publishing; it stops nothing.</summary>
/// <param name="Code">What kind.</param>
/// <param name="Text">A sentence, with the better wording where there is one.</param>
/// <param name="Evidence">Where it stands; null when it is about what is missing.</param>
public sealed record Warning(WarningCode Code, string Text, Evidence? Evidence = null)
{
    /// <summary>The id of the role that it looks like.</summary>
    public string? Role { get; init; }
}
