using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Roles;

/// <summary>A role as it is stored before a transaction.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Json">What is shown of it; null when that is what its one posting states.</param>
/// <param name="Own">What the posting states that it is shown by.</param>
/// <param name="File">Where that stands.</param>
/// <param name="OverlayText">What people edited; null for nothing.</param>
/// <param name="BasisText">What its documents state, where something was edited.</param>
/// <param name="Entry">Its last entry in the audit; 0 for a role from before there was one.</param>
internal sealed record RoleBefore(long Row, string Id, string? Json, string Own, string File, string? OverlayText, string? BasisText, long Entry)
{
    public string Shown => Json ?? Own;

    public string Basis => BasisText ?? Shown;

    public RoleOverlay Overlay { get; } = OverlayText is null ? RoleOverlay.Empty : OverlayJson.Read(OverlayText);

    /// <summary>What is shown of it without edits.</summary>
    public ShownRole BasisRole() => new(Id, PostingJson.Read(Basis), IsOwn: Basis == Own);
}
