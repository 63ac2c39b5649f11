using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>"Heron Works: Data Engineer", "Heron - Data Engineer": a name in front of the title, when the document confirms that it is the employer's.</summary>
internal static partial class EmployerLead
{
    private const int MaxWords = 4;

    /// <summary>The employer's name and the title behind it; null where the words may be a team's, a place's or a level's.</summary>
    public static (string Name, string Title)? Find(RoleScope role, string written)
    {
        if (!written.AsSpan().ContainsAny(":-–—|") || Lead().Match(written) is not { Success: true } lead)
            return null;
        var name = lead.Groups["name"].Value.Trim();
        var title = RoleTitles.Clean(lead.Groups["title"].Value);
        return name.Any(char.IsLetter) && name.Count(c => c is ' ') < MaxWords && (RoleTitles.IsRole(title) || (RoleTitles.CanBeTitle(title) && HasPageAbout(role, name))) && (Institution().IsMatch(name) || (!RoleTitles.IsRole(name) && !RoleTitles.IsAboutRoles(name) && !RoleTitles.IsOfJob(name) && EmployerTail.IsNamed(role, name)))
            ? (name, title)
            : null;
    }

    // "## About Heron" says more than a mention: what stands behind the name is then a title, whatever its words.
    private static bool HasPageAbout(RoleScope role, string name) =>
        role.Blocks.Any(block => block.Kind is BlockKind.Heading && block.Text.Equals("About " + name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\p{Lu}.* (Office|Agency|Institute|University|Ministry|Foundation|Museum|Library|Hospital|Council|Laboratory)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Institution();

    [GeneratedRegex(@"^(?<name>[\p{Lu}\d][^:|–—()\[\]]{1,40}?)(?:\s*:\s+|\s*[-–—]\s+|\s+\|\s+)(?<title>\S.{2,120})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Lead();
}
