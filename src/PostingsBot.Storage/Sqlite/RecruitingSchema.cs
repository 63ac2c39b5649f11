namespace PostingsBot.Storage.Sqlite;

/// <summary>The step of the schema with which people post and edit.</summary>
internal static class RecruitingSchema
{
    /// <summary>A copy of the record is written without entries.</summary>
    public const string WithoutAudit = """
        DROP TRIGGER IF EXISTS postings_are_audited;
        DROP TRIGGER IF EXISTS new_roles_are_audited;
        DROP TRIGGER IF EXISTS roles_are_audited;
        DROP TRIGGER IF EXISTS withdrawn_roles_are_audited;
        """;

    // People are known by numbers, so that one can be forgotten where nothing may be rewritten. A role's "entry" is the number of its last entry in the
    // audit, and its version; "basis" is what its documents state where an overlay changes that. "closes" is the closing date of an open role. Rows
    // from before have no entries; none is written without one from here on.
    public const string Step = """
        CREATE TABLE people(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT,
            user_id TEXT,
            name TEXT NOT NULL,
            UNIQUE (channel, user_id));
        INSERT INTO people VALUES(1, 'system', 'import', 'import');

        CREATE TABLE audit_places(
            n INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES people(n),
            name TEXT NOT NULL,
            UNIQUE (person, name));

        CREATE TABLE audit_batches(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES people(n),
            place INTEGER REFERENCES audit_places(n),
            action TEXT NOT NULL,
            undoes INTEGER REFERENCES audit_batches(n),
            before TEXT);
        CREATE INDEX audit_batches_by_person ON audit_batches(person);

        CREATE TABLE audit(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            batch INTEGER NOT NULL REFERENCES audit_batches(n),
            kind TEXT,
            role TEXT,
            subject INTEGER REFERENCES people(n),
            title TEXT,
            employer TEXT,
            file TEXT,
            changes TEXT,
            before TEXT);
        CREATE INDEX audit_by_batch ON audit(batch);
        CREATE INDEX audit_by_role ON audit(role) WHERE role IS NOT NULL;
        CREATE INDEX audit_by_people ON audit(n) WHERE file IS NULL;

        CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE n = NEW.n)
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_batches_are_not_replaced BEFORE INSERT ON audit_batches WHEN EXISTS (SELECT 1 FROM audit_batches WHERE n = NEW.n)
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_batches_are_not_changed BEFORE UPDATE ON audit_batches BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_batches_are_not_deleted BEFORE DELETE ON audit_batches BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

        ALTER TABLE documents RENAME COLUMN is_imported TO origin;
        ALTER TABLE documents ADD COLUMN text TEXT;
        ALTER TABLE documents ADD COLUMN owner INTEGER REFERENCES people(n);
        CREATE INDEX documents_by_owner ON documents(owner) WHERE owner IS NOT NULL;
        ALTER TABLE postings ADD COLUMN batch INTEGER REFERENCES audit_batches(n);
        ALTER TABLE roles ADD COLUMN entry INTEGER REFERENCES audit(n);
        ALTER TABLE roles ADD COLUMN overlay TEXT;
        ALTER TABLE roles ADD COLUMN basis TEXT;
        ALTER TABLE roles ADD COLUMN closes TEXT;
        UPDATE roles SET closes = (
            SELECT json_extract(coalesce(roles.json, c.json), '$.validThrough.value') FROM posting_contents AS c
            WHERE c.n = roles.shown AND coalesce(json_extract(coalesce(roles.json, c.json), '$.status.value'), 'Open') = 'Open');
        CREATE INDEX roles_by_closing_date ON roles(closes) WHERE closes IS NOT NULL;
        CREATE INDEX roles_with_overlays ON roles(n) WHERE overlay IS NOT NULL;

        CREATE TRIGGER postings_are_audited BEFORE INSERT ON postings WHEN NEW.batch IS NULL
        BEGIN SELECT RAISE(ABORT, 'a posting is not written without the audit'); END;
        CREATE TRIGGER posting_contents_are_not_changed BEFORE UPDATE ON posting_contents
        BEGIN SELECT RAISE(ABORT, 'a posting is not written without the audit'); END;
        CREATE TRIGGER new_roles_are_audited BEFORE INSERT ON roles
        WHEN NOT EXISTS (SELECT 1 FROM audit WHERE n = NEW.entry AND role = NEW.id) OR EXISTS (SELECT 1 FROM roles WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a role is not written without an entry in the audit'); END;
        CREATE TRIGGER roles_are_audited BEFORE UPDATE OF json, overlay, basis, entry ON roles
        WHEN (NEW.json IS NOT OLD.json OR NEW.overlay IS NOT OLD.overlay OR NEW.basis IS NOT OLD.basis OR NEW.entry IS NOT OLD.entry)
            AND NOT EXISTS (SELECT 1 FROM audit WHERE n = NEW.entry AND n > coalesce(OLD.entry, 0) AND role = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a role is not written without an entry in the audit'); END;
        CREATE TRIGGER withdrawn_roles_are_audited BEFORE DELETE ON roles
        WHEN NOT EXISTS (SELECT 1 FROM audit WHERE role = OLD.id AND n > coalesce(OLD.entry, 0) AND kind = 'Withdrawn')
        BEGIN SELECT RAISE(ABORT, 'a role is not withdrawn without an entry in the audit'); END;

        CREATE TABLE edit_conflicts(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            role TEXT NOT NULL,
            title TEXT NOT NULL,
            employer TEXT,
            person INTEGER NOT NULL REFERENCES people(n),
            field TEXT,
            under TEXT NOT NULL,
            edited TEXT NOT NULL,
            now TEXT NOT NULL,
            at INTEGER NOT NULL,
            due INTEGER NOT NULL,
            attempts INTEGER NOT NULL);
        CREATE INDEX edit_conflicts_due ON edit_conflicts(due);
        CREATE INDEX edit_conflicts_by_role ON edit_conflicts(role);

        CREATE TABLE drafts(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES people(n),
            json TEXT NOT NULL,
            publishes INTEGER,
            due INTEGER,
            changed INTEGER NOT NULL);
        CREATE INDEX drafts_by_person ON drafts(person);
        CREATE INDEX drafts_due ON drafts(due) WHERE due IS NOT NULL;
        CREATE INDEX drafts_by_time ON drafts(changed) WHERE publishes IS NULL;

        CREATE TABLE grants(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL UNIQUE REFERENCES people(n),
            kind TEXT NOT NULL,
            employers TEXT NOT NULL,
            since INTEGER NOT NULL);

        CREATE TABLE unanswered(
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            role TEXT NOT NULL,
            topic TEXT NOT NULL,
            who TEXT NOT NULL,
            at INTEGER NOT NULL,
            UNIQUE (role, topic, who));
        CREATE INDEX unanswered_by_time ON unanswered(at);
        """;
}
