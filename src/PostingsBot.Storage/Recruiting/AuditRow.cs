using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Recruiting;

/// <summary>What is written of a role in the audit.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Role">Its id.</param>
/// <param name="Title">As it is, or was before it went.</param>
/// <param name="Employer">As the title.</param>
/// <param name="File">Of an import: where the role stands.</param>
/// <param name="Changes">JSON; null for none.</param>
/// <param name="Before">The overlay that undoing restores; null for none.</param>
internal sealed record AuditRow(ChangeKind Kind, string Role, string Title, string? Employer, string? File, string? Changes, string? Before)
{
    /// <summary>An import is told by its files, which keep the whole text themselves.</summary>
    private const int LongestOfImport = 300;

    public static AuditRow Of(AuditHeader header, RoleBefore? before, LaidRole laid)
    {
        var isImport = header.Action is AuditAction.Import;
        var posting = laid.Shown.Posting;
        return new AuditRow(
            before is null ? ChangeKind.Added : ChangeKind.Changed,
            laid.Shown.Id,
            posting.Title.Value,
            posting.Company?.Value,
            isImport ? posting.File : null,
            before is null ? null : ChangesJson.Write(Cut(PostingFields.Differences(PostingJson.Read(before.Shown), posting), isImport ? LongestOfImport : int.MaxValue)),
            isImport ? null : before?.OverlayText);
    }

    public static AuditRow Withdrawn(AuditHeader header, RoleBefore before)
    {
        var posting = PostingJson.Read(before.Shown);
        var isImport = header.Action is AuditAction.Import;
        return new AuditRow(ChangeKind.Withdrawn, before.Id, posting.Title.Value, posting.Company?.Value, isImport ? before.File : null, Changes: null, isImport ? null : before.OverlayText);
    }

    private static IReadOnlyList<FieldChange> Cut(IReadOnlyList<FieldChange> changes, int most) =>
        [.. changes.Select(change => change with { Before = Cut(change.Before, most), After = Cut(change.After, most) })];

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "…";
}
