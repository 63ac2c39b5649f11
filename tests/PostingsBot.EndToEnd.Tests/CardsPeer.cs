using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Microsoft's card packages and Slack's types, run through Node where they are installed.</summary>
internal static class CardsPeer
{
    private const string Cards = "cards";

    public static bool IsInstalled => Directory.Exists(Path.Combine(Tools.Client(Cards), "node_modules", "adaptivecards-templating"));

    /// <param name="script">A file of the client's folder, which reads JSON and writes a list.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="client">The folder below <c>clients/</c>.</param>
    /// <exception cref="InvalidOperationException">Node is missing or the script failed.</exception>
    public static JsonArray Run(string script, JsonNode input, string client = Cards)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = Tools.Client(client),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input.ToJsonString(new JsonSerializerOptions()));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonNode.Parse(output)!.AsArray() : throw new InvalidOperationException(errors.Result);
    }
}
