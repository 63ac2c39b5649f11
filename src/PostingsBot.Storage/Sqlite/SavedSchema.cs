namespace PostingsBot.Storage.Sqlite;

/// <summary>Roles that people saved. "due" is the number of a change that the person was not told of yet; "saved_state" is how far changes were looked at.</summary>
internal static class SavedSchema
{
    public const string Step = """
        CREATE TABLE saved_roles(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            owner_channel TEXT NOT NULL,
            owner_user TEXT NOT NULL,
            channel TEXT,
            conversation TEXT,
            kind TEXT,
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            print TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            saved INTEGER NOT NULL,
            due INTEGER,
            UNIQUE (owner_channel, owner_user, role));
        CREATE INDEX saved_roles_by_role ON saved_roles(role);
        CREATE INDEX saved_roles_due ON saved_roles(due, n) WHERE due IS NOT NULL;

        CREATE TABLE saved_state(change INTEGER NOT NULL);
        INSERT INTO saved_state SELECT coalesce(max(seq), 0) FROM changes;
        """;
}
