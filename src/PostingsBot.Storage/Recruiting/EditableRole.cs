using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Recruiting;

/// <summary>A role as it is edited.</summary>
/// <param name="Id">The role's own.</param>
/// <param name="Shown">What readers see.</param>
/// <param name="Basis">What its documents state.</param>
/// <param name="Overlay">What people edited of that.</param>
/// <param name="Version">Rises with every change of the role, by whomever. Never the same again, even when the role goes and comes back.</param>
/// <param name="Owner">Who posted it, for as long as they are known.</param>
/// <param name="PostedText">What the first of its posted documents was read from; null when all come from files.</param>
/// <param name="PostedFiles">Those of its documents that were posted.</param>
/// <param name="Files">All documents it stands in.</param>
/// <param name="Names">The people in the overlay by their numbers.</param>
public sealed record EditableRole(
    string Id,
    Posting Shown,
    Posting Basis,
    RoleOverlay Overlay,
    long Version,
    Actor? Owner,
    string? PostedText,
    IReadOnlyList<string> PostedFiles,
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<long, string> Names)
{
    public string NameOf(long person) => Names.GetValueOrDefault(person) ?? Actor.Somebody.Name;
}
