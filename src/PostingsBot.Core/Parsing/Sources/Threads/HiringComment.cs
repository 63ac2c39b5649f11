using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Threads;

/// <summary>One top-level comment of a hiring thread: a posting, often several roles, or the chatter of somebody else.</summary>
internal static partial class HiringComment
{
    private const int MaxHeaderAtoms = 3;

    /// <summary>The comment's roles; none where it offers no job.</summary>
    public static IReadOnlyList<RoleScope> Read(DocumentOutline outline, IReadOnlyList<Block> blocks, LabelledValue? posted)
    {
        if (blocks.Count == 0 || blocks.Take(MaxHeaderAtoms).Any(block => Seeks().IsMatch(block.Text)) || blocks.Lines().Count(line => Seeker().IsMatch(line.Text)) > 1)
            return [];
        IReadOnlyList<LabelledValue> labels = posted is null ? [] : [posted];
        var comment = new RoleScope(outline with { Blocks = blocks }, blocks, null, [.. labels, .. LabelReader.Read(outline, blocks)], isRecord: true);
        var roles = EnumeratedRoles.Find(comment);
        if (roles.Count > 0)
            return roles;
        var title = comment.Titles.FirstOrDefault(candidate => TitleList.IsRole(candidate.Value) && candidate.Value.Length < candidate.Evidence.Text.Length);
        return title is null ? [] : [new RoleScope(comment.Outline, blocks, title, comment.Labels, isRecord: true)];
    }

    /// <summary>A thread in which employers seek people, by its title.</summary>
    public static bool IsHiringThread(string title) => Hiring().IsMatch(title) && !Wanted().IsMatch(title);

    [GeneratedRegex(@"\b(hiring|seeking freelancers?|freelancer\? seeking|who is looking for (devs|engineers|a co-?founder)|jobs? (thread|postings?))\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Hiring();

    [GeneratedRegex(@"\bwants? to be hired\b|\b(rules|meta|discussion|statistics|trends|analysis|parser|search)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^\W*(seeking (work|freelance work|employment|a (job|position|role))|looking for (work|a (new )?(job|role|position))|open to work|available for)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Seeks();

    [GeneratedRegex(@"^\W*(willing to relocate|r[eé]sum[eé](/cv)?|cv)\s*:", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Seeker();
}
