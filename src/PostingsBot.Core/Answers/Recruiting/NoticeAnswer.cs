namespace PostingsBot.Core.Answers.Recruiting;

/// <summary>What the bot tells somebody unasked: words, and what they are about row by row, each with what may be done about it.</summary>
public sealed record NoticeAnswer(IReadOnlyList<NoticeRow> Rows) : Answer(AnswerKind.Other);

/// <summary>One role, or one field of it.</summary>
/// <param name="Title">What the row is about.</param>
/// <param name="Note">What is told of it.</param>
public sealed record NoticeRow(string Title, string Note)
{
    /// <summary>The role's id; null for a row about something else.</summary>
    public string? Role { get; init; }

    /// <summary>What the row offers makes sense for an open role only.</summary>
    public bool OnlyWhileOpen { get; init; }

    public IReadOnlyList<NoticeButton> Buttons { get; init; } = [];
}

/// <summary>A button. No two of one notice have the same title.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Say">What to say instead of pressing it; empty when only the button does it.</param>
public sealed record NoticeButton(string Title, string Say)
{
    /// <summary>What the button does with a role, as cards name it; null for one that only says something.</summary>
    public string? Do { get; init; }

    /// <summary>What the button does with an alert, as cards name it; null for one that does something else.</summary>
    public string? Alert { get; init; }

    /// <summary>The role's id, or the alert's.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the field that it is about.</summary>
    public string? Field { get; init; }
}
