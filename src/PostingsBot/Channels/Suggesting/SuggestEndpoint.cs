using System.Text.Json.Nodes;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage;

namespace PostingsBot.Channels.Suggesting;

/// <summary>
/// <c>GET /api/suggest?q=pyt&amp;kind=skill&amp;take=8</c>: what completes a text while somebody types. Behind the same door as Direct Line, and so many at once
/// and no more: a page asks again with the next letter.
/// </summary>
internal sealed class SuggestEndpoint(ISuggestions suggestions) : IDisposable
{
    public const string Path = "/api/suggest";

    private const int LongestText = 200;
    private const int DefaultTake = 8;
    private const int MostTaken = 20;
    private const int AtOnce = 4;

    private static readonly DirectLineError BadText = new(400, "BadText", $"Give what was typed so far as q, in at most {LongestText} characters: {Path}?q=pyt.");
    private static readonly DirectLineError BadKind = new(400, "BadKind", "kind is one of title, employer, skill and place. Leave it out for all of them.");
    private static readonly DirectLineError BadTake = new(400, "BadTake", $"take is a number from 1 to {MostTaken}.");
    private static readonly DirectLineError TooMany = new(429, "TooManyRequests", "Too many suggestions are asked for at once. Ask again with the next letter.");

    private readonly SemaphoreSlim gate = new(AtOnce);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, SuggestAsync);

    public void Dispose() => gate.Dispose();

    private async Task SuggestAsync(HttpContext context)
    {
        var refused = Read(context.Request.Query, out var text, out var kind, out var take);
        if ((DirectLineGuard.Check(context) ?? refused) is { } error)
        {
            await DirectLineHttp.FailAsync(context, error);
        }
        else if (!gate.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            context.Response.Headers.RetryAfter = "1";
            await DirectLineHttp.FailAsync(context, TooMany);
        }
        else
        {
            try
            {
                await AnswerAsync(context, text, kind, take);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    private async Task AnswerAsync(HttpContext context, string text, SuggestionKind? kind, int take)
    {
        try
        {
            var found = await suggestions.SuggestAsync(text, kind, take, context.RequestAborted);
            var rows = found.Select(s => new JsonObject { ["kind"] = NameOf(s.Kind), ["text"] = s.Text, ["roles"] = s.Roles });
            await DirectLineHttp.AnswerAsync(context, 200, new JsonObject { ["suggestions"] = new JsonArray([.. rows]) });
        }
        catch (StorageUnavailableException away)
        {
            await DirectLineHttp.FailAsync(context, new DirectLineError(503, "Unavailable", away.Message));
        }
    }

    private static DirectLineError? Read(IQueryCollection query, out string text, out SuggestionKind? kind, out int take)
    {
        (text, kind, take) = (query["q"].ToString(), null, DefaultTake);
        if (text.Length > LongestText || !query.ContainsKey("q"))
            return BadText;
        if (query["kind"].ToString() is { Length: > 0 } name)
        {
            kind = Enum.GetValues<SuggestionKind>().Cast<SuggestionKind?>().FirstOrDefault(k => NameOf(k!.Value) == name);
            if (kind is null)
                return BadKind;
        }

        return query["take"].ToString() is { Length: > 0 } number && (!int.TryParse(number, out take) || take is < 1 or > MostTaken) ? BadTake : null;
    }

    private static string NameOf(SuggestionKind kind) => kind.ToString().ToLowerInvariant();
}
