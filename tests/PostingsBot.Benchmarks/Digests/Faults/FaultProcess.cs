using System.Diagnostics;

namespace PostingsBot.Benchmarks.Digests.Faults;

/// <summary>The real host in a process of its own that can be killed and started again over the same data.</summary>
internal sealed class FaultProcess(string catalogue, string? postgres) : IDisposable
{
    private Process? process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("postingsbot-faults").FullName;

    public void Start()
    {
        string[] arguments =
        [
            "--urls", "http://127.0.0.1:0", $"--PostingsBot:DataFolder={Folder}", $"--PostingsBot:Catalogue:0={catalogue}",
            "--Logging:LogLevel:Default=Error", .. postgres is null ? Array.Empty<string>() : [$"--PostingsBot:Postgres={postgres}"],
        ];
        process = BotProgram.Start(arguments);
    }

    /// <summary>As by kill -9: nothing of it gets to finish.</summary>
    public void Kill()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(Folder, recursive: true);
    }
}
