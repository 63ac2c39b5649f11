using PostingsBot.Core.Answers;

namespace PostingsBot.Recruiting.Answers;

/// <summary>Rows with what may be done about each: roles of a text, drafts, roles, people.</summary>
internal sealed record DeskListAnswer(IReadOnlyList<DeskRow> Rows) : Answer(AnswerKind.Other)
{
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many more there are than are shown.</summary>
    public int More { get; init; }

    /// <summary>Those about no row.</summary>
    public IReadOnlyList<DeskButton.Post> Buttons { get; init; } = [];
}

internal sealed record DeskRow(string Title, string? Note)
{
    public IReadOnlyList<DeskButton> Buttons { get; init; } = [];
}
