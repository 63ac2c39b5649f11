using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Microsoft's own card packages, run through Node where they are installed.</summary>
internal static class CardsPeer
{
    private static readonly string? Folder = Find();

    public static bool IsInstalled => Folder is not null && Directory.Exists(Path.Combine(Folder, "node_modules", "adaptivecards-templating"));

    /// <exception cref="InvalidOperationException">Node is missing or the script failed.</exception>
    public static JsonArray Run(string script, JsonNode input)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = Folder,
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

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var clients = Path.Combine(folder.FullName, "tests", "PostingsBot.EndToEnd.Tests", "clients", "cards");
            if (Directory.Exists(clients))
                return clients;
        }

        return null;
    }
}
