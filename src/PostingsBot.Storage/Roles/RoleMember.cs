using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Roles;

/// <summary>
/// A posting's row with its role so far: for one that was written just now, the role that a posting of its id had before, if any.
/// <paramref name="IsIndexed"/>: it has a row in the search index.
/// </summary>
internal sealed record RoleMember(long Row, long? Role, RoleTraits Traits, bool IsWritten = false, bool IsIndexed = false);

/// <summary>A posting that the edits took away, with the role it had. Rows older than the traits have none.</summary>
internal sealed record DepartedPosting(long Role, RoleTraits? Traits);
