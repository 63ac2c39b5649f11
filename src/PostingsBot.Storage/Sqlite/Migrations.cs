namespace PostingsBot.Storage.Sqlite;

/// <summary>The schema, in numbered steps that only go forward. A step that has been released is never edited.</summary>
internal static class Migrations
{
    /// <summary>"PBOT" in ASCII: tells our files from those of other programs.</summary>
    public const int ApplicationId = 0x50424F54;

    public static IReadOnlyList<string> Steps { get; } = [Catalogue + State, Roles, Origins, Index, Merging, IndexMaker, Delivered, Inbox, Digests, NewsByRole, StateWritten, RecruitingSchema.Step, SavedSchema.Step, ClosedRoles, ClosedByChange, DigestRuns, MergedBeside, ClosedRows];

    public static int Latest => Steps.Count;

    public static void Apply(SqliteSession session, string path)
    {
        var version = Version(session, path);
        if (version == Latest && IndexRebuild.IsOurs(session))
            return;
        using var unit = session.Writing();
        for (version = Version(session, path); version < Latest; version++)
            session.Script(Steps[(int)version]);
        IndexRebuild.Run(session);
        session.Script($"PRAGMA user_version={Latest}; PRAGMA application_id={ApplicationId}");
        unit.Commit();
    }

    private static long Version(SqliteSession session, string path)
    {
        var version = session.Number("PRAGMA user_version");
        // Reading the schema also finds a file whose first page is damaged.
        var tables = session.Number("SELECT count(*) FROM sqlite_schema");
        if (tables > 0 && session.Number("PRAGMA application_id") != ApplicationId)
            throw SqliteErrors.Foreign(path);
        return version <= Latest ? version : throw SqliteErrors.Newer(path, version, Latest);
    }

    // A posting's "n" is never used again. Its content stands apart, so that sorting reads narrow rows.
    // The index tables keep tokens only; "search" holds open postings alone. detail=full, or bm25() would be 0.
    private const string Catalogue = """
        CREATE TABLE documents(
            n INTEGER PRIMARY KEY,
            file TEXT NOT NULL UNIQUE,
            root TEXT NOT NULL,
            hash TEXT NOT NULL,
            kind TEXT NOT NULL,
            employer TEXT,
            json TEXT NOT NULL);

        CREATE TABLE postings(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            document INTEGER NOT NULL REFERENCES documents(n) ON DELETE CASCADE,
            employer TEXT,
            title TEXT NOT NULL,
            posted TEXT,
            best_pay REAL,
            is_open INTEGER NOT NULL);
        CREATE INDEX postings_by_document ON postings(document);
        CREATE INDEX postings_newest ON postings(is_open, posted DESC, title, id);

        CREATE TABLE posting_contents(
            n INTEGER PRIMARY KEY REFERENCES postings(n) ON DELETE CASCADE,
            json TEXT NOT NULL);

        CREATE TABLE salaries(
            posting INTEGER NOT NULL REFERENCES postings(n) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            currency TEXT,
            low REAL NOT NULL,
            high REAL NOT NULL,
            PRIMARY KEY (posting, place)) WITHOUT ROWID;

        CREATE TABLE sections(
            n INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents(n) ON DELETE CASCADE,
            json TEXT NOT NULL);
        CREATE INDEX sections_by_document ON sections(document);

        CREATE TABLE section_passages(
            n INTEGER PRIMARY KEY,
            section INTEGER NOT NULL REFERENCES sections(n) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            first_line INTEGER NOT NULL);
        CREATE INDEX section_passages_by_section ON section_passages(section);

        CREATE TABLE changes(
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            posting TEXT,
            file TEXT NOT NULL);

        CREATE VIRTUAL TABLE search USING fts5(
            facets, title, body,
            content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ':+#._/-''^%'");
        CREATE VIRTUAL TABLE passages USING fts5(
            heading, body,
            content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ':+#._/-''^%'");
        INSERT INTO search(search, rank) VALUES('hashsize', 16777216);
        INSERT INTO passages(passages, rank) VALUES('hashsize', 16777216);
        """;

