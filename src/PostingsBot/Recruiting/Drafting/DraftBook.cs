using System.Text;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Drafting;

/// <summary>A draft with what it holds.</summary>
internal sealed record OpenDraft(StoredDraft Stored, PostingDraft Content)
{
    public string Id => Stored.Draft.Id;

    public Actor Owner => Stored.Draft.Owner;
}

/// <summary>Drafts of postings: kept, and read as the catalogue's documents are.</summary>
internal sealed class DraftBook(IDrafts drafts)
{
    private const int IdLength = 8;
    private const int SuffixLength = 4;
    private const int MostOfOwner = 50;
    private const int LongestSlug = 40;

    /// <summary>Stands in a preview for the document that is not there yet.</summary>
    public const string YourText = "your text";

    public static string NewId(RecruitingTurn turn, string text) => RolePrint.Hash($"{turn.Me}\u001F{turn.From}\u001F{turn.Activity.Id}\u001F{turn.Now:O}\u001F{text}")[..IdLength];

    /// <summary>"chat/2026-03-02-senior-rust-engineer-1f2e.md".</summary>
    public static string FileOf(LocalDate today, string title, string id)
    {
        var slug = new StringBuilder();
        foreach (var word in Words.Split(title).Select(word => new string([.. word.Folded.Where(char.IsAsciiLetterOrDigit)])).Where(word => word.Length > 0))
        {
            if (slug.Length + word.Length >= LongestSlug)
                break;
            slug.Append(word).Append('-');
        }

        return $"chat/{LocalDatePattern.Iso.Format(today)}-{(slug.Length == 0 ? "role-" : slug)}{id[..SuffixLength]}.md";
    }

    public async Task<OpenDraft?> FindAsync(string id, CancellationToken ct) =>
        await drafts.FindAsync(id, ct) is { } stored && PostingDraft.Read(stored.Draft.Json) is { } content ? new OpenDraft(stored, content) : null;

    /// <summary>In the order in which they were begun, without other texts of roles.</summary>
    public async Task<IReadOnlyList<OpenDraft>> OfOwnerAsync(Actor owner, CancellationToken ct) =>
    [
        .. (await drafts.OfOwnerAsync(owner, ct)).Select(stored => (Stored: stored, Content: PostingDraft.Read(stored.Draft.Json)))
            .Where(one => one.Content is { State: not DraftState.OtherText }).Select(one => new OpenDraft(one.Stored, one.Content!)),
    ];

    /// <summary>Null when the owner has too many. What is there already under the id, since the same message came twice, is what comes back.</summary>
    public async Task<OpenDraft?> CreateAsync(RecruitingTurn turn, string id, PostingDraft content, CancellationToken ct)
    {
        await drafts.CreateAsync(new Draft(id, turn.Me!, content.Write(), Due: null), MostOfOwner, turn.Now, ct);
        return await FindAsync(id, ct);
    }

    /// <summary>Null when it changed or went since it was read.</summary>
    public async Task<OpenDraft?> UpdateAsync(OpenDraft draft, PostingDraft content, Instant? due, DateTimeOffset now, CancellationToken ct) =>
        await drafts.UpdateAsync(draft.Stored, draft.Stored.Draft with { Json = content.Write(), Due = due }, now, ct) ? await FindAsync(draft.Id, ct) : null;

    public Task<bool> DeleteAsync(OpenDraft draft, CancellationToken ct) => drafts.DeleteAsync(draft.Stored, ct);

    /// <summary>Those whose time has come; nobody else gets them for a while.</summary>
    public async Task<IReadOnlyList<OpenDraft>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) =>
        [.. (await drafts.ClaimDueAsync(now, lease, most, ct)).Select(stored => (Stored: stored, Content: PostingDraft.Read(stored.Draft.Json))).Where(one => one.Content is not null).Select(one => new OpenDraft(one.Stored, one.Content!))];

    /// <summary>The roles of a text, as the document that it is to become.</summary>
    public static ParsedDocument Parse(PostingDraft draft) => PasteReader.Parse(draft.File, Encoding.UTF8.GetBytes(draft.Text));

    /// <summary>The chosen role as the text states it; null when the text holds no such role any more.</summary>
    public static Posting? BasisOf(PostingDraft draft) => Parse(draft).Postings.ElementAtOrDefault(Math.Max(draft.Role, 1) - 1);

    /// <summary>The document with the chosen role alone; null when the text holds no such role any more.</summary>
    public static ParsedDocument? DocumentOf(PostingDraft draft) =>
        BasisOf(draft) is { } posting ? Parse(draft) with { Kind = DocumentKind.Posting, Postings = [posting] } : null;

    /// <summary>The role as readers will see it.</summary>
    public static Posting Shown(PostingDraft draft, Posting basis, string owner) => draft.Edits.Over(basis, _ => owner);

    /// <summary>What a second person says yes to: all that readers will see.</summary>
    public static string PrintOf(Posting shown) => RolePrint.Hash(RolePrint.Of(shown));

    /// <summary>The corrections with another one.</summary>
    public static PostingDraft With(PostingDraft draft, PostingEdit edit, Posting basis, DateTimeOffset now) =>
        draft with { Edits = draft.Edits.With(edit, RoleChange.Self, Instant.FromDateTimeOffset(now), basis), Failed = null };
}
