using System.Net;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack;

/// <summary>Slack did not take what was sent. Its status says to callers that know no Slack whether the place is gone for good.</summary>
internal sealed class SlackRefusedException(string method, SlackResult.Refused refused)
    : HttpRequestException($"Slack refused {method} with {refused.Error}.", inner: null, StatusOf(refused.Remedy))
{
    public SlackRemedy Remedy { get; } = refused.Remedy;

    private static HttpStatusCode StatusOf(SlackRemedy remedy) => remedy switch
    {
        SlackRemedy.Retry => HttpStatusCode.ServiceUnavailable,
        SlackRemedy.Reauthorise => HttpStatusCode.Unauthorized,
        _ => HttpStatusCode.NotFound,
    };
}
