using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Recruiting;

/// <summary>What somebody may do with roles.</summary>
/// <param name="IsAdmin">May change all roles, and say who else may.</param>
/// <param name="IsRecruiter">May post and change roles.</param>
/// <param name="Employers">Of these employers only; empty for all.</param>
internal sealed record Standing(bool IsAdmin, bool IsRecruiter, ValueList<string> Employers)
{
    public static Standing None { get; } = new(IsAdmin: false, IsRecruiter: false, []);

    /// <summary>Only because the bot is tried out on this machine.</summary>
    public bool IsByException { get; init; }

    public bool MayAnything => IsAdmin || IsRecruiter;

    /// <summary>Whether somebody may post or change a role of this employer. One whose employer is not stated is nobody's of a limited list.</summary>
    public bool May(string? employer) =>
        IsAdmin || (IsRecruiter && (Employers.Count == 0 || (employer is not null && Employers.Any(one => PostingTokens.Employer(one) == PostingTokens.Employer(employer)))));
}
