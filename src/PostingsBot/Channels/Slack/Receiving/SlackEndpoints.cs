using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Storage;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>Where Slack posts to. Nothing of a request is read before its signature is found right; nothing is answered as accepted before it is on disk.</summary>
internal sealed class SlackEndpoints(SlackSignature signature, SlackDoor door, ILogger<SlackEndpoints> logger)
{
    /// <summary>Bytes of a body. Slack sends no more than a view of 250 KB and what was put into it.</summary>
    private const int LargestBody = 1024 * 1024;

    private const int MostFields = 50;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/slack/events", http => ReceiveAsync(http, SlackKind.Event));
        endpoints.MapPost("/slack/interactivity", http => ReceiveAsync(http, SlackKind.Interaction));
        endpoints.MapPost("/slack/commands", http => ReceiveAsync(http, SlackKind.Command));
        endpoints.MapPost("/slack/options", http => ReceiveAsync(http, SlackKind.Interaction));
    }

    private async Task ReceiveAsync(HttpContext http, SlackKind kind)
    {
        var (sign, timestamp) = (http.Request.Headers[SlackSignature.SignatureHeader].ToString(), http.Request.Headers[SlackSignature.TimestampHeader].ToString());
        if (signature.Refusal(sign, timestamp) is { } refusal)
            Refuse(http, StatusCodes.Status401Unauthorized, refusal);
        else if (await DirectLineHttp.ReadBodyAsync(http, LargestBody) is not { } body)
            Refuse(http, StatusCodes.Status413PayloadTooLarge, "its body is larger than 1 MB");
        else if (!signature.IsOf(sign, timestamp, body))
            Refuse(http, StatusCodes.Status401Unauthorized, "its signature is wrong");
        else
            await AcceptAsync(http, kind, body);
    }

    private async Task AcceptAsync(HttpContext http, SlackKind kind, byte[] body)
    {
        try
        {
            var payload = PayloadOf(kind, body);
            if (payload is null)
                Refuse(http, StatusCodes.Status400BadRequest, "its form cannot be read");
            else if (payload.Length > 0)
                await AnswerAsync(http, await door.AcceptAsync(kind, payload, http.RequestAborted));
        }
        catch (StorageException error)
        {
            // Slack sends events again; a person sees that the command failed.
            HostLog.SlackNotKept(logger, error.Message);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private Task AnswerAsync(HttpContext http, SlackAck answer)
    {
        if (answer.Refused is { } reason)
            Refuse(http, StatusCodes.Status400BadRequest, reason);
        return answer.Body is { } json ? DirectLineHttp.WriteAsync(http, StatusCodes.Status200OK, Encoding.UTF8.GetBytes(json.ToJsonString())) : Task.CompletedTask;
    }

    private void Refuse(HttpContext http, int status, string reason)
    {
        HostLog.SlackRequestRefused(logger, http.Request.Path, status, reason);
        http.Response.StatusCode = status;
    }

    /// <summary>The payload as JSON; empty for Slack's check of the certificate, null when it cannot be read.</summary>
    private static string? PayloadOf(SlackKind kind, byte[] body)
    {
        if (kind is SlackKind.Event)
            return Encoding.UTF8.GetString(body);
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = MostFields };
            var form = reader.ReadForm();
            if (form.ContainsKey("ssl_check"))
                return "";
            if (kind is SlackKind.Interaction)
                return form.TryGetValue("payload", out var payload) ? payload.ToString() : null;
            var fields = new JsonObject();
            foreach (var (name, value) in form)
                fields[name] = value.ToString();
            return fields.ToJsonString();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
