namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>A test in a real browser; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Tools.Chromium is null)
            Skip = "Chromium is missing: install the system's package chromium, or run tests/run.sh.";
        else if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat.js")))
            Skip = "Web Chat is missing: the build could not fetch it with npm.";
    }
}

/// <summary>A test with a JavaScript client from npm; skipped, and said so, where Node or the packages are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeClientFactAttribute : FactAttribute
{
    public NodeClientFactAttribute(string client)
    {
        if (Tools.Node is null)
            Skip = "Node.js is missing: install version 20 or later.";
        else if (!File.Exists(Path.Combine(Tools.Client(client), "node_modules", ".package-lock.json")))
            Skip = $"The npm packages of clients/{client} are missing: run tests/run.sh, or npm ci in that folder.";
    }
}
