using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack;

/// <summary>What is particular to a turn that something from Slack began.</summary>
/// <param name="key">Names what began it: what is sent in answer is known by it again.</param>
internal sealed class SlackTurn(string key)
{
    private int sent;

    /// <summary>The message or the view whose button was pressed; the first reply takes its place.</summary>
    public string? Pressed { get; set; }

    /// <summary>Where Slack takes answers for half an hour.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>When it was received, if it was worked before: then its answer may be there already.</summary>
    public DateTimeOffset? Begun { get; init; }

    public UploadedFiles Files { get; set; } = UploadedFiles.None;

    /// <summary>Takes the replies instead of Slack; null to send them.</summary>
    public List<Activity>? Collected { get; init; }

    /// <summary>The key of the next message of this turn.</summary>
    public string NextKey() => $"{key}/{++sent}";
}
