namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>The programs of this machine that some tests drive, and where they are.</summary>
internal static class Tools
{
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM")
        ?? Find("chromium") ?? Find("chromium-browser") ?? Find("google-chrome");

    /// <summary>Why the page cannot be tested in a browser; null when it can.</summary>
    public static string? NoBrowser { get; } = Chromium is null
        ? "Chromium is missing: install the system's package chromium, or run tests/run.sh."
        : File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat.js")) ? null : "Web Chat is missing: the build could not fetch it with npm.";

    public static string? Node { get; } = Find("node");

    /// <summary>The folder of a test client below <c>clients/</c> of this project's source.</summary>
    public static string Client(string name) => Path.Combine(SourceFolder(), "clients", name);

    /// <summary>The folder with the examples of the parser's tests.</summary>
    public static string Specs => Path.Combine(SourceFolder(), "..", "PostingsBot.Tests", "Specs");

    private static string? Find(string program)
    {
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("PostingsBot.EndToEnd.Tests.csproj").Any()) return folder.FullName;
        }
        throw new InvalidOperationException($"The test project's folder is not above {AppContext.BaseDirectory}.");
    }
}
