namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>A person as Teams' roster knows them. E-mail and user principal name may be missing.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    public string? GivenName { get; set; }
    public string? Surname { get; set; }
    public string? Email { get; set; }
    public string? UserPrincipalName { get; set; }
    public string? TenantId { get; set; }
    public string? UserRole { get; set; }
}

/// <summary>One page of a roster; <see cref="ContinuationToken"/> asks for the next, null behind the last.</summary>
public class TeamsPagedMembersResult
{
    public string? ContinuationToken { get; set; }
    public IList<TeamsChannelAccount>? Members { get; set; }
}
