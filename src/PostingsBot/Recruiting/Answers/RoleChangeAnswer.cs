using PostingsBot.Core.Answers;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Recruiting.Answers;

/// <summary>What a change does, or did, to each role, field by field.</summary>
internal sealed record RoleChangeAnswer(IReadOnlyList<ChangedRole> Roles) : Answer(AnswerKind.Other)
{
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many more roles change than are shown.</summary>
    public int More { get; init; }

    /// <summary>What may be said next; null when nothing is asked.</summary>
    public string? Hint { get; init; }

    public IReadOnlyList<DeskButton> Buttons { get; init; } = [];
}

internal sealed record ChangedRole(string Name, IReadOnlyList<FieldChange> Changes);
