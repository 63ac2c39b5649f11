using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Updating;

/// <summary>Finds the roles that a request means: open ones as questions do, closed ones among those that people closed.</summary>
internal sealed class RoleFinder(RolePointer pointer, IRoleEdits edits, IAudit audit)
{
    /// <summary>So many roles are changed at once.</summary>
    public const int MostAtOnce = 50;

    private const int MostLooked = 200;
    private const int MostChoices = 10;

    public async Task<FoundRoles> FindAsync(RecruitingTurn turn, RecruitingRequest request, Question question, CancellationToken ct)
    {
        if (request.Action is RecruitingAction.Reopen && await ClosedAsync(request, turn.Conversation, ct) is { } closed)
            return closed;
        var pointed = request.IsBulk
            ? await pointer.AllAsync(request.Target, question, turn.Conversation, turn.Today, MostAtOnce, ct)
            : await pointer.OneAsync(request.Target, question, turn.Conversation, turn.Today, ct);
        switch (pointed)
        {
            case PointedAt.Roles { Total: var total } when total > MostAtOnce:
                return new FoundRoles.None(RecruitingWording.MoreNotShown(total, MostAtOnce));
            case PointedAt.Roles(var postings, _):
                return await LoadedAsync(postings.Select(posting => posting.Id), ct);
            case PointedAt.Ask(var answer, var next):
                return new FoundRoles.Ask(answer, next);
            default:
                return await ClosedAsync(request, turn.Conversation, ct) ?? new FoundRoles.None(RecruitingWording.NoneFits(((PointedAt.Nothing)pointed).What));
        }
    }

    /// <summary>The roles by id that are still there.</summary>
    public async Task<FoundRoles> LoadedAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var found = new List<EditableRole>();
        foreach (var id in ids)
        {
            if (await edits.FindAsync(id, ct) is { } role)
                found.Add(role);
        }

        return found.Count > 0 ? new FoundRoles.Some(found) : new FoundRoles.None(RecruitingWording.AllGone);
    }

    /// <summary>Roles that are not open, and fit; null when none is, or the request describes none.</summary>
    private async Task<FoundRoles?> ClosedAsync(RecruitingRequest request, Conversation conversation, CancellationToken ct)
    {
        if (request.Target is not (Target.Described or Target.Company))
            return null;
        var found = new List<EditableRole>();
        var entries = await audit.QueryAsync(new AuditQuery(WithImports: false, Take: MostLooked), ct);
        foreach (var id in entries.Select(entry => entry.Role).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await edits.FindAsync(id, ct) is { Shown.IsOpen: false } role && RolePointer.Fits(request.Target, role.Shown))
                found.Add(role);
        }

        if (found.Count == 0)
            return null;
        if (found.Count == 1 || request.IsBulk)
            return new FoundRoles.Some(found);
        var (answer, next) = RolePointer.WhichOf([.. found.Take(MostChoices).Select(role => role.Shown)], conversation);
        return new FoundRoles.Ask(answer, next);
    }
}

/// <summary>What a request turned out to mean.</summary>
internal abstract record FoundRoles
{
    private FoundRoles()
    {
    }

    public sealed record Some(IReadOnlyList<EditableRole> Roles) : FoundRoles;

    /// <summary>Several fit: asks which one.</summary>
    public sealed record Ask(Answer Answer, Conversation Next) : FoundRoles;

    public sealed record None(string Why) : FoundRoles;
}
