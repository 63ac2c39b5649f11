namespace PostingsBot.Storage.Postgres;

/// <inheritdoc cref="Sqlite.SavedSchema"/>
internal static class SavedSchema
{
    public const string Step = """
        CREATE TABLE saved_roles(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            owner_channel text NOT NULL,
            owner_user text NOT NULL,
            channel text,
            conversation text,
            kind text,
            role text NOT NULL,
            name text NOT NULL,
            print text NOT NULL,
            is_open boolean NOT NULL,
            saved bigint NOT NULL,
            due bigint,
            UNIQUE (owner_channel, owner_user, role));
        CREATE INDEX saved_roles_by_role ON saved_roles(role);
        CREATE INDEX saved_roles_due ON saved_roles(due, n) WHERE due IS NOT NULL;

        CREATE TABLE saved_state(change bigint NOT NULL);
        INSERT INTO saved_state SELECT seq FROM head;
        """;
}
