using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Recruiting;

/// <summary>All that people who post and edit need of a database.</summary>
/// <param name="Edits">Roles, and what is done to them.</param>
/// <param name="Audit">What was done.</param>
/// <param name="Conflicts">Edits under which files changed.</param>
/// <param name="Drafts">What is not published yet.</param>
/// <param name="Grants">Who may, by the word of an admin.</param>
/// <param name="Unanswered">What roles were asked for in vain.</param>
/// <param name="People">What is kept of a person.</param>
public sealed record RecruitingStores(
    IRoleEdits Edits, IAudit Audit, IEditConflicts Conflicts, IDrafts Drafts, IGrants Grants, IUnanswered Unanswered, IPersonalData People)
{
    public static RecruitingStores In(SqliteDatabase database) => new(
        new SqliteRoleEdits(database), new SqliteAudit(database), new SqliteEditConflicts(database), new SqliteDrafts(database), new SqliteGrants(database),
        new SqliteUnanswered(database), new SqlitePersonalData(database));

    public static RecruitingStores In(PostgresDatabase database) => new(
        new PostgresRoleEdits(database), new PostgresAudit(database), new PostgresEditConflicts(database), new PostgresDrafts(database), new PostgresGrants(database),
        new PostgresUnanswered(database), new PostgresPersonalData(database));
}
