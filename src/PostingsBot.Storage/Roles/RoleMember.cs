using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Roles;

/// <summary>A posting's row with its role so far. <paramref name="IsWritten"/>: by this transaction.</summary>
internal record RoleRow(long Row, long? Role, bool IsWritten = false);

/// <summary>The same with what settles its role: for one that was written just now, the role is that which a posting of its id had before, if any.</summary>
internal sealed record RoleMember(long Row, long? Role, RoleTraits Traits, bool IsWritten = false) : RoleRow(Row, Role, IsWritten);

/// <summary>A posting that the edits took away, with the role it had. Rows older than the traits have none.</summary>
internal sealed record DepartedPosting(long Role, RoleTraits? Traits);
