namespace PostingsBot.Storage.Postgres;

/// <summary>The step of the schema with which people post and edit.</summary>
internal static class RecruitingSchema
{
    // People are known by numbers, so that one can be forgotten where nothing may be rewritten. Numbers in the audit come from "head", which whoever writes
    // it has locked. A role's "entry" is the number of its last entry in the audit, and the version that an edit expects; "basis" is what its documents state where an
    // overlay changes that. "closes" is the closing date of an open role. Rows from before have no entries; none is written without one from here on.
    public const string Step = """
        ALTER TABLE head ADD COLUMN audit bigint NOT NULL DEFAULT 0;

        CREATE TABLE people(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            channel text,
            user_id text,
            name text NOT NULL,
            UNIQUE (channel, user_id));
        INSERT INTO people(channel, user_id, name) VALUES('system', 'import', 'import');

        CREATE TABLE audit_places(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            person bigint NOT NULL REFERENCES people(n),
            name text NOT NULL,
            UNIQUE (person, name));

        CREATE TABLE audit_batches(
            n bigint PRIMARY KEY,
            at bigint NOT NULL,
            person bigint NOT NULL REFERENCES people(n),
            place bigint REFERENCES audit_places(n),
            action text NOT NULL,
            undoes bigint REFERENCES audit_batches(n),
            before text);
        CREATE INDEX audit_batches_by_person ON audit_batches(person);

        CREATE TABLE audit(
            n bigint PRIMARY KEY,
            batch bigint NOT NULL REFERENCES audit_batches(n),
            kind text,
            role text,
            subject bigint REFERENCES people(n),
            title text,
            employer text,
            file text,
            changes text,
            before text);
        CREATE INDEX audit_by_batch ON audit(batch);
        CREATE INDEX audit_by_role ON audit(role) WHERE role IS NOT NULL;
        CREATE INDEX audit_by_people ON audit(n) WHERE file IS NULL;

        CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
        CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        CREATE TRIGGER audit_batches_are_not_changed BEFORE UPDATE OR DELETE ON audit_batches FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
        CREATE TRIGGER audit_batches_are_not_emptied BEFORE TRUNCATE ON audit_batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

        ALTER TABLE documents ALTER COLUMN is_imported TYPE int USING is_imported::int;
        ALTER TABLE documents RENAME COLUMN is_imported TO origin;
        ALTER TABLE documents ADD COLUMN text text;
        ALTER TABLE documents ADD COLUMN owner bigint REFERENCES people(n);
        CREATE INDEX documents_by_owner ON documents(owner) WHERE owner IS NOT NULL;
        ALTER TABLE postings ADD COLUMN batch bigint REFERENCES audit_batches(n);
        ALTER TABLE roles ADD COLUMN entry bigint REFERENCES audit(n);
        ALTER TABLE roles ADD COLUMN overlay text;
        ALTER TABLE roles ADD COLUMN basis text;
        ALTER TABLE roles ADD COLUMN closes text;
        UPDATE roles AS r SET closes = substring(coalesce(r.json, p.json) FROM '"validThrough":\{"value":"([0-9]{4}-[0-9]{2}-[0-9]{2})"')
        FROM postings AS p WHERE p.n = r.shown AND r.is_open;
        CREATE INDEX roles_by_closing_date ON roles(closes) WHERE closes IS NOT NULL;
        CREATE INDEX roles_with_overlays ON roles(n) WHERE overlay IS NOT NULL;

        CREATE FUNCTION refuse_posting_without_audit() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'UPDATE' THEN
                    IF NEW.json IS DISTINCT FROM OLD.json THEN RAISE EXCEPTION 'a posting is not written without the audit'; END IF;
                ELSIF NEW.batch IS NULL THEN
                    RAISE EXCEPTION 'a posting is not written without the audit';
                END IF;
                RETURN NEW;
            END $$;
        CREATE TRIGGER postings_are_audited BEFORE INSERT OR UPDATE ON postings FOR EACH ROW EXECUTE FUNCTION refuse_posting_without_audit();

        CREATE FUNCTION refuse_role_without_audit() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    IF NOT EXISTS (SELECT 1 FROM audit WHERE role = OLD.id AND n > coalesce(OLD.entry, 0) AND kind = 'Withdrawn') THEN
                        RAISE EXCEPTION 'a role is not withdrawn without an entry in the audit';
                    END IF;
                    RETURN OLD;
                END IF;
                IF TG_OP = 'UPDATE' AND (NEW.json, NEW.overlay, NEW.basis, NEW.entry) IS NOT DISTINCT FROM (OLD.json, OLD.overlay, OLD.basis, OLD.entry) THEN
                    RETURN NEW;
                END IF;
                IF NOT EXISTS (SELECT 1 FROM audit WHERE n = NEW.entry AND role = NEW.id)
                    OR (TG_OP = 'UPDATE' AND NEW.entry IS NOT DISTINCT FROM OLD.entry) THEN
                    RAISE EXCEPTION 'a role is not written without an entry in the audit';
                END IF;
                RETURN NEW;
            END $$;
        CREATE TRIGGER roles_are_audited BEFORE INSERT OR UPDATE OR DELETE ON roles FOR EACH ROW EXECUTE FUNCTION refuse_role_without_audit();

        CREATE TABLE edit_conflicts(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            role text NOT NULL,
            title text NOT NULL,
            employer text,
            person bigint NOT NULL REFERENCES people(n),
            field text,
            under text NOT NULL,
            edited text NOT NULL,
            now text NOT NULL,
            at bigint NOT NULL,
            due bigint NOT NULL,
            attempts int NOT NULL);
        CREATE INDEX edit_conflicts_due ON edit_conflicts(due);
        CREATE INDEX edit_conflicts_by_role ON edit_conflicts(role);

        CREATE TABLE drafts(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            version bigint NOT NULL,
            person bigint NOT NULL REFERENCES people(n),
            json text NOT NULL,
            publishes bigint,
            due bigint,
            changed bigint NOT NULL);
        CREATE INDEX drafts_by_person ON drafts(person);
        CREATE INDEX drafts_due ON drafts(due) WHERE due IS NOT NULL;
        CREATE INDEX drafts_by_time ON drafts(changed) WHERE publishes IS NULL;

        CREATE TABLE grants(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            person bigint NOT NULL UNIQUE REFERENCES people(n),
            kind text NOT NULL,
            employers text NOT NULL,
            since bigint NOT NULL);

        CREATE TABLE unanswered(
            n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            role text NOT NULL,
            topic text NOT NULL,
            who text NOT NULL,
            at bigint NOT NULL,
            UNIQUE (role, topic, who));
        CREATE INDEX unanswered_by_time ON unanswered(at);
        """;
}
