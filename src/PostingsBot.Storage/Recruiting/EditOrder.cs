using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Recruiting;

/// <summary>What somebody wants done, all or nothing.</summary>
/// <param name="By">Who.</param>
/// <param name="From">Channel and conversation.</param>
/// <param name="Action">What it is called in the audit.</param>
/// <param name="Changes">At least one, each of another role.</param>
public sealed record EditOrder(Actor By, string From, AuditAction Action, IReadOnlyList<RoleChange> Changes);

/// <summary>A change of one role. In an overlay that is given, fields by <see cref="Self"/> are by whoever orders the change.</summary>
public abstract record RoleChange
{
    /// <summary>Stands in an overlay for the person who orders it, whose number only the store knows.</summary>
    public const long Self = 0;

    private RoleChange()
    {
    }

    /// <summary>A new document with one posting. Stale when its file or its posting is there already.</summary>
    /// <param name="Document">As it was read.</param>
    /// <param name="Written">What it was read from.</param>
    /// <param name="Edits">What was corrected of it; <see cref="RoleOverlay.Empty"/> for nothing.</param>
    public sealed record Post(ParsedDocument Document, string Written, RoleOverlay Edits) : RoleChange;

    /// <summary>Another overlay in place of the role's own.</summary>
    public sealed record Overlay(string Role, long ExpectedVersion, RoleOverlay New) : RoleChange;

    /// <summary>
    /// Another text in place of one that was posted. Where it states something else of an edited field than the text before, the new text holds and the edit goes.
    /// </summary>
    /// <param name="Role">Its id.</param>
    /// <param name="ExpectedVersion">As it was read.</param>
    /// <param name="Document">Under the file that was posted, with one posting.</param>
    /// <param name="Written">What it was read from.</param>
    public sealed record Text(string Role, long ExpectedVersion, ParsedDocument Document, string Written) : RoleChange;

    /// <summary>Takes what was posted out of the catalogue. What files state of the role stays.</summary>
    public sealed record Withdraw(string Role, long ExpectedVersion) : RoleChange;
}

/// <summary>What became of an order.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    /// <param name="Batch">For undoing it.</param>
    /// <param name="Roles">The ids of the roles in the order of the changes; for an undone batch, of its entries.</param>
    /// <param name="LastChange">Searches that have reached this change see it.</param>
    public sealed record Applied(long Batch, IReadOnlyList<string> Roles, long LastChange) : EditResult;

    /// <summary>Nothing was changed: these roles are no longer as they were read. Here they are as they are now.</summary>
    public sealed record Stale(IReadOnlyList<EditableRole> Now) : EditResult;

    /// <summary>Nothing was changed: these roles are not in the catalogue any more, or hold nothing that was posted and could be rewritten or withdrawn.</summary>
    public sealed record Gone(IReadOnlyList<string> Roles) : EditResult;
}
