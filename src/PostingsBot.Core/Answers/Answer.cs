using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

public enum AnswerKind
{
    Roles,
    Detail,
    Fact,
    Compare,
    Count,
    Company,
    NotStated,
    NotInCatalogue,
    Clarify,
    Help,
    Subscribe,
    Other,
}

/// <summary>What to reply, as data; cards, blocks and plain text are drawn from it.</summary>
public abstract record Answer(AnswerKind Kind)
{
    /// <summary>The reply in one to three plain sentences, as a person would say it; no markup.</summary>
    public required string Text { get; init; }

    /// <summary>How the question was understood, removable one by one.</summary>
    public IReadOnlyList<Chip> Chips { get; init; } = [];

    /// <summary>The lines the facts stand in.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>The roles spoken of, in the order shown.</summary>
    public IReadOnlyList<Posting> Postings { get; init; } = [];

    /// <summary>How many roles match in all, where the answer lists or counts.</summary>
    public int? Total { get; init; }

    /// <summary>How many documents advertise those roles; null where not all of them are at hand.</summary>
    public int? Documents { get; init; }

    /// <summary>Short things to say next, at most four; each works when sent as text.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public IReadOnlyList<Mended> Mended { get; init; } = [];

    /// <summary>What the conversation knows the search by, where what is new to it can be sent; else null.</summary>
    public string? Search { get; init; }
}

/// <summary>A constraint as shown; <paramref name="Key"/> removes it.</summary>
public sealed record Chip(string Key, string Label);

/// <summary>Words of a document with where they stand. <paramref name="Text"/> is as written (after mending the encoding).</summary>
public sealed record Quote(string Text, string File, int Line);

/// <summary>A page of roles. <paramref name="Facets"/> narrow the list, each with how many would remain.</summary>
public sealed record RoleListAnswer(IReadOnlyList<Relaxation> Facets, bool HasMore) : Answer(AnswerKind.Roles)
{
    /// <summary>The number of the first role shown among all that match, from 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>The ids of the subscriptions that it is the digest of; none for what was asked.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];
}

/// <summary>Nothing matches. <paramref name="Emptied"/> is the constraint that emptied the result; relaxations say what would match without one.</summary>
public sealed record NothingFoundAnswer(Chip? Emptied, IReadOnlyList<Relaxation> Relaxations) : Answer(AnswerKind.NotInCatalogue);

/// <summary>A changed search and how many roles it finds. <paramref name="Say"/> is what to send to get it.</summary>
public sealed record Relaxation(string Label, string Say, int Count);

/// <summary>All about one role, the fields that are not stated named.</summary>
public sealed record DetailAnswer(Posting Posting, IReadOnlyList<FactRow> Facts, IReadOnlyList<string> NotStated, IReadOnlyList<Section> Sections) : Answer(AnswerKind.Detail);

/// <summary>A label, its value and the line that states it. A missing value means "not stated".</summary>
public sealed record FactRow(string Label, string? Value, Quote? Source);

/// <summary>The answer to one question about one role or employer.</summary>
public sealed record FactAnswer(string Subject, IReadOnlyList<FactRow> Facts) : Answer(AnswerKind.Fact)
{
    /// <summary>The answer to a yes/no question; null when the facts alone answer.</summary>
    public string? Verdict { get; init; }
}

/// <summary>Asked of a role or employer that is known, but its document does not say.</summary>
public sealed record NotStatedAnswer(string Subject, string What) : Answer(AnswerKind.NotStated);

/// <summary>Roles or employers side by side: one row a field, one value a column, unknowns null, differences first.</summary>
public sealed record CompareAnswer(IReadOnlyList<string> Columns, IReadOnlyList<CompareRow> Rows) : Answer(AnswerKind.Compare);

public sealed record CompareRow(string Label, IReadOnlyList<string?> Values, bool Differs);

public sealed record CountAnswer(IReadOnlyList<CountRow> Breakdown) : Answer(AnswerKind.Count);

public sealed record CountRow(string Label, int Count);

/// <summary>About an employer, or a list of employers.</summary>
public sealed record CompanyAnswer(IReadOnlyList<EmployerRow> Employers) : Answer(AnswerKind.Company)
{
    /// <summary>How many more employers fit than are listed.</summary>
    public int Unlisted { get; init; }
}

public sealed record EmployerRow(string Name, int Roles, bool HasDocument);

/// <summary>A question back, with what to send for each choice.</summary>
public sealed record ClarifyAnswer(IReadOnlyList<Choice> Choices) : Answer(AnswerKind.Clarify);

public sealed record Choice(string Label, string Say);

/// <summary>Help with examples, a greeting, thanks, out of scope: words and suggestions only.</summary>
public sealed record MessageAnswer(AnswerKind Kind) : Answer(Kind);
