namespace PostingsBot.Storage.Postgres;

/// <summary>The shared schema, in numbered steps that only go forward. A step that has been released is never edited.</summary>
internal static class PostgresMigrations
{
    public const int LeastServer = 13;

    public static IReadOnlyList<string> Steps { get; } = [Catalogue + State, Delivered, Inbox, Digests, NewsByRole, StateWritten, RecruitingSchema.Step, SavedSchema.Step, ClosedRoles, ClosedByChange, DigestRuns];

    public static int Latest => Steps.Count;

    /// <summary>One of several starting programs migrates, the others wait for it.</summary>
    public static async Task<int> ApplyAsync(PostgresUnit unit, string place, CancellationToken ct)
    {
        await CheckServerAsync(unit, place, ct);
        await PostgresUnit.ExecuteAsync(unit.Command("SELECT pg_advisory_xact_lock(hashtextextended('postingsbot schema ' || current_schema(), 0))"), ct);
        var version = await VersionAsync(unit, place, ct);
        if (version == Latest)
            return Latest;
        for (; version < Latest; version++)
            await PostgresUnit.ExecuteAsync(unit.Command(Steps[version]), ct);
        await PostgresUnit.ExecuteAsync(unit.Command("UPDATE postingsbot_schema SET version = @version", ("version", Latest)), ct);
        await unit.CommitAsync(ct);
        return Latest;
    }

