using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Recruiting;

/// <summary>What a transaction does to documents and roles, and how it is called in the audit.</summary>
internal sealed class EditPlan(AuditHeader header)
{
    private readonly Dictionary<string, RoleOverlay> laid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleOverlay> posted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> rewritten = new(StringComparer.Ordinal);
    private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);

    /// <summary>Files are read: edits that people made stay.</summary>
    public static EditPlan Import { get; } = new(AuditHeader.Import);

    public AuditHeader Header { get; } = header;

    public List<DocumentEdit> Documents { get; } = [];

    /// <summary>Roles of which the overlay is given; those that their documents do not touch are laid anew for it.</summary>
    public IEnumerable<string> Laid => laid.Keys;

    /// <summary>Who stands in the overlays that are given.</summary>
    public IEnumerable<long> People => laid.Values.Concat(posted.Values).SelectMany(overlay => overlay.Fields.Select(edited => edited.By)).Distinct();

    public void Lay(string role, RoleOverlay overlay) => laid[role] = overlay;

    public void Post(string posting, RoleOverlay edits) => posted[posting] = edits;

    public void Rewrite(string role) => rewritten.Add(role);

    public void Withdraw(string role) => withdrawn.Add(role);

    /// <summary>The role of this posting has the id when it has to be made anew.</summary>
    public void Restore(string posting, string role) => ids[posting] = role;

    /// <summary>It has an entry in the audit even when it reads as before.</summary>
    public bool IsTarget(string role) => laid.ContainsKey(role) || rewritten.Contains(role) || withdrawn.Contains(role);

    public IEnumerable<string> RestoredIds(IEnumerable<string> postings) => postings.Where(ids.ContainsKey).Select(posting => ids[posting]);

    /// <summary>What people edited of a role, after this.</summary>
    /// <param name="role">Its id.</param>
    /// <param name="before">As it was stored.</param>
    /// <param name="postings">The ids of its postings where those may be others than before.</param>
    /// <param name="basis">What its documents state.</param>
    public RoleOverlay OverlayOf(string role, RoleBefore? before, IEnumerable<string> postings, Posting basis)
    {
        if (laid.TryGetValue(role, out var given))
            return given;
        var overlay = before?.Overlay ?? RoleOverlay.Empty;
        if (rewritten.Contains(role))
            overlay = WithoutWhatChanged(overlay, before!.BasisRole().Posting, basis);
        foreach (var edits in posted.Count == 0 ? [] : postings.Where(posted.ContainsKey).Select(posting => posted[posting]))
            overlay = edits.Fields.Aggregate(overlay, (all, field) => all.With(PostingEdit.Of([field.Field], edits.Values), field.By, field.At, basis));
        return overlay;
    }

    private static RoleOverlay WithoutWhatChanged(RoleOverlay overlay, Posting before, Posting now) => overlay.Fields
        .Where(field => PostingFields.Text(field.Field, before) != PostingFields.Text(field.Field, now))
        .Aggregate(overlay, (rest, field) => rest.Without(field.Field));
}
