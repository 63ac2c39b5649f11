using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>Roles that an employer's running text says it looks for: "We are seeking Data Engineers, a QA Engineer and a Gardener."</summary>
internal static partial class SoughtRoles
{
    private const int Least = 3;
    private static readonly Cue SeekingCue = new(Seeking, Patterns.AnyCase);

    /// <summary>The roles in reading order, with no text of their own; empty where fewer than three are named, or a sentence names anything else.</summary>
    public static IReadOnlyList<RoleEntry> Find(IReadOnlyList<Block> atoms)
    {
        var entries = new List<RoleEntry>();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind is BlockKind.Paragraph && SeekingCue.IsMatch(atoms[i]))
                entries.AddRange(In(atoms[i]).Select(title => new RoleEntry(new Stated<string>(title, atoms[i].ToEvidence() with { Text = title }), [], i, i)));
        }

        return entries.Count >= Least && entries.DistinctBy(entry => entry.Title.Value, StringComparer.OrdinalIgnoreCase).Count() == entries.Count ? entries : [];
    }

    /// <summary>The text names three roles and more that are sought.</summary>
    public static bool AreIn(RoleScope document) => Find(document.Blocks).Count > 0;

    private static IEnumerable<string> In(Block block)
    {
        foreach (Match sentence in SeekingCue.Expression.Matches(block.Text))
        {
            var pieces = Divider().Split(Behind().Split(sentence.Groups["roles"].Value)[0]).Select(piece => Article().Replace(piece, "").Trim()).Where(piece => piece.Length > 0).ToList();
            if (pieces.TrueForAll(piece => char.IsUpper(piece[0]) && TitleList.IsRole(piece)))
            {
                foreach (var piece in pieces)
                    yield return piece;
            }
        }
    }

    private const string Seeking = @"\b(?:we(?:['’]re| are)|is|are)(?: currently| actively| also| now| always)? (?:looking (?:for|to hire)|seeking|hiring(?: for)?|recruiting) (?<roles>[^.!?;:]{4,300})";

    [GeneratedRegex(@"\s*,\s*(?:(?:and|or|&)\s+)?|\s+(?:and|or|&)\s+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Divider();

    // What the one looked for should be or do.
    [GeneratedRegex(@"\s+(?:who|whose|that|to|with|for|in|on|at|as|of|from|based|interested|capable|able)\b", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^\s*(?:(?:an?|one|two|three|several|some|more|additional|talented|experienced|passionate|great|skilled|new|\d{1,2})\s+)+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Article();
}
