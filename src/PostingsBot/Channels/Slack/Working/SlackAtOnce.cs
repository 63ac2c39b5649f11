using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>What Slack waits for: modals, whose triggers live three seconds, submissions and lists of choices. Nothing of it has to outlive the request.</summary>
internal sealed class SlackAtOnce(ISlackApi api, FindForm form, SlackTurns turns, SlackPostings postings, TimeProvider clock, ILogger<SlackAtOnce> logger)
{
    /// <summary>Slack waits three seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    public async Task<SlackAck> AnswerAsync(SlackWork work, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        try
        {
            switch (work)
            {
                case SlackWork.Shortcut { Callback: SlackShortcuts.FindRoles } shortcut:
                    await OpenAsync(shortcut.Team, shortcut.Trigger, FindRolesView.Of(), either.Token);
                    return SlackAck.Empty;
                case SlackWork.Shortcut { Callback: SlackShortcuts.NewPosting } shortcut:
                    await postings.OpenAsync(shortcut, view => OpenAsync(shortcut.Team, shortcut.Trigger, view, either.Token), either.Token);
                    return SlackAck.Empty;
                case SlackWork.Show show:
                    await OpenAsync(show.Team, show.Trigger, show.Place is null ? show.View : show.View.At(show.Place), either.Token, show.IsInModal ? "views.push" : "views.open");
                    return SlackAck.Empty;
                case SlackWork.Choices choices:
                    return new SlackAck(await form.ChoicesAsync(choices, either.Token));
                case SlackWork.Submitted submitted:
                    return await SubmitAsync(submitted, either.Token);
                default:
                    return SlackAck.Empty;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            HostLog.SlackTooLate(logger, work.GetType().Name);
            return work is SlackWork.Submitted submitted ? FindForm.Refuse(submitted.View, SlackWording.TookTooLong) : SlackAck.Empty;
        }
    }

    /// <summary>Opens a modal in which an answer will be shown.</summary>
    /// <returns>Its id; null when it could not be opened.</returns>
    public async Task<string?> OpenForAnswerAsync(SlackWork.PressedAtHome pressed, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        try
        {
            return await OpenAsync(pressed.Team, pressed.Trigger, SlackSender.ViewOf(MessageFactory.Text(SlackWording.Looking)), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            HostLog.SlackTooLate(logger, nameof(SlackWork.PressedAtHome));
            return null;
        }
    }

    private async Task<SlackAck> SubmitAsync(SlackWork.Submitted submitted, CancellationToken ct)
    {
        var message = new IncomingMessage(new SlackPlace(submitted.Team, JsonText.Of(submitted.View, "root_view_id") ?? JsonText.Of(submitted.View, "id")!), submitted.User, JsonText.Of(submitted.View, "id")!);
        if (BlockAction.ValueOfView(submitted.View) is { } value)
            message = message with { Value = value };
        else if (!FindForm.IsOf(submitted.View))
            return SlackAck.Empty;
        else if (FindRolesView.Read(submitted.View) is { Response: null } said)
            message = message with { Value = said.Value };
        else
            return new SlackAck(FindRolesView.Read(submitted.View).Response);
        var turn = new SlackTurn(message.Id) { Collected = [] };
        await turns.RunAsync(message, clock.GetUtcNow(), turn, ct);
        return turn.Collected is [.., var reply]
            ? new SlackAck(new JsonObject { ["response_action"] = "update", ["view"] = SlackSender.ViewOf(reply).Json.DeepClone() })
            : SlackAck.Empty;
    }

    private async Task<string?> OpenAsync(string team, string trigger, SlackView view, CancellationToken ct, string method = "views.open")
    {
        var arguments = new JsonObject { ["trigger_id"] = trigger, ["view"] = view.Json.DeepClone() };
        return await api.CallAsync(team, method, arguments, ct) is SlackResult.Ok ok && ok.Reply.TryGetProperty("view", out var opened) ? JsonText.Of(opened, "id") : null;
    }
}
