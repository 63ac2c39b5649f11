using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Threads;

/// <summary>
/// A Hacker News hiring thread as JSON: Algolia's item with nested children, Algolia's search hits, or a list of items of the Firebase API.
/// Top-level comments are postings, their replies are not.
/// </summary>
internal sealed class HackerNewsThread : ISourceReader
{
    public SourceContent? Read(SourceFile source)
    {
        if (source.Json is not { } tree)
            return null;
        var root = tree.Root;
        if (root["children"] is { Kind: DataKind.List } children && children.Items.Any(IsAlgoliaComment))
            return Read(source, tree, root["title"]?.Text, children.Items.Select(child => (child, child["text"], child["created_at"] ?? child["created_at_i"])));
        if (root["hits"] is { Kind: DataKind.List } hits && hits.Items.Any(hit => hit["comment_text"] is not null))
            return Read(source, tree, StoryOf(hits), hits.Items.Where(IsTopLevelHit).Select(hit => (hit, hit["comment_text"], hit["created_at"] ?? hit["created_at_i"])));
        return root.Kind is DataKind.List && root.Items.Any(IsFirebaseComment) ? ReadItems(source, tree) : null;
    }

    private static SourceContent Read(SourceFile source, DataTree tree, string? title, IEnumerable<(DataNode Comment, DataNode? Text, DataNode? Time)> comments)
    {
        if (title is not null && !HiringComment.IsHiringThread(title))
            return SourceContent.Other(tree.Problem, Diagnostics.OtherThread(title));
        var roles = new List<RoleScope>();
        var silent = 0;
        foreach (var (comment, text, time) in comments)
        {
            if (text is not { IsScalar: true } || comment["deleted"] is not null || comment["dead"] is not null)
                continue;
            var posted = time is null ? null : new LabelledValue(Label.Posted, FieldText.Day(time.Text), time.Evidence, LabelOrigin.Record, []);
            var found = HiringComment.Read(source.Outline, BodyReader.Read(text.Text, text.FirstLine, text.LastLine), posted);
            roles.AddRange(found);
            silent += found.Count == 0 ? 1 : 0;
        }

        var left = silent == 0 ? null : Diagnostics.CommentsWithoutRole(silent);
        return roles.Count == 0 ? SourceContent.Other(tree.Problem, left) : new SourceContent(DocumentKind.List, roles, [.. new[] { tree.Problem, left }.OfType<Diagnostic>()]);
    }

    private static SourceContent ReadItems(SourceFile source, DataTree tree)
    {
        var items = tree.Root.Items.ToList();
        var story = items.FirstOrDefault(item => item["type"]?.Text == "story");
        var known = items.Where(IsFirebaseComment).Select(item => item["id"]?.Text).ToHashSet(StringComparer.Ordinal);
        var top = items.Where(item => IsFirebaseComment(item) && (story is null ? !known.Contains(item["parent"]!.Text) : item["parent"]!.Text == story["id"]?.Text));
        return Read(source, tree, story?["title"]?.Text, top.Select(item => (item, item["text"], item["time"])));
    }

    private static bool IsAlgoliaComment(DataNode node) => node["text"] is not null && node["author"] is not null && node["parent_id"] is not null;

    private static bool IsFirebaseComment(DataNode node) => node["text"] is not null && node["by"] is not null && node["parent"] is { IsScalar: true };

    private static bool IsTopLevelHit(DataNode hit) => hit["story_id"] is null || hit["parent_id"] is null || hit["story_id"]!.Text == hit["parent_id"]!.Text;

    private static string? StoryOf(DataNode hits) => hits.Items.Select(hit => hit["story_title"]?.Text).FirstOrDefault(title => title is not null);
}
