using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Recruiting;

/// <summary>What is to be told of a role from now on: conflicts of the fields in <paramref name="Stays"/> stay as they are, those in <paramref name="Found"/> are new, others are settled.</summary>
/// <param name="Role">Its id.</param>
/// <param name="Title">As it is shown, or was.</param>
/// <param name="Employer">As the title.</param>
/// <param name="Stays">Names of fields.</param>
/// <param name="Found">New ones.</param>
internal sealed record RoleConflicts(string Role, string Title, string? Employer, IReadOnlyList<string> Stays, IReadOnlyList<ConflictRow> Found)
{
    public static RoleConflicts Of(RoleBefore before, LaidRole laid)
    {
        var found = ConflictRow.Of(before, laid);
        var open = laid.Overlay.Conflicts(laid.Basis).Select(field => field.Field.ToString());
        var shown = laid.Shown.Posting;
        return new RoleConflicts(before.Id, shown.Title.Value, shown.Company?.Value, [.. open.Except(found.Select(conflict => conflict.Field!))], found);
    }

    public static RoleConflicts OfGone(RoleBefore before)
    {
        var shown = PostingJson.Read(before.Shown);
        return new RoleConflicts(before.Id, shown.Title.Value, shown.Company?.Value, [], ConflictRow.OfGone(before));
    }
}
