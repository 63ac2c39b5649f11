using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

public enum NoPosting
{
    /// <summary>Nothing but blanks.</summary>
    Empty,

    /// <summary>Longer than what is read.</summary>
    TooLong,

    /// <summary>About a person who looks for work.</summary>
    Resume,

    /// <summary>About an employer, without a role.</summary>
    CompanyPage,

    /// <summary>A picture, or a file that holds no text.</summary>
    ImageOnly,

    /// <summary>A web address and nothing that is advertised there.</summary>
    LinkOnly,

    /// <summary>Text in which no role is advertised.</summary>
    NoRole,
}

/// <summary>What was pasted or attached.</summary>
public abstract record Paste
{
    private Paste()
    {
    }

    /// <param name="Reason">Why.</param>
    /// <param name="Message">The same in a sentence, with what to do.</param>
    public sealed record NotAPosting(NoPosting Reason, string Message) : Paste;

    /// <summary>At least one role; several when the text advertises several.</summary>
    public sealed record Roles(ParsedDocument Document) : Paste;
}
