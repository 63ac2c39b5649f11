using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>
/// Calls with a given token: within Slack's limits, and again after a failure that passes. A message whose fate is not known is looked for before it is sent
/// again (<see cref="SentMessages"/>).
/// </summary>
internal sealed class SlackCaller(SlackHttp http, SlackOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Of any call; what Slack wants to have delayed longer is told to the caller.</summary>
    private static readonly Patience Patience = new(6, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), 0.2);

    private readonly SlackPacing _pacing = new(time);
    private readonly ResponseUrls _responseUrls = new(time);

    /// <param name="team">Whose limits count; the token belongs to it.</param>
    public Task<SlackResult> CallAsync(string team, string token, string method, JsonObject arguments, CancellationToken ct)
    {
        var authorization = new AuthenticationHeaderValue("Bearer", token);
        return method is SentMessages.Posting
            ? PostAsync(team, authorization, SentMessages.WithKey(arguments), ct)
            : CallAsync(team, authorization, method, arguments, found: null, ct);
    }

    /// <summary>Calls a method of the app itself, which proves itself by its client secret.</summary>
    public Task<SlackResult> CallAsClientAsync(string method, JsonObject arguments, CancellationToken ct)
    {
        var secret = Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}");
        return CallAsync(team: "", new AuthenticationHeaderValue("Basic", Convert.ToBase64String(secret)), method, arguments, found: null, ct);
    }

    public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct)
    {
        if (!options.IsSlacks(responseUrl, "hooks"))
            return Task.FromResult<SlackResult>(SlackErrors.Refused(SlackErrors.BadResponseUrl));
        return RepeatAsync("response_url", _pacing.Of(responseUrl), UseAsync, found: null, ct);

        async Task<SlackAnswer> UseAsync()
        {
            if (!_responseUrls.TryUse(responseUrl))
                return SlackAnswer.Reply.Of(SlackErrors.ResponseUrlSpent);
            var answer = await http.RespondAsync(responseUrl, message, ct);
            if (answer is SlackAnswer.Limited or SlackAnswer.Lost { MayHaveArrived: false })
                _responseUrls.GiveBack(responseUrl);
            return answer;
        }
    }

    private Task<SlackResult> PostAsync(string team, AuthenticationHeaderValue authorization, JsonObject message, CancellationToken ct)
    {
        var sent = new SentMessages((method, arguments) => CallAsync(team, authorization, method, arguments, found: null, ct), time.GetUtcNow());
        return CallAsync(team, authorization, SentMessages.Posting, message, () => sent.FindAsync(message), ct);
    }

    private Task<SlackResult> CallAsync(string team, AuthenticationHeaderValue authorization, string method, JsonObject arguments, Func<Task<SlackResult?>>? found, CancellationToken ct)
    {
        var address = new Uri(options.ApiAddress, method);
        return RepeatAsync(method, _pacing.Of(team, method, arguments), () => http.CallAsync(address, authorization, arguments, ct), found, ct);
    }

    /// <param name="found">Looks for what may have been done although no answer says so; the result that the answer would have given.</param>
    private async Task<SlackResult> RepeatAsync(string what, SlackPacing.Place place, Func<Task<SlackAnswer>> send, Func<Task<SlackResult?>>? found, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await place.WaitAsync(ct);
            var answer = await send();
            place.Answered();
            if (answer is SlackAnswer.Reply { Error: null, Json: var json })
                return new SlackResult.Ok(json);
            var refused = SlackErrors.Refused(answer);
            var pause = refused.Remedy is SlackRemedy.Retry ? Patience.Delay(attempt, (answer as SlackAnswer.Limited)?.RetryAfter) : null;
            if (pause is null)
            {
                HostLog.SlackRefused(logger, what, refused.Error, attempt);
                return refused;
            }

            if (answer is SlackAnswer.Limited)
                place.Hold(pause.Value);
            HostLog.SlackRepeated(logger, what, refused.Error, attempt, pause.Value);
            await Task.Delay(pause.Value, time, ct);
            if (found is not null && SlackErrors.MayBeDone(answer) && await found() is { } earlier)
                return earlier;
        }
    }
}