    private const string State = """

        CREATE TABLE state(
            key TEXT PRIMARY KEY,
            etag INTEGER NOT NULL,
            json TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE state_sequence(last INTEGER NOT NULL);
        INSERT INTO state_sequence VALUES(0);
        """;

    // Several postings may be one role. "is_open" and "posted" of a posting are from here on those of the role that it is shown for: a hidden copy
    // is not open, and only shown open postings stand in "search". A role's "json" is null when it is its one posting's own. A section without
    // owners is the document's own. "shown" has no reference: a posting that is written again is another row until the roles are settled.
    private const string Roles = """
        CREATE TABLE roles(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            shown INTEGER NOT NULL,
            json TEXT);

        ALTER TABLE postings ADD COLUMN role INTEGER REFERENCES roles(n);
        ALTER TABLE postings ADD COLUMN role_key TEXT;
        CREATE INDEX postings_by_role ON postings(role);
        CREATE INDEX postings_by_role_key ON postings(role_key) WHERE role_key IS NOT NULL;

        CREATE TABLE posting_traits(
            n INTEGER PRIMARY KEY REFERENCES postings(n) ON DELETE CASCADE,
            json TEXT NOT NULL);

        CREATE TABLE section_owners(
            section INTEGER NOT NULL REFERENCES sections(n) ON DELETE CASCADE,
            posting INTEGER NOT NULL,
            PRIMARY KEY (section, posting)) WITHOUT ROWID;

        INSERT INTO roles(id, shown) SELECT id, n FROM postings ORDER BY n;
        UPDATE postings SET role = (SELECT n FROM roles WHERE roles.id = postings.id);
        INSERT INTO section_owners SELECT s.n, p.n FROM sections AS s JOIN postings AS p ON p.document = s.document WHERE p.is_open = 1;
        """;

    private const string Origins = "ALTER TABLE documents ADD COLUMN is_imported INTEGER NOT NULL DEFAULT 0;";

    // The index stands apart from the record: rows by role id, made from what roles and documents say, and made again from it. "slot" only rises; a
    // row is never changed but for "removed", the version that took it away. "facets" and "suggested" are lists with U+001F between.
    private const string Index = """
        DROP TABLE search;
        DROP TABLE passages;
        DROP TABLE section_owners;
        DROP TABLE section_passages;
        DROP TABLE sections;
        DROP TABLE salaries;
        DROP INDEX postings_newest;
        ALTER TABLE postings DROP COLUMN employer;
        ALTER TABLE postings DROP COLUMN title;
        ALTER TABLE postings DROP COLUMN posted;
        ALTER TABLE postings DROP COLUMN best_pay;
        ALTER TABLE postings DROP COLUMN is_open;
        ALTER TABLE documents DROP COLUMN employer;

        CREATE TABLE search_state(version INTEGER NOT NULL, last_slot INTEGER NOT NULL, purged INTEGER NOT NULL);
        INSERT INTO search_state VALUES(0, 0, 0);
        CREATE TABLE search_rows(
            slot INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind INTEGER NOT NULL,
            employer TEXT,
            posted INTEGER,
            title TEXT,
            length INTEGER,
            pay TEXT,
            facets TEXT,
            suggested TEXT,
            removed INTEGER);
        CREATE UNIQUE INDEX search_rows_current ON search_rows(id) WHERE removed IS NULL;
        CREATE INDEX search_rows_removed ON search_rows(removed) WHERE removed IS NOT NULL;

        CREATE VIRTUAL TABLE search USING fts5(
            facets, title, body,
            content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ':+#._/-''^%'");
        CREATE VIRTUAL TABLE search_pages USING fts5(
            body,
            content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ':+#._/-''^%'");
        INSERT INTO search(search, rank) VALUES('hashsize', 33554432);

        CREATE TABLE suggest(
            kind TEXT NOT NULL,
            norm TEXT NOT NULL,
            text TEXT NOT NULL,
            n INTEGER NOT NULL,
            PRIMARY KEY (kind, norm, text)) WITHOUT ROWID;
        CREATE INDEX suggest_common ON suggest(kind, n DESC, norm);
        """;

