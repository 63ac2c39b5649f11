using PostingsBot.Core.Answers;

namespace PostingsBot.Recruiting.Answers;

/// <summary>Who changed what, the latest first.</summary>
internal sealed record HistoryAnswer(IReadOnlyList<HistoryRow> Rows) : Answer(AnswerKind.Other)
{
    /// <summary>There are earlier ones.</summary>
    public bool HasMore { get; init; }

    public IReadOnlyList<DeskButton> Buttons { get; init; } = [];
}

/// <param name="What">"Ana Silva changed it".</param>
/// <param name="When">The time in UTC, and from where.</param>
/// <param name="Changes">One line a field.</param>
internal sealed record HistoryRow(string What, string When, IReadOnlyList<string> Changes);
