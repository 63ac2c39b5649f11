namespace PostingsBot.Channels.Slack.Web;

/// <summary>Slack's errors told apart, and our own for what Slack does not name.</summary>
internal static class SlackErrors
{
    /// <summary>Slack could not be reached, or what it answered could not be read. What was sent may have arrived.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>HTTP 429.</summary>
    public const string RateLimited = "ratelimited";

    /// <summary>HTTP 5xx. What was sent may have arrived.</summary>
    public const string ServerError = "server_error";

    /// <summary>Slack's answer is none.</summary>
    public const string Unreadable = "unreadable_answer";

    /// <summary>The app is not installed in the workspace.</summary>
    public const string NotInstalled = "not_installed";

    /// <summary>What is kept of the workspace holds no token; the log says why.</summary>
    public const string TokenUnusable = "token_unusable";

    /// <summary>The response URL is none of Slack's.</summary>
    public const string BadResponseUrl = "bad_response_url";

    /// <summary>The response URL was used five times, or it is older than thirty minutes.</summary>
    public const string ResponseUrlSpent = "response_url_spent";

    private static readonly Dictionary<string, SlackRemedy> Remedies = new(StringComparer.Ordinal)
    {
        [RateLimited] = SlackRemedy.Retry,
        ["rate_limited"] = SlackRemedy.Retry,
        ["message_limit_exceeded"] = SlackRemedy.Retry,
        ["internal_error"] = SlackRemedy.Retry,
        ["fatal_error"] = SlackRemedy.Retry,
        ["service_unavailable"] = SlackRemedy.Retry,
        ["request_timeout"] = SlackRemedy.Retry,
        ["team_added_to_org"] = SlackRemedy.Retry,
        [Unreachable] = SlackRemedy.Retry,
        [ServerError] = SlackRemedy.Retry,

        ["invalid_auth"] = SlackRemedy.Reauthorise,
        ["not_authed"] = SlackRemedy.Reauthorise,
        ["token_revoked"] = SlackRemedy.Reauthorise,
        ["token_expired"] = SlackRemedy.Reauthorise,
        ["account_inactive"] = SlackRemedy.Reauthorise,
        ["missing_scope"] = SlackRemedy.Reauthorise,
        ["not_allowed_token_type"] = SlackRemedy.Reauthorise,
        ["no_permission"] = SlackRemedy.Reauthorise,
        ["access_denied"] = SlackRemedy.Reauthorise,
        ["ekm_access_denied"] = SlackRemedy.Reauthorise,
        [NotInstalled] = SlackRemedy.Reauthorise,
        [TokenUnusable] = SlackRemedy.Reauthorise,

        ["channel_not_found"] = SlackRemedy.DestinationGone,
        ["is_archived"] = SlackRemedy.DestinationGone,
        ["not_in_channel"] = SlackRemedy.DestinationGone,
        ["user_not_in_channel"] = SlackRemedy.DestinationGone,
        ["user_not_found"] = SlackRemedy.DestinationGone,
        ["user_disabled"] = SlackRemedy.DestinationGone,
        ["user_not_visible"] = SlackRemedy.DestinationGone,
        ["users_not_found"] = SlackRemedy.DestinationGone,
        ["cannot_dm_bot"] = SlackRemedy.DestinationGone,
        ["messages_tab_disabled"] = SlackRemedy.DestinationGone,
        ["restricted_action"] = SlackRemedy.DestinationGone,
        ["restricted_action_read_only_channel"] = SlackRemedy.DestinationGone,
        ["restricted_action_thread_only_channel"] = SlackRemedy.DestinationGone,
        ["team_access_not_granted"] = SlackRemedy.DestinationGone,
        ["message_not_found"] = SlackRemedy.DestinationGone,
        ["thread_not_found"] = SlackRemedy.DestinationGone,
        [BadResponseUrl] = SlackRemedy.GiveUp,
        [ResponseUrlSpent] = SlackRemedy.DestinationGone,
        ["used_url"] = SlackRemedy.DestinationGone,
        ["expired_url"] = SlackRemedy.DestinationGone,
    };

    /// <summary>An error that is not in the table is final.</summary>
    public static SlackRemedy RemedyOf(string error) => Remedies.GetValueOrDefault(error, SlackRemedy.GiveUp);

    public static SlackResult.Refused Refused(string error) => new(error, RemedyOf(error));

    public static SlackResult.Refused Refused(SlackAnswer answer) => Refused(answer switch
    {
        SlackAnswer.Reply { Error: { } error } => error,
        SlackAnswer.Lost lost => lost.Error,
        _ => RateLimited,
    });

    /// <summary>Whether Slack may have done what was asked although it did not say so.</summary>
    public static bool MayBeDone(SlackAnswer answer) => answer switch
    {
        SlackAnswer.Lost lost => lost.MayHaveArrived,
        SlackAnswer.Reply { Error: "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout" } => true,
        _ => false,
    };
}
