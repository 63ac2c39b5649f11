using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Titles of documents without headings: a first line, the line above the labelled facts, the words of the file's name where the text repeats them.</summary>
internal static partial class TitleLines
{
    private const int MaxLines = 400;
    private const int WrappedLine = 55;
    private const int MinFacts = 2;
    private const int MaxAbove = 20;
    private const int MaxTitle = 80;
    private const int MaxUnder = 140;

    public static IEnumerable<Stated<string>> First(RoleScope role)
    {
        var first = FirstBlock(role);
        return first is { Kind: BlockKind.Paragraph or BlockKind.TableRow } && !RunsOn(first) ? first.Lines.Take(1).Select(ToTitle) : [];
    }

    /// <summary>"# Heron Works" and in the line under it "Data Engineer (Berlin)", with sections below: the page is headed by who hires.</summary>
    public static (Block Employer, Stated<string> Title)? UnderEmployer(RoleScope role)
    {
        if (!role.IsWhole || role.Blocks is not [{ Kind: BlockKind.Heading, Level: 1 } heading, { Kind: BlockKind.Paragraph, Lines: [{ Text.Length: <= MaxUnder } line] }, { Kind: BlockKind.Heading }, ..])
            return null;
        var title = RoleTitles.Clean(LongAside().Replace(line.Text, ""));
        return RoleTitles.IsRole(title) && !RoleTitles.IsRole(heading.Text) && !RoleTitles.IsOfJob(heading.Text) && !RoleTitles.IsAboutRoles(heading.Text) && SectionBuilder.KindOf(heading) is null
            ? (heading, new Stated<string>(title, line.ToEvidence()))
            : null;
    }

    // A wrapped sentence: its first line is no title.
    private static bool RunsOn(Block block) =>
        block.Lines is [{ Text.Length: > WrappedLine }, { Text: [var next, ..] }, ..] && char.IsLower(next);

    /// <summary>The first block with text, but for the address that a saved page stands under: "URL: https://…".</summary>
    public static Block? FirstBlock(RoleScope role) => role.Blocks.FirstOrDefault(block => block.Text.Length > 0 && !AddressLine().IsMatch(block.Text));

    /// <summary>Menus and notices may precede a plain text's title: the short role-like line right above the first labelled facts.</summary>
    public static IEnumerable<Stated<string>> AboveLabels(RoleScope role)
    {
        var facts = role.Labels.Where(value => value.Origin is LabelOrigin.Line).Select(value => value.Evidence.FirstLine).Distinct().ToList();
        if (facts.Count < MinFacts)
            yield break;
        var above = role.Blocks.Where(block => block.Kind is not BlockKind.ListItem).Lines().LastOrDefault(line => line.Number < facts[0] && line.Text.TrimEnd()[^1] is not (':' or '：'));
        if (above is not null && ToTitle(above) is var title && RoleTitles.IsRole(title.Value))
            yield return title;
    }

