namespace PostingsBot.Core.Catalogue;

/// <summary>Which disciplines are kinds of software work: "developer jobs" finds them all.</summary>
internal static class DisciplineFamilies
{
    public const string Software = "software";

    private static readonly HashSet<string> SoftwareKinds = new(StringComparer.Ordinal)
    {
        "backend", "frontend", "full stack", "mobile", "data engineering", "machine learning", "devops", "platform", "infrastructure",
        "security", "quality assurance", "embedded", "games", "desktop", "systems", "blockchain",
    };

    public static bool IsSoftware(string discipline) => SoftwareKinds.Contains(discipline);
}
