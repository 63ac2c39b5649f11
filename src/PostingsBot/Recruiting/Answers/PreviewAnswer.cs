using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Recruiting.Answers;

/// <summary>A posting that is being prepared, as readers will see it.</summary>
/// <param name="Id">The draft's.</param>
/// <param name="Role">What readers will see, each fact with its line.</param>
internal sealed record PreviewAnswer(string Id, DetailAnswer Role) : Answer(AnswerKind.Other)
{
    /// <summary>What was just changed or assumed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<PreviewWarning> Warnings { get; init; } = [];

    /// <summary>Open roles that it looks like.</summary>
    public IReadOnlyList<Posting> Twins { get; init; } = [];

    public IReadOnlyList<DeskButton> Buttons { get; init; } = [];

    /// <summary>What may be said next; null when nothing is left to do.</summary>
    public string? Hint { get; init; }
}

/// <param name="Text">What may be wrong, and what to do about it.</param>
/// <param name="Source">The words it is about; null for what is missing.</param>
internal sealed record PreviewWarning(string Text, Quote? Source);
