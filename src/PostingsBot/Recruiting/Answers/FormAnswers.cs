using NodaTime;
using PostingsBot.Core.Answers;

namespace PostingsBot.Recruiting.Answers;

/// <summary>Asks for the fields of a role.</summary>
/// <param name="Id">The draft's or the role's; "" for a posting that begins with the form.</param>
/// <param name="Values">What each input holds, by the input's name.</param>
internal sealed record RoleFormAnswer(string Id, IReadOnlyDictionary<string, string> Values) : Answer(AnswerKind.Other)
{
    /// <summary>The version of the role that is shown; null for a posting that is being prepared.</summary>
    public long? Version { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Asks when a draft is to be published.</summary>
internal sealed record PublishLaterAnswer(string Id, LocalDate Day, LocalTime Hour, string Zone) : Answer(AnswerKind.Other);
