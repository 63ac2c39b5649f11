using System.Text.Json.Nodes;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Storage;

namespace PostingsBot.Channels.Suggesting;

/// <summary><c>GET /api/starters</c>: questions to begin with that the catalogue as it is can answer. Behind the same door as Direct Line.</summary>
internal sealed class StarterEndpoint(StarterQuestions questions, DirectLineLimits limits, TimeProvider time) : IDisposable
{
    public const string Path = "/api/starters";

    /// <summary>So long the same questions are given to everybody.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyList<string> known = [];
    private DateTimeOffset until = DateTimeOffset.MinValue;

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, AnswerAsync);

    public void Dispose() => gate.Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        if ((DirectLineGuard.Check(context) ?? limits.Request(context)) is { } error)
        {
            await DirectLineHttp.FailAsync(context, error);
            return;
        }

        try
        {
            await DirectLineHttp.AnswerAsync(context, 200, new JsonObject { ["questions"] = new JsonArray([.. (await KnownAsync(context.RequestAborted)).Select(one => (JsonNode)one)]) });
        }
        catch (StorageUnavailableException away)
        {
            await DirectLineHttp.FailAsync(context, new DirectLineError(503, "Unavailable", away.Message));
        }
    }

    private async Task<IReadOnlyList<string>> KnownAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (time.GetUtcNow() >= until)
            {
                known = await questions.FindAsync(AskDialog.Today(new Activity(), time), ct);
                until = time.GetUtcNow() + Fresh;
            }

            return known;
        }
        finally
        {
            gate.Release();
        }
    }
}
