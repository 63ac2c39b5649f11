namespace PostingsBot.Storage.Recruiting;

/// <summary>The part of the query that both databases read alike. Conditions that are not asked for are left out, so that the others find their index.</summary>
internal static class AuditSql
{
    /// <summary>The columns of <see cref="RecruitingRows.Entry"/>.</summary>
    public const string Select = """
        SELECT a.n, a.batch, b.at, w.channel, w.user_id, w.name, coalesce(a.file, p.name, ''), b.action, a.kind, a.role, a.title, a.employer, a.changes, b.undoes,
            a.subject, s.channel, s.user_id, s.name
        FROM audit AS a JOIN audit_batches AS b ON b.n = a.batch JOIN people AS w ON w.n = b.person
            LEFT JOIN audit_places AS p ON p.n = b.place LEFT JOIN people AS s ON s.n = a.subject
        """;

    /// <param name="query">What is asked.</param>
    /// <param name="roleId">The own id of the role @role.</param>
    public static string Where(AuditQuery query, string roleId)
    {
        var conditions = new List<string> { "true" };
        if (query.Role is not null)
            conditions.Add($"a.role = {roleId}");
        if (query.Person is not null)
            conditions.Add("b.person = (SELECT n FROM people WHERE channel = @channel AND user_id = @user)");
        if (query.Batch is not null)
            conditions.Add("a.batch = @batch");
        if (query.Before is not null)
            conditions.Add("a.n < @before");
        if (!query.WithImports)
            conditions.Add("a.file IS NULL");
        return string.Join(" AND ", conditions);
    }
}
