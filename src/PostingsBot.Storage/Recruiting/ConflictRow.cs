using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Recruiting;

/// <summary>An edit to tell its editor of; <paramref name="Field"/> is null when the role is gone.</summary>
internal sealed record ConflictRow(long Person, string? Field, string Under, string Edited, string Now)
{
    /// <summary>What the documents say of edited fields since this transaction, where that is neither what was edited nor what it has been edited to.</summary>
    public static IReadOnlyList<ConflictRow> Of(RoleBefore before, LaidRole laid)
    {
        var basis = before.BasisRole().Posting;
        return
        [
            .. from field in laid.Overlay.Conflicts(laid.Basis)
               let now = PostingFields.Text(field.Field, laid.Basis)
               let edited = PostingFields.Text(field.Field, laid.Overlay.Values)
               where now != PostingFields.Text(field.Field, basis) && now != edited
               select new ConflictRow(field.By, field.Field.ToString(), field.Under, edited, now),
        ];
    }

    /// <summary>The role is gone, and with it what each of these people edited.</summary>
    public static IReadOnlyList<ConflictRow> OfGone(RoleBefore before) =>
    [
        .. before.Overlay.Fields.GroupBy(field => field.By).Select(fields => new ConflictRow(
            fields.Key,
            Field: null,
            Under: "",
            string.Join("; ", fields.Select(field => $"{TermNames.Of(field.Field)}: {PostingFields.Text(field.Field, before.Overlay.Values)}")),
            Now: "")),
    ];
}
