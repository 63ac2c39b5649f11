using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Recruiting;

/// <summary>A change with the role it is about as that stands; of a new posting, the role that has its file or its id already.</summary>
internal sealed record NamedChange(RoleChange Change, EditableRole? Role);

/// <summary>What a batch that is to be undone did to a role.</summary>
/// <param name="Number">The role's version, if nothing happened since.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Role">Its id.</param>
/// <param name="Before">Its overlay before that.</param>
internal sealed record UndoneEntry(long Number, ChangeKind Kind, string Role, RoleOverlay Before);
