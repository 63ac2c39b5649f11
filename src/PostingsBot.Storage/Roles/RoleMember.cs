using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Roles;

/// <summary>A posting's row with its role so far. <paramref name="IsIndexed"/>: it has a row in the search index.</summary>
internal record RoleRow(long Row, long? Role, bool IsWritten = false, bool IsIndexed = false);

/// <summary>The same with what settles its role: for one that was written just now, the role is that which a posting of its id had before, if any.</summary>
internal sealed record RoleMember(long Row, long? Role, RoleTraits Traits, bool IsWritten = false, bool IsIndexed = false) : RoleRow(Row, Role, IsWritten, IsIndexed);

/// <summary>A posting that the edits took away, with the role it had. Rows older than the traits have none.</summary>
internal sealed record DepartedPosting(long Role, RoleTraits? Traits);
