using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Roles;

/// <summary>What is to be written of a role: what is shown, as it is and as it is stored, and what lies under the edits where there are any.</summary>
internal sealed record LaidRole(ShownRole Shown, string Json, Posting Basis, RoleOverlay Overlay, string? OverlayText, string? BasisText)
{
    /// <summary>The one place where edits are laid over what documents state.</summary>
    /// <param name="basis">What the documents state.</param>
    /// <param name="basisJson">The same as it is stored.</param>
    /// <param name="overlay">What people edited.</param>
    /// <param name="nameOf">A person's name.</param>
    public static LaidRole Of(ShownRole basis, string basisJson, RoleOverlay overlay, Func<long, string> nameOf)
    {
        if (overlay.IsEmpty)
            return new LaidRole(basis, basisJson, basis.Posting, overlay, OverlayText: null, BasisText: null);
        var shown = overlay.Over(basis.Posting, nameOf);
        return new LaidRole(new ShownRole(basis.Id, shown, IsOwn: false), PostingJson.Write(shown), basis.Posting, overlay, OverlayJson.Write(overlay), basisJson);
    }

    /// <summary>Readers see something else.</summary>
    public bool IsShownOtherwise(RoleBefore? before) => before?.Shown != Json;

    /// <summary>Readers see something else, or the edits or what lies under them are others.</summary>
    public bool Differs(RoleBefore? before) => IsShownOtherwise(before) || before!.OverlayText != OverlayText || before.BasisText != BasisText;

    /// <summary>What is stored in the role's own row; nothing when that is what its posting states.</summary>
    public string? OwnRowJson => Shown.IsOwn ? null : Json;

    /// <summary>The closing date of an open role, as it is stored.</summary>
    public string? Closes => Shown.Posting is { IsOpen: true, ValidThrough.Value: var day } ? DayText.Of(day) : null;
}