    // Which build made the index: another one may cut words or name facets differently.
    private const string IndexMaker = "ALTER TABLE search_state ADD COLUMN made_by TEXT NOT NULL DEFAULT '';";

    // The writer merges a little now and then: two pieces are enough to begin.
    private const string Merging = "INSERT INTO search(search, rank) VALUES('usermerge', 2);";

    // Cards that channels hold. "due" is when one is looked at: now, when its lease or its pause ends, or null. "change" is the last change that
    // made it due; delivered_state has the last change that was looked at for all cards.
    private const string Delivered = """
        CREATE TABLE delivered_cards(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL,
            conversation TEXT NOT NULL,
            activity TEXT NOT NULL,
            reference TEXT NOT NULL,
            card TEXT NOT NULL,
            delivered INTEGER NOT NULL,
            change INTEGER NOT NULL,
            due INTEGER,
            attempts INTEGER NOT NULL,
            UNIQUE (channel, conversation, activity));
        CREATE INDEX delivered_cards_due ON delivered_cards(due) WHERE due IS NOT NULL;
        CREATE INDEX delivered_cards_by_time ON delivered_cards(delivered);

        CREATE TABLE delivered_roles(
            role TEXT NOT NULL,
            card INTEGER NOT NULL REFERENCES delivered_cards(n) ON DELETE CASCADE,
            PRIMARY KEY (role, card)) WITHOUT ROWID;
        CREATE INDEX delivered_roles_by_card ON delivered_roles(card);

        CREATE TABLE delivered_state(change INTEGER NOT NULL);
        INSERT INTO delivered_state SELECT coalesce(max(seq), 0) FROM changes;
        """;

    // What channels handed over. "due" is when it is worked: now, when its lease or its pause ends, or null when it is done. Both indexes hold only what
    // is not done, however many ids are remembered.
    private const string Inbox = """
        CREATE TABLE inbox(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            received INTEGER NOT NULL,
            due INTEGER,
            attempts INTEGER NOT NULL);
        CREATE INDEX inbox_open ON inbox(n, due) WHERE due IS NOT NULL;
        CREATE INDEX inbox_by_conversation ON inbox(conversation, n) WHERE due IS NOT NULL;
        CREATE INDEX inbox_by_time ON inbox(received) WHERE due IS NULL;
        """;

