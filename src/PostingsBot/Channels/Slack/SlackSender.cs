using System.Text.Json.Nodes;
using PostingsBot.BotSdk;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack;

/// <summary>Puts messages where they belong in Slack.</summary>
internal sealed class SlackSender(ISlackApi api)
{
    /// <summary>A message that everybody in the place sees.</summary>
    /// <param name="key">The message is known by it: sent twice with one key, the first one is found again where the app may read.</param>
    /// <param name="begun">Look for it first, from that time on; null when it cannot be there.</param>
    /// <returns>Its ts.</returns>
    public async Task<string?> PostAsync(SlackPlace place, SlackMessage message, string? key, DateTimeOffset? begun, CancellationToken ct)
    {
        var arguments = Arguments(place, message);
        if (place.Thread is not null)
            arguments["thread_ts"] = place.Thread;
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        if (key is not null)
            arguments = SentMessages.WithKey(arguments, key);
        if (key is not null && begun is { } since
            && await new SentMessages((method, looked) => api.CallAsync(place.Team, method, looked, ct), since).FindAsync(arguments) is SlackResult.Ok found)
        {
            return JsonText.Of(found.Reply, "ts");
        }

        return JsonText.Of(Taken("chat.postMessage", await api.CallAsync(place.Team, "chat.postMessage", arguments, ct)), "ts");
    }

    /// <summary>A message that one person sees: in the place of the last one when that was pressed.</summary>
    public async Task WhisperAsync(SlackPlace place, SlackMessage message, Uri? responseUrl, bool replaces, CancellationToken ct)
    {
        if (responseUrl is not null)
        {
            var answer = Content(message);
            answer["response_type"] = "ephemeral";
            answer["replace_original"] = replaces;
            if (await api.RespondAsync(responseUrl, answer, ct) is not SlackResult.Refused { Remedy: not SlackRemedy.Retry })
                return;
        }

        var arguments = Arguments(place, message);
        arguments["user"] = place.Aside;
        Taken("chat.postEphemeral", await api.CallAsync(place.Team, "chat.postEphemeral", arguments, ct));
    }

    /// <summary>Replaces a message.</summary>
    /// <exception cref="SlackRefusedException">It is gone, or too old to be changed.</exception>
    public async Task UpdateAsync(SlackPlace place, string ts, SlackMessage message, CancellationToken ct)
    {
        var arguments = Arguments(place, message);
        arguments["ts"] = ts;
        Taken("chat.update", await api.CallAsync(place.Team, "chat.update", arguments, ct));
    }

    /// <summary>Replaces the message whose button was pressed, also where the app is no member.</summary>
    /// <returns>Whether it could be.</returns>
    public async Task<bool> ReplaceAsync(SlackPlace place, string ts, SlackMessage message, Uri? responseUrl, CancellationToken ct)
    {
        try
        {
            await UpdateAsync(place, ts, message, ct);
            return true;
        }
        catch (SlackRefusedException refused) when (refused.Remedy is SlackRemedy.DestinationGone or SlackRemedy.GiveUp)
        {
            if (responseUrl is null)
                return false;
            var answer = Content(message);
            answer["replace_original"] = true;
            return await api.RespondAsync(responseUrl, answer, ct) is SlackResult.Ok;
        }
    }

    public async Task DeleteAsync(SlackPlace place, string ts, CancellationToken ct) =>
        Taken("chat.delete", await api.CallAsync(place.Team, "chat.delete", new JsonObject { ["channel"] = place.Channel, ["ts"] = ts }, ct));

    /// <summary>Shows a reply in a modal that is open.</summary>
    public async Task ShowAsync(SlackPlace modal, Activity activity, CancellationToken ct)
    {
        var arguments = new JsonObject { ["view_id"] = modal.Channel, ["view"] = ViewOf(activity).Json.DeepClone() };
        Taken("views.update", await api.CallAsync(modal.Team, "views.update", arguments, ct));
    }

    /// <summary>A reply as a modal.</summary>
    public static SlackView ViewOf(Activity activity) =>
        activity.Attachments?.Select(attachment => attachment.ContentType == Replies.CardContentType ? ActivityValues.Card(attachment.Content) : null).FirstOrDefault(card => card is not null) is { } card
            ? CardView.Of(SlackWording.AppName, card)
            : SlackView.Modal(SlackWording.AppName, BlockKit.Of(activity).Blocks.Select(block => block!.DeepClone().AsObject()), CardView.Callback);

    private static JsonObject Content(SlackMessage message) => new() { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() };

    private static JsonObject Arguments(SlackPlace place, SlackMessage message)
    {
        var arguments = Content(message);
        arguments["channel"] = place.Channel;
        return arguments;
    }

    private static System.Text.Json.JsonElement Taken(string method, SlackResult result) => result switch
    {
        SlackResult.Ok ok => ok.Reply,
        SlackResult.Refused refused => throw new SlackRefusedException(method, refused),
        _ => throw new InvalidOperationException("a call ended in no known way"),
    };
}