    /// <summary>A short line near the top that names a role with a mark that only titles carry: "Night Nurse (f/m/d)".</summary>
    public static IEnumerable<Stated<string>> Marked(RoleScope role) =>
        !role.IsWhole ? [] : role.Blocks
            .Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Heading)
            .Lines()
            .Take(MaxAbove)
            .Where(line => line.Text.Length <= MaxTitle && RoleTitles.HasGenderMark(line.Text))
            .Select(ToTitle)
            .Where(title => RoleTitles.IsRole(title.Value));

    /// <summary>A page's menus may precede its title: a short line near the top that names a role, and that the text uses again.</summary>
    public static IEnumerable<Stated<string>> Standing(RoleScope role)
    {
        if (!role.IsWhole)
            yield break;
        foreach (var line in role.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Heading).Lines().Take(MaxAbove).Where(line => line.Text.Length <= MaxTitle))
        {
            var title = ToTitle(line);
            if (RoleTitles.IsRole(title.Value) && title.Value.Contains(' ', StringComparison.Ordinal)
                && role.Lines.Take(MaxLines).Any(other => other.Number != line.Number && other.Text.Length > line.Text.Length && other.Text.Contains(title.Value, StringComparison.OrdinalIgnoreCase)))
                yield return title;
        }
    }

    /// <summary>"05-senior-analyst.txt" is no evidence, but a line of the text that holds the same words is.</summary>
    public static IEnumerable<Stated<string>> OfFileName(RoleScope role)
    {
        var name = Words.Split(NameOf(role.Outline.File)).Select(word => word.Folded).ToList();
        if (!role.IsWhole || name.Count < 2 || !RoleTitles.IsRole(string.Join(' ', name)))
            yield break;
        foreach (var line in role.Lines.Take(MaxLines))
        {
            if (Span(line.Text, name) is { } written)
                yield return new Stated<string>(written, line.ToEvidence());
        }
    }

    /// <summary>"front-end-developer.md", where the text names its role nowhere: the name is what the site calls the page by.</summary>
    public static IEnumerable<Stated<string>> FileName(RoleScope role)
    {
        var name = NameOf(role.Outline.File).Trim();
        if (role.IsWhole && name.Contains(' ', StringComparison.Ordinal) && RoleTitles.IsRole(name))
            yield return new Stated<string>(char.ToUpperInvariant(name[0]) + name[1..], new Evidence(0, 0, Path.GetFileName(role.Outline.File)));
    }

    /// <summary>"Data Engineer" and under it "Leeds, UK · 2 days ago" or "Category:": a page that was copied with its menus and its employer's name in front.</summary>
    public static IEnumerable<Stated<string>> AbovePlace(RoleScope role)
    {
        var lines = role.IsWhole ? role.Blocks.Where(block => block.Kind is BlockKind.Paragraph).Lines().Take(MaxAbove).ToList() : [];
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Text.Length <= MaxTitle && lines[i + 1].Text.Length <= MaxUnder && ToTitle(lines[i]) is var title && RoleTitles.IsRole(title.Value)
                && (FieldName().IsMatch(lines[i + 1].Text) || (title.Value.Length + 1 >= lines[i].Text.Trim().Length && SectionBuilder.KindOf(lines[i + 1]) is SectionKind.Responsibilities or SectionKind.Requirements or SectionKind.About) || AreaVocabulary.Default.Resolve(UnderTitle.Parts(lines[i + 1])[0]) is not null))
                yield return title;
        }
    }

    private static Stated<string> ToTitle(OutlineLine line) => new(RoleTitles.Clean(line.Text), line.ToEvidence());

    private static string NameOf(string path)
    {
        var segments = path.Split('/', '\\');
        // Sites put a name in front of two underscores: "heron__data-engineer.md".
        var stem = Extension().Replace(segments[^1].Split("__")[^1], "");
        if (Generic().IsMatch(stem) && segments.Length > 1)
            stem = segments[^2];
        return Separators().Replace(Numbers().Replace(stem, ""), " ");
    }

    private static string? Span(string text, List<string> name)
    {
        var words = Words.Split(text);
        for (var i = 0; i + name.Count <= words.Count; i++)
        {
            var matches = true;
            for (var k = 0; k < name.Count && matches; k++)
                matches = words[i + k].Folded == name[k];
            if (matches)
                return text[words[i].Start..(words[i + name.Count - 1].Start + words[i + name.Count - 1].Length)];
        }

        return null;
    }

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^(readme|index|_index(\.\w+)?|default|job|posting)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Generic();

    // What a title explains of itself at length.
    [GeneratedRegex(@"\s*\([^()]{30,120}\)\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LongAside();

    [GeneratedRegex(@"^[\d\W_]+|[-_ ]\d+$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\W*((url|link|source|via|posting|job)\W{0,4}){0,2}https?://\S+$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"^\W*[\p{L} /]{3,25}:\s*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"[-_]+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Separators();
}
