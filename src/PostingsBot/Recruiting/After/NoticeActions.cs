using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting.After;

/// <summary>What the buttons of notices do at once: leave a role as it is, keep an edit, or take what the file says in its place.</summary>
/// <param name="edits">Makes changes.</param>
/// <param name="reached">Waits until searches see a change; false when that takes too long.</param>
internal sealed class NoticeActions(IRoleEdits edits, Func<long, CancellationToken, Task<bool>> reached)
{
    /// <summary>Attempts at a role that changes at the same time.</summary>
    private const int MostAttempts = 4;

    public static bool Knows(CardVerb.RoleEdit pressed) => pressed.Step is RoleEditStep.Leave or RoleEditStep.KeepMine or RoleEditStep.TakeFiles;

    /// <param name="turn">Who presses, and what that person may.</param>
    /// <param name="pressed">One of the buttons that <see cref="Knows"/> knows.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What is said to it.</returns>
    public async Task<string> PressedAsync(RecruitingTurn turn, CardVerb.RoleEdit pressed, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await edits.FindAsync(pressed.Id, ct) is not { } role)
                return AfterWording.RoleGone;
            if (turn.Me is not { } me || !turn.Standing.May(role.Shown.Company?.Value))
                return AfterWording.NotYours(AfterWording.Name(role));
            if (pressed.Step is RoleEditStep.Leave)
                return AfterWording.Left(role.Shown);
            if (!Enum.TryParse<RoleField>(pressed.Field, out var field) || !role.Overlay.Fields.Any(one => one.Field == field))
                return AfterWording.NoEdit;
            var isMine = pressed.Step is RoleEditStep.KeepMine;
            var overlay = isMine ? role.Overlay.With(PostingEdit.Of([field], role.Shown), RoleChange.Self, Instant.FromDateTimeOffset(turn.Now), role.Basis) : role.Overlay.Without(field);
            if (await edits.ApplyAsync(new EditOrder(me, turn.From, AuditAction.Edit, [new RoleChange.Overlay(role.Id, role.Version, overlay)]), turn.Now, ct) is EditResult.Applied applied)
            {
                await reached(applied.LastChange, ct);
                return isMine ? AfterWording.KeptMine(field) : AfterWording.TookFiles(field, PostingFields.Text(field, role.Basis));
            }
        }

        return AfterWording.TooBusy;
    }
}
