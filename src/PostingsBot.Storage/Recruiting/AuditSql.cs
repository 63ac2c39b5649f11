namespace PostingsBot.Storage.Recruiting;

/// <summary>The part of the query that both databases read alike. Conditions that are not asked for are left out, so that the others find their index.</summary>
internal static class AuditSql
{
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
