using System.Text.Json;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>How a call to Slack ended.</summary>
internal abstract record SlackResult
{
    private SlackResult()
    {
    }

    /// <param name="Reply">The whole answer. Of a response URL, which answers "ok", an empty object.</param>
    public sealed record Ok(JsonElement Reply) : SlackResult;

    /// <param name="Error">Slack's own name for it, such as "channel_not_found", or one of ours in <see cref="SlackErrors"/>.</param>
    public sealed record Refused(string Error, SlackRemedy Remedy) : SlackResult;
}

/// <summary>What helps against a refusal.</summary>
internal enum SlackRemedy
{
    /// <summary>Nothing: the same call will be refused again.</summary>
    GiveUp,

    /// <summary>The same call later; it was tried several times already.</summary>
    Retry,

    /// <summary>The app must be installed again, or with more scopes.</summary>
    Reauthorise,

    /// <summary>The channel, person or message is not there any more, or not for us.</summary>
    DestinationGone,
}
