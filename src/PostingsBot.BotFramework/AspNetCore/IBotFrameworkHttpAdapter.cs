using Microsoft.AspNetCore.Http;

namespace PostingsBot.BotFramework.AspNetCore;

public interface IBotFrameworkHttpAdapter
{
    /// <summary>Runs the turn of the activity in the request's body and writes the response.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