    private static async Task CheckServerAsync(PostgresUnit unit, string place, CancellationToken ct)
    {
        const string sql = "SELECT current_setting('server_version_num')::int, current_setting('server_version'), current_setting('server_encoding'), current_schema()";
        var (number, version, encoding, schema) = (await PostgresUnit.RowsAsync(
            unit.Command(sql), row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)), ct))[0];
        if (number < LeastServer * 10_000)
            throw PostgresErrors.OldServer(place, version, LeastServer);
        if (encoding != "UTF8")
            throw PostgresErrors.Encoding(place, encoding);
        if (schema is null)
            throw PostgresErrors.NoSchema(place);
    }

    private static async Task<int> VersionAsync(PostgresUnit unit, string place, CancellationToken ct)
    {
        const string sql = """
            SELECT current_schema(), to_regclass(quote_ident(current_schema()) || '.postingsbot_schema') IS NOT NULL, EXISTS (
                SELECT 1
                FROM pg_class AS c
                WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                    AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
            """;
        var (schema, isOurs, isUsed) = (await PostgresUnit.RowsAsync(unit.Command(sql), row => (row.GetString(0), row.GetBoolean(1), row.GetBoolean(2)), ct))[0];
        if (!isOurs)
            return isUsed ? throw PostgresErrors.Foreign(place, schema) : 0;
        var version = await PostgresUnit.ValueAsync<int>(unit.Command("SELECT version FROM postingsbot_schema"), ct);
        return version <= Latest ? version : throw PostgresErrors.Newer(place, version, Latest);
    }

    // "head" has one row: whoever changes the catalogue locks it first, so that writers queue and changes appear in the order of their numbers, none
    // missing. A document's and a role's "version" is the number of the last change of the transaction that wrote them: what a follower has to copy.
    // Texts that may be long are indexed by hash. A role's "json" is null when it is its one posting's own.
    private const string Catalogue = """
        CREATE TABLE postingsbot_schema(version int NOT NULL);
        INSERT INTO postingsbot_schema VALUES(0);

        CREATE TABLE head(
            record uuid PRIMARY KEY,
            seq bigint NOT NULL);
        INSERT INTO head VALUES(gen_random_uuid(), 0);

        CREATE TABLE documents(
            n bigint PRIMARY KEY,
            file text NOT NULL,
            root text NOT NULL,
            hash text NOT NULL,
            is_imported boolean NOT NULL,
            json text NOT NULL,
            version bigint NOT NULL,
            CONSTRAINT documents_file EXCLUDE USING hash (file WITH =));
        CREATE INDEX documents_by_version ON documents(version);
        CREATE SEQUENCE document_rows;

        CREATE TABLE roles(
            n bigint PRIMARY KEY,
            id text NOT NULL UNIQUE,
            shown bigint NOT NULL,
            is_open boolean NOT NULL,
            json text,
            version bigint NOT NULL);
        CREATE INDEX roles_by_version ON roles(version);
        CREATE SEQUENCE role_rows;

        CREATE TABLE postings(
            n bigint PRIMARY KEY,
            id text NOT NULL UNIQUE,
            document bigint NOT NULL REFERENCES documents(n) ON DELETE CASCADE,
            role bigint NOT NULL REFERENCES roles(n),
            role_key text,
            traits text NOT NULL,
            json text NOT NULL);
        CREATE INDEX postings_by_document ON postings(document);
        CREATE INDEX postings_by_role ON postings(role);
        CREATE INDEX postings_by_role_key ON postings USING hash (role_key);
        CREATE SEQUENCE posting_rows;

        CREATE TABLE changes(
            seq bigint PRIMARY KEY,
            at bigint NOT NULL,
            kind text NOT NULL,
            posting text,
            file text NOT NULL);

        """;

    private const string State = """
        CREATE TABLE state(
            key text PRIMARY KEY,
            etag bigint NOT NULL,
            json text NOT NULL);
        CREATE SEQUENCE state_etags;
        """;

    // Cards that channels hold. "due" is when one is looked at: now, when its lease or its pause ends, or null. "change" is the last change that
    // made it due; delivered_state has the last change that was looked at for all cards.
    private const string Delivered = """
        CREATE TABLE delivered_cards(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            channel text NOT NULL,
            conversation text NOT NULL,
            activity text NOT NULL,
            reference text NOT NULL,
            card text NOT NULL,
            delivered bigint NOT NULL,
            change bigint NOT NULL,
            due bigint,
            attempts int NOT NULL,
            UNIQUE (channel, conversation, activity));
        CREATE INDEX delivered_cards_due ON delivered_cards(due) WHERE due IS NOT NULL;
        CREATE INDEX delivered_cards_by_time ON delivered_cards(delivered);

        CREATE TABLE delivered_roles(
            role text NOT NULL,
            card bigint NOT NULL REFERENCES delivered_cards(n) ON DELETE CASCADE,
            PRIMARY KEY (role, card));
        CREATE INDEX delivered_roles_by_card ON delivered_roles(card);

        CREATE TABLE delivered_state(change bigint NOT NULL);
        INSERT INTO delivered_state SELECT seq FROM head;
        """;

    // What channels handed over. "due" is when it is worked: now, when its lease or its pause ends, or null when it is done. Two indexes hold only what
    // is not done, however many ids are remembered.
    private const string Inbox = """
        CREATE TABLE inbox(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            conversation text NOT NULL,
            kind text NOT NULL,
            body text NOT NULL,
            received bigint NOT NULL,
            due bigint,
            attempts int NOT NULL);
        CREATE INDEX inbox_open ON inbox(n, due) WHERE due IS NOT NULL;
        CREATE INDEX inbox_by_conversation ON inbox(conversation, n) WHERE due IS NOT NULL;
        CREATE INDEX inbox_by_time ON inbox(received) WHERE due IS NULL;
        """;

    // A question is kept once for all who ask it; "news" are roles that answer it, in the order in which they came. "due" of a subscription is when it is
    // looked at, or its lease ends; "seen" is the last news that it was told of or passed over. A digest's "occasion" is its local date, mostly.
    // "due" of a delivery is null when it was sent (state 1) or given up (state 2).
    private const string Digests = """
        CREATE TABLE standing_questions(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            hash bytea NOT NULL UNIQUE,
            json text NOT NULL);

        CREATE TABLE subscriptions(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            version bigint NOT NULL,
            owner_channel text NOT NULL,
            owner_user text NOT NULL,
            channel text NOT NULL,
            conversation text NOT NULL,
            question bigint NOT NULL REFERENCES standing_questions(n),
            is_active boolean NOT NULL,
            is_at_once boolean NOT NULL,
            due bigint,
            seen bigint NOT NULL,
            json text NOT NULL);
        CREATE INDEX subscriptions_due ON subscriptions(due) WHERE due IS NOT NULL;
        CREATE INDEX subscriptions_by_owner ON subscriptions(owner_channel, owner_user);
        CREATE INDEX subscriptions_by_destination ON subscriptions(channel, conversation);
        CREATE INDEX subscriptions_by_question ON subscriptions(question);

        CREATE TABLE news(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            question bigint NOT NULL,
            role text NOT NULL,
            at bigint NOT NULL);
        CREATE INDEX news_by_question ON news(question, n);

        CREATE TABLE ledger(
            subscription bigint NOT NULL REFERENCES subscriptions(n) ON DELETE CASCADE,
            role text NOT NULL,
            print text NOT NULL,
            is_open boolean NOT NULL,
            PRIMARY KEY (subscription, role));
        CREATE INDEX ledger_by_role ON ledger(role);

        CREATE TABLE outbox(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            key text NOT NULL UNIQUE,
            channel text NOT NULL,
            conversation text NOT NULL,
            payload text NOT NULL,
            state int NOT NULL,
            due bigint,
            attempts int NOT NULL,
            made bigint NOT NULL,
            settled bigint,
            activity text,
            error text);
        CREATE INDEX outbox_due ON outbox(due) WHERE due IS NOT NULL;
        CREATE INDEX outbox_waiting ON outbox(channel, conversation, n) WHERE due IS NOT NULL;
        CREATE INDEX outbox_settled ON outbox(state, settled) WHERE settled IS NOT NULL;

        CREATE TABLE digests(
            subscription bigint NOT NULL REFERENCES subscriptions(n) ON DELETE CASCADE,
            occasion text NOT NULL,
            made bigint NOT NULL,
            items int NOT NULL,
            delivery bigint,
            PRIMARY KEY (subscription, occasion));

        CREATE TABLE digest_state(change bigint NOT NULL);
        INSERT INTO digest_state SELECT seq FROM head;
        """;

    // A role that changes is matched anew: what was news of it before goes.
    private const string NewsByRole = "CREATE INDEX news_by_role ON news(role);";

    // What matching found closed and not open again, for whoever keeps a ledger line that was read before. "at": milliseconds of the epoch.
    private const string ClosedRoles = "CREATE TABLE closed_roles(role text PRIMARY KEY, at bigint NOT NULL);";

    // See the embedded database's step of the same name.
    private const string ClosedByChange = """
        DROP INDEX ledger_by_role;
        ALTER TABLE ledger ADD COLUMN change bigint NOT NULL DEFAULT 0;
        ALTER TABLE closed_roles DROP COLUMN at;
        ALTER TABLE closed_roles ADD COLUMN change bigint NOT NULL DEFAULT 0;
        ALTER TABLE closed_roles ADD COLUMN is_closed boolean NOT NULL DEFAULT true;
        """;

    // How far the making of digests is that goes on, or went on last: alerts looked at since it began, and when the last were. Milliseconds of the epoch.
    private const string DigestRuns = """
        CREATE TABLE digest_run(since bigint NOT NULL, done bigint NOT NULL, at bigint NOT NULL);
        INSERT INTO digest_run VALUES(0, 0, 0);
        """;

    // When an item was last written: milliseconds of the epoch, 0 for what is older than this column.
    private const string StateWritten = "ALTER TABLE state ADD COLUMN written bigint NOT NULL DEFAULT 0;";
}
