using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Tests.Recruiting.Sequences;

/// <summary>Something that was applied, for the model to do after it in the same order.</summary>
/// <param name="Change">The number of the last change after it.</param>
/// <param name="Batch">Its number in the audit; 0 for an import, which is ordered by its change alone.</param>
/// <param name="By">Who did it.</param>
/// <param name="Action">What.</param>
/// <param name="Steps">To which roles.</param>
/// <param name="Undoes">The batch that it undid.</param>
internal sealed record ModelEvent(long Change, long Batch, Actor By, AuditAction Action, IReadOnlyList<ModelStep> Steps, long? Undoes = null);

/// <param name="Role">Its id.</param>
internal abstract record ModelStep(string Role)
{
    /// <summary>A file, or a posting, states this of the role.</summary>
    public sealed record State(string Role, Dictionary<RoleField, string> Texts, bool IsPosted) : ModelStep(Role);

    /// <summary>A file goes.</summary>
    public sealed record Vanish(string Role) : ModelStep(Role);

    /// <summary>Fields are edited; a null lets a field go.</summary>
    public sealed record Edit(string Role, long Expected, IReadOnlyDictionary<RoleField, string?> Texts) : ModelStep(Role);

    /// <summary>What was posted has another text.</summary>
    public sealed record Rewrite(string Role, long Expected, Dictionary<RoleField, string> Texts) : ModelStep(Role);

    public sealed record Withdraw(string Role, long Expected) : ModelStep(Role);
}
