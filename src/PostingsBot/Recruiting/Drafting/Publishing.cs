using PostingsBot.Configuration;
using PostingsBot.Core.Export;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Drafting;

/// <summary>Puts drafts into the catalogue. Whether their owner may is looked up anew: the right may have gone since the preview.</summary>
internal sealed class Publishing(DraftBook book, WhoMay whoMay, IRoleEdits edits, RecruitingOptions options)
{
    /// <summary>What keeps a draft from being published now; null when nothing does.</summary>
    public async Task<string?> HindranceAsync(OpenDraft draft, Posting shown, CancellationToken ct)
    {
        var standing = await whoMay.OfAsync(draft.Owner, ct);
        if (!standing.MayAnything)
            return RecruitingWording.RightLost(await whoMay.AdminsAsync(draft.Owner.Channel, ct));
        if (!standing.May(shown.Company?.Value))
            return RecruitingWording.NotForEmployer(shown.Company?.Value, standing);
        if (!options.Approval)
            return null;
        return draft.Content.Approved switch
        {
            null => RecruitingWording.NeedsApproval(draft.Id),
            { } approval when approval.Print != DraftBook.PrintOf(shown) => $"{RecruitingWording.ApprovalVoid(approval.By)} {RecruitingWording.NeedsApproval(draft.Id)}",
            _ => null,
        };
    }

    /// <summary>Publishes it, and lets go of the draft.</summary>
    public async Task<Publication> PublishAsync(OpenDraft draft, string from, DateTimeOffset now, CancellationToken ct)
    {
        if (DraftBook.DocumentOf(draft.Content) is not { } document)
            return new Publication.Refused(RecruitingWording.NoSuchRole);
        var shown = DraftBook.Shown(draft.Content, document.Postings[0], draft.Owner.Name);
        if (await HindranceAsync(draft, shown, ct) is { } hindrance)
            return new Publication.Refused(hindrance);
        // What was approved is what is published: a draft that changed in between is another one, though a moment later.
        if (await book.FindAsync(draft.Id, ct) is not { } current || current.Stored.Version != draft.Stored.Version)
            return new Publication.Lost();
        var content = draft.Content.IsCopy ? draft.Content with { Text = PostingMarkdown.Write(shown), Role = 1, Edits = RoleOverlay.Empty } : draft.Content;
        if (draft.Content.IsCopy && (document = DraftBook.DocumentOf(content)) is null)
            return new Publication.Refused(RecruitingWording.NoSuchRole);
        var result = await edits.ApplyAsync(new EditOrder(draft.Owner, from, AuditAction.Post, [new RoleChange.Post(document, content.Text, content.Edits)]), now, ct);
        if (result is EditResult.Applied applied)
        {
            await book.DeleteAsync(draft, ct);
            var role = await edits.FindAsync(applied.Roles[0], ct);
            return new Publication.Done(shown, applied.Batch, applied.Roles[0], applied.LastChange) { IsOneWithOthers = role is { Files.Count: > 1 } };
        }

        // A publication that was cut short had put it there already.
        await book.DeleteAsync(draft, ct);
        return new Publication.There();
    }
}

/// <summary>What became of a draft that was to be published.</summary>
internal abstract record Publication
{
    private Publication()
    {
    }

    public sealed record Done(Posting Posting, long Batch, string Role, long LastChange) : Publication
    {
        /// <summary>Another document of the catalogue advertises the same role: readers see one.</summary>
        public bool IsOneWithOthers { get; init; }
    }

    /// <param name="Why">A sentence for its owner.</param>
    public sealed record Refused(string Why) : Publication;

    /// <summary>It changed or went in the meantime.</summary>
    public sealed record Lost : Publication;

    /// <summary>It is in the catalogue already.</summary>
    public sealed record There : Publication;
}
