using System.Text.RegularExpressions;
using PostingsBot.Core.Export;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sections;

/// <summary>
/// What the front matter states that is no field of a posting ("contact person: Ada", "vacation: 30 days", "start: now"): a section of its lines, so that questions find
/// it as they find the text. What a site keeps for itself (layout, image, slug) is left out.
/// </summary>
internal static partial class HeadSection
{
    private const string Heading = "Details";
    private const int MaxLine = 1_200;
    private const int MaxLines = 40;

    /// <summary>The section, or none where the document is one of several roles, was exported by the bot, or says nothing else in its front matter.</summary>
    public static IEnumerable<Section> Of(RoleScope role)
    {
        if (!role.IsWhole || !role.Outline.FrontMatter.IsPresent || RoleFormat.Is(role.Outline))
            yield break;
        var passages = role.Outline.FrontMatter.Entries.Where(IsTold).Select(entry => PassageOf(role, entry)).OfType<Evidence>().DistinctBy(passage => passage.FirstLine).Take(MaxLines).ToList();
        if (passages.Count > 0)
            yield return new Section(Heading, SectionKind.Head, passages[0].FirstLine, passages[^1].LastLine, passages);
    }

    private static bool IsTold(FrontMatterEntry entry) =>
        entry.Value.Length is > 0 and <= MaxLine
        && !entry.Value.Contains('\n', StringComparison.Ordinal)
        && LabelNames.OfField(entry.Path) is null
        && !OfSite().IsMatch(entry.Path)
        && !NoWords().IsMatch(entry.Value);

    // The whole line, so that the key says what the value is of.
    private static Evidence? PassageOf(RoleScope role, FrontMatterEntry entry)
    {
        var line = role.Outline.Source.Line(entry.Line).Trim();
        return line.Length is > 0 and <= MaxLine && line.IndexOf(entry.Value.AsSpan(), StringComparison.Ordinal) >= 0 ? new Evidence(entry.Line, entry.Line, line.ToString()) : null;
    }

    [GeneratedRegex(@"(^|[._-])(layout|template|permalink|slug|path|file\w*|\w*id|hash|images?|img|icon|logo|thumb\w*|banner|cover|hero|photo|avatar|colou?r|css|js|scripts?|class|style\w*|weight|order|sort|index|sitemap|toc|comments?|share|sidebar|menus?|nav\w*|breadcrumbs?|redirect\w*|aliases|alias|lang|language|locale|hreflang|ref|parent|parents|draft|published|hidden|featured|pinned|robots|og|twitter|meta\w*|seo|keywords|canonical|\w*title|\w*date|date\w*|updated\w*|modified|created\w*|fetched\w*|scraped\w*|last_?mod|version|authors?|categor(y|ies)|tags?|confidence|excerpt|notitle|header|footer|video|audio|format|type|kind|guid|url|uri|href|link|source)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OfSite();

    [GeneratedRegex(@"^\W*(https?://\S*|[\w./-]+\.(png|jpe?g|svg|webp|gif|html?|md|pdf|css|js)|/[\w./-]*|unknown|null|none|n/?a|undefined|tbd|default|\W*)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoWords();
}
