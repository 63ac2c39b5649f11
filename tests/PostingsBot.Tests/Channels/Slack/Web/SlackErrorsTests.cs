using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Tests.Channels.Slack.Web;

public class SlackErrorsTests
{
    [Theory]
    [InlineData(nameof(SlackRemedy.Retry), "ratelimited rate_limited internal_error fatal_error service_unavailable request_timeout unreachable server_error")]
    [InlineData(nameof(SlackRemedy.Reauthorise), "invalid_auth not_authed token_revoked token_expired account_inactive missing_scope not_installed token_unusable")]
    [InlineData(nameof(SlackRemedy.DestinationGone), "channel_not_found is_archived not_in_channel user_not_in_channel user_not_found user_disabled message_not_found thread_not_found cannot_dm_bot used_url")]
    [InlineData(nameof(SlackRemedy.GiveUp), "invalid_blocks invalid_arguments msg_too_long trigger_expired trigger_exchanged cant_update_message edit_window_closed view_too_large no_text unknown_method bad_response_url unreadable_answer")]
    public void RemedyOf_Error_TellsWhatHelps(string remedy, string errors) =>
        Assert.All(errors.Split(' '), error => Assert.Equal(Enum.Parse<SlackRemedy>(remedy), SlackErrors.RemedyOf(error)));
}
