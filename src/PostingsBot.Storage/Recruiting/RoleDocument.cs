using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Recruiting;

/// <summary>A document of a role; with its text and who posted it when it was posted in chat.</summary>
internal sealed record RoleDocument(string File, string? Text, Actor? Owner)
{
    /// <param name="role">The role's row.</param>
    /// <param name="documents">Its documents.</param>
    /// <param name="nameOf">What a person is called, by number.</param>
    public static EditableRole Role(RoleBefore role, IReadOnlyList<RoleDocument> documents, Func<long, string> nameOf)
    {
        var posted = documents.FirstOrDefault(document => document.Text is not null);
        return new EditableRole(
            role.Id,
            PostingJson.Read(role.Shown),
            PostingJson.Read(role.Basis),
            role.Overlay,
            role.Entry,
            posted?.Owner,
            posted?.Text,
            [.. documents.Where(document => document.Text is not null).Select(document => document.File)],
            [.. documents.Select(document => document.File)],
            role.Overlay.Fields.Select(field => field.By).Distinct().ToDictionary(by => by, nameOf));
    }
}
