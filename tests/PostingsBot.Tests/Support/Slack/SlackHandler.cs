using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PostingsBot.Tests.Support.Slack;

/// <summary>An <see cref="HttpClient"/>'s way to <see cref="StrictSlack"/> without a network.</summary>
internal sealed class SlackHandler(StrictSlack slack) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fields = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)).ToDictionary(field => field.Key, field => field.Value.ToString());
        var reply = slack.Answer(request.RequestUri!.Segments[^1], request.Headers.Authorization?.ToString(), fields);
        if (reply.Status == 0)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset");
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { RequestMessage = request, Content = new StringContent(reply.Body?.ToJsonString() ?? "<html>", Encoding.UTF8, "application/json") };
        if (reply.RetryAfter is { } seconds)
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }
}
