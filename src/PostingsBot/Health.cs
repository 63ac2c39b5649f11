using System.Text.Json.Nodes;
using PostingsBot.Storage;

namespace PostingsBot;

/// <summary>What whoever watches the bot is answered.</summary>
internal static class Health
{
    public static IResult Of(JsonObject state) => Results.Text(state.ToJsonString(), "application/json");

    public static IResult Away(StorageUnavailableException error) =>
        Results.Text(new JsonObject { ["reason"] = error.Message }.ToJsonString(), "application/json", statusCode: StatusCodes.Status503ServiceUnavailable);
}
