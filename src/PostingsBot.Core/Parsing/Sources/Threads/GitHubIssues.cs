using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Sources.Threads;

/// <summary>Exported GitHub issues of a job board: the REST API's list, its search result, one issue, or the output of "gh issue list --json".</summary>
internal sealed partial class GitHubIssues : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (source.Json is not { } tree)
            return null;
        var root = tree.Root["items"] is { Kind: DataKind.List } items ? items : tree.Root;
        var issues = (root.Kind is DataKind.List ? root.Items : [root]).Where(IsIssue).ToList();
        if (issues.Count == 0)
            return null;
        var roles = issues.Where(issue => issue["pull_request"] is null).Select(issue => ToRole(source, issue)).OfType<RoleScope>().ToList();
        return roles.Count == 0 ? SourceContent.Other(tree.Problem, Diagnostics.Structured("a list of issues")) : SourceContent.Of(roles, tree.Problem);
    }

    private static bool IsIssue(DataNode node) =>
        node["title"] is { IsScalar: true } && node["state"]?.Text.ToUpperInvariant() is "OPEN" or "CLOSED"
        && (node["number"] is not null || Issue().IsMatch(UrlOf(node)?.Text ?? "") || (node["labels"]?.Items ?? []).Any(label => label["name"] is not null));

    private static DataNode? UrlOf(DataNode issue) => issue["html_url"] ?? issue["url"];

    private static RoleScope? ToRole(SourceFile source, DataNode issue)
    {
        var record = new RoleRecord(source)
            .Title(issue["title"])
            .Add(Label.Posted, issue["created_at"] ?? issue["createdAt"])
            .Body(issue["body"]);
        if (issue["state"] is { } state && state.Text.Equals("closed", StringComparison.OrdinalIgnoreCase))
            record.Add(Label.Status, state);
        foreach (var label in issue["labels"]?.Items ?? [])
            AddLabel(record, label.IsScalar ? label : label["name"]);
        if (record.ToScope() is not { } role || !IsJob(issue, role))
            return null;
        if (UrlOf(issue) is not { } url || !Issue().IsMatch(url.Text))
            return role;

        // The discussion is where one applies only when the text names no other way.
        var address = url.Text.Replace("api.github.com/repos/", "github.com/", StringComparison.OrdinalIgnoreCase);
        var page = new LabelledValue(Label.Apply, address, url.Evidence, LabelOrigin.Record, [address]);
        return new RoleScope(role.Outline, role.Blocks, role.GivenTitle, role.Labels, isRecord: true)
        {
            Shared = new RoleScope(source.Outline, [], role.GivenTitle, [page], isRecord: true),
        };
    }

    // On a board each issue that names a role is a job; elsewhere its text must read like one.
    private static bool IsJob(DataNode issue, RoleScope role)
    {
        if (!RoleTitles.IsRole(role.GivenTitle!.Value))
            return false;
        if (Board().IsMatch(UrlOf(issue)?.Text ?? ""))
            return true;
        var sections = role.Sections.Select(section => section.Kind).Where(kind => kind is SectionKind.Responsibilities or SectionKind.Requirements or SectionKind.Benefits or SectionKind.Apply).Distinct();
        return sections.Count() > 1 || RoleTitles.EmployerIn(issue["title"]!.Text) is not null;
    }

    private static void AddLabel(RoleRecord record, DataNode? name)
    {
        if (name is not { IsScalar: true })
            return;
        var text = name.Text.Trim();
        if (Terms.EmploymentTypes.Find(text).Count > 0)
            record.Add(Label.Employment, name);
        if (Terms.Workplaces.Find(text).Count > 0)
            record.Add(Label.Workplace, name);
        if (Terms.TitleSeniorities.Find(text).Count > 0)
            record.Add(Label.Level, name);
        if (SkillVocabulary.Default.Find(text).Count > 0)
            record.Add(Label.Skills, name);
        if (AreaVocabulary.Default.Resolve(text) is not null)
            record.Add(Label.Location, name);
        if (Closed().IsMatch(text))
            record.Add(Label.Status, "closed", name.Evidence);
    }

    [GeneratedRegex(@"^https://(www\.|api\.)?github\.com/(repos/)?[^/\s]+/[^/\s]+/issues/\d+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Issue();

    [GeneratedRegex(@"/[^/\s]*(vagas?|jobs?|hiring|empleos?|trabajos?|ofertas|emplois?|careers?|oportunidades)[^/\s]*/issues/", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Board();

    [GeneratedRegex(@"\b(closed|filled|expired?|expirad[ao]|encerrad[ao]|preenchid[ao]|fechad[ao])\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Closed();
}
