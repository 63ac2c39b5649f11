using NodaTime;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Tests.Support;

/// <summary>Edits roles as recruiters do in chat.</summary>
internal static class RoleEditing
{
    public static async Task EditAsync(SqliteDatabase database, string role, PostingEdit edit, TimeProvider clock)
    {
        var edits = new SqliteRoleEdits(database);
        var found = (await edits.FindAsync(role, CancellationToken.None))!;
        var overlay = found.Overlay.With(edit, RoleChange.Self, Instant.FromDateTimeOffset(clock.GetUtcNow()), found.Basis);
        var order = new EditOrder(new Actor("slack", "T1:U1", "Ana Silva"), "slack D1", AuditAction.Edit, [new RoleChange.Overlay(found.Id, found.Version, overlay)]);
        Assert.IsType<EditResult.Applied>(await edits.ApplyAsync(order, clock.GetUtcNow(), CancellationToken.None));
    }
}