    // A question is kept once for all who ask it; "news" are roles that answer it, in the order in which they came. "due" of a subscription is when it is
    // looked at, or its lease ends; "seen" is the last news that it was told of or passed over. A digest's "occasion" is its local date, mostly.
    // "due" of a delivery is null when it was sent (state 1) or given up (state 2).
    private const string Digests = """
        CREATE TABLE standing_questions(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            json TEXT NOT NULL);

        CREATE TABLE subscriptions(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            owner_channel TEXT NOT NULL,
            owner_user TEXT NOT NULL,
            channel TEXT NOT NULL,
            conversation TEXT NOT NULL,
            question INTEGER NOT NULL REFERENCES standing_questions(n),
            is_active INTEGER NOT NULL,
            is_at_once INTEGER NOT NULL,
            due INTEGER,
            seen INTEGER NOT NULL,
            json TEXT NOT NULL);
        CREATE INDEX subscriptions_due ON subscriptions(due) WHERE due IS NOT NULL;
        CREATE INDEX subscriptions_by_owner ON subscriptions(owner_channel, owner_user);
        CREATE INDEX subscriptions_by_destination ON subscriptions(channel, conversation);
        CREATE INDEX subscriptions_by_question ON subscriptions(question);

        CREATE TABLE news(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            question INTEGER NOT NULL,
            role TEXT NOT NULL,
            at INTEGER NOT NULL);
        CREATE INDEX news_by_question ON news(question, n);

        CREATE TABLE ledger(
            subscription INTEGER NOT NULL REFERENCES subscriptions(n) ON DELETE CASCADE,
            role TEXT NOT NULL,
            print TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            PRIMARY KEY (subscription, role)) WITHOUT ROWID;
        CREATE INDEX ledger_by_role ON ledger(role);

        CREATE TABLE outbox(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            conversation TEXT NOT NULL,
            payload TEXT NOT NULL,
            state INTEGER NOT NULL,
            due INTEGER,
            attempts INTEGER NOT NULL,
            made INTEGER NOT NULL,
            settled INTEGER,
            activity TEXT,
            error TEXT);
        CREATE INDEX outbox_due ON outbox(due) WHERE due IS NOT NULL;
        CREATE INDEX outbox_waiting ON outbox(channel, conversation, n) WHERE due IS NOT NULL;
        CREATE INDEX outbox_settled ON outbox(state, settled) WHERE settled IS NOT NULL;

        CREATE TABLE digests(
            subscription INTEGER NOT NULL REFERENCES subscriptions(n) ON DELETE CASCADE,
            occasion TEXT NOT NULL,
            made INTEGER NOT NULL,
            items INTEGER NOT NULL,
            delivery INTEGER,
            PRIMARY KEY (subscription, occasion)) WITHOUT ROWID;

        CREATE TABLE digest_state(change INTEGER NOT NULL);
        INSERT INTO digest_state SELECT coalesce(max(seq), 0) FROM changes;
        """;

    // A role that changes is matched anew: what was news of it before goes.
    private const string NewsByRole = "CREATE INDEX news_by_role ON news(role);";

    // What matching found closed and not open again, for whoever keeps a ledger line that was read before. "at": milliseconds of the epoch.
    private const string ClosedRoles = "CREATE TABLE closed_roles(role TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;";

    // Closing a role does not touch the ledgers that know it, and they need no index by role: a line tells up to which change the catalogue was matched when it was
    // written, and a role the change with which it was last found closed, also after it opened again. What is older than these columns has both as 0, and says by
    // itself whether the role was open.
    private const string ClosedByChange = """
        DROP INDEX ledger_by_role;
        ALTER TABLE ledger ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE closed_roles DROP COLUMN at;
        ALTER TABLE closed_roles ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE closed_roles ADD COLUMN is_closed INTEGER NOT NULL DEFAULT 1;
        """;

    // How far the making of digests is that goes on, or went on last: alerts looked at since it began, and when the last were. Milliseconds of the epoch.
    private const string DigestRuns = """
        CREATE TABLE digest_run(since INTEGER NOT NULL, done INTEGER NOT NULL, at INTEGER NOT NULL);
        INSERT INTO digest_run VALUES(0, 0, 0);
        """;

    // No transaction merges pieces of the index: that is done beside them (SqliteUpkeep), sixteen pieces at a time. When it did not come to that for very long, a
    // transaction merges after all, before FTS5's limit of 2,000 pieces is reached.
    private const string MergedBeside = """
        INSERT INTO search(search, rank) VALUES('automerge', 0);
        INSERT INTO search(search, rank) VALUES('usermerge', 16);
        INSERT INTO search(search, rank) VALUES('crisismerge', 1000);
        """;

    // Closed roles and drafts are few, and looked at only where somebody asks for one.
    private const string ClosedRows = "CREATE INDEX search_rows_closed ON search_rows(slot) WHERE kind = 1 AND removed IS NULL;";

    // When an item was last written: milliseconds of the epoch, 0 for what is older than this column.
    private const string StateWritten = "ALTER TABLE state ADD COLUMN written INTEGER NOT NULL DEFAULT 0;";
}
