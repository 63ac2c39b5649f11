using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>"Data Engineer — Heron Works (HW)": a name behind the title's last dash or bar, when the document confirms that it is the employer's.</summary>
internal static partial class EmployerTail
{
    private const int MaxLines = 400;

    /// <summary>The employer's name as written, and where the sign before it stands; null where the words may be a team's or a place's.</summary>
    public static (string Name, int Start)? Find(RoleScope role, string written)
    {
        if (Tail().Match(written) is not { Success: true } tail)
            return null;
        var name = tail.Groups["name"].Value.Trim();
        var bare = tail.Groups["bare"].Value.Trim();
        if (!RoleTitles.IsRole(RoleTitles.Clean(written[..tail.Index])))
            return null;
        if (IsAbbreviated(bare, tail.Groups["note"].Value))
            return (name, tail.Index);
        return !RoleTitles.IsRole(bare) && !RoleTitles.IsOfJob(bare) && IsNamed(role, bare) ? (bare, tail.Index) : null;
    }

    private static bool IsAbbreviated(string name, string note) =>
        note.Length > 1 && string.Concat(name.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0])).Equals(note, StringComparison.Ordinal);

    public static bool IsNamed(RoleScope role, string name) =>
        (role.IsWhole ? role.Hosts : new EmployerHosts(role.Blocks, role.Outline.FrontMatter)).Confirm(name, out _)
        || role.Lines.Take(MaxLines).Any(line => line.Text.Contains(" at " + name, StringComparison.Ordinal) || line.Text.Contains("pply on " + name, StringComparison.Ordinal) || line.Text.Contains(name + "’s ", StringComparison.Ordinal) || line.Text.Contains(name + "'s ", StringComparison.Ordinal) || line.Text.Contains("About " + name, StringComparison.OrdinalIgnoreCase) || line.Text.StartsWith(name + " is ", StringComparison.Ordinal));

    [GeneratedRegex(@"\s+[-–—|]\s+(?<name>(?<bare>[\p{Lu}\d][^|–—()]{1,58}?)(?:\s*\((?<note>[^()]{1,40})\))?)\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Tail();
}
