using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Updating;

/// <summary>How each kind of change is spoken of.</summary>
internal static class ChangeWords
{
    private static readonly Dictionary<AuditAction, AuditWord> Words = new()
    {
        [AuditAction.Import] = new("read", "read from its file", "Read it"),
        [AuditAction.Post] = new("post", "posted", "Post it"),
        [AuditAction.Edit] = new("change", "changed", "Change it"),
        [AuditAction.Close] = new("close", "closed", "Close it"),
        [AuditAction.Reopen] = new("reopen", "reopened", "Reopen it"),
        [AuditAction.Extend] = new("extend", "extended", "Extend it"),
        [AuditAction.EditText] = new("rewrite the text of", "rewritten", "Rewrite it"),
        [AuditAction.Withdraw] = new("withdraw", "withdrawn", "Withdraw it"),
        [AuditAction.Undo] = new("take back the change of", "as it was before", "Take it back"),
        [AuditAction.Expire] = new("close", "closed as its date passed", "Close it"),
        [AuditAction.Grant] = new("grant", "granted a right", "Grant it"),
        [AuditAction.Revoke] = new("revoke", "relieved of a right", "Revoke it"),
        [AuditAction.Forget] = new("forget", "shown without a name", "Forget it"),
    };

    public static AuditWord Of(AuditAction action) => Words[action];
}
