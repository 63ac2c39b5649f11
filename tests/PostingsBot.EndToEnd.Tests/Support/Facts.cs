namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>A test in a real browser; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Tools.NoBrowser;
}

/// <summary>The same for tests with rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Tools.NoBrowser;
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

/// <summary>A test of a published program. Left out, and said so, when none is named.</summary>
internal sealed class PublishedProgramFactAttribute : FactAttribute
{
    public PublishedProgramFactAttribute() => Skip = Missing;

    /// <summary>Null when one is named.</summary>
    public static string? Missing => HostProcess.Published is null ? $"No published program is named in {HostProcess.ProgramVariable}: run tests/run.sh." : null;
}

/// <inheritdoc cref="PublishedProgramFactAttribute"/>
internal sealed class PublishedProgramTheoryAttribute : TheoryAttribute
{
    public PublishedProgramTheoryAttribute() => Skip = PublishedProgramFactAttribute.Missing;
}
