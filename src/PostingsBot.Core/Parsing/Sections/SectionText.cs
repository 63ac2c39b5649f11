using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing.Sections;

/// <summary>Sections as readers get them: empty ones left out, what stands twice shown once.</summary>
internal static class SectionText
{
    public static IReadOnlyList<Section> ToSections(IReadOnlyList<OutlineSection> sections, string? title)
    {
        var result = new List<Section>();
        var seen = new Dictionary<string, List<List<Evidence>>>(StringComparer.Ordinal);
        Block? top = null;
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var passages = Passages(section.Blocks);
            if (passages.Count == 0)
            {
                top = result.Count == 0 ? top ?? section.Heading : null;
                continue;
            }

            // Title, employer and place as headings above the first text: that text belongs to the title.
            var heading = result.Count == 0 && SectionBuilder.KindOf(section.Heading?.Text ?? "") is null ? top ?? section.Heading : section.Heading;
            var name = heading is null ? title ?? "" : heading.Text.TrimEnd(':', '：', ' ');
            var kind = result.Count == 0 && section.Kind is SectionKind.Other && title is not null ? SectionKind.About : section.Kind;
            if (IsNew(seen, Words.Fold(name), passages))
                result.Add(new Section(name, kind, heading?.FirstLine ?? passages[0].FirstLine, passages[^1].LastLine, passages));
        }

        return result;
    }

    private static bool IsNew(Dictionary<string, List<List<Evidence>>> seen, string name, List<Evidence> passages)
    {
        if (!seen.TryGetValue(name, out var same))
            seen.Add(name, same = []);
        var isNew = !same.Exists(other => other.Select(Folded).SequenceEqual(passages.Select(Folded), StringComparer.Ordinal));
        if (isNew)
            same.Add(passages);
        return isNew;

        static string Folded(Evidence passage) => Words.Fold(passage.Text);
    }

    private static List<Evidence> Passages(IReadOnlyList<Block> blocks) =>
        [.. blocks.Where(block => block.Text.Length > 0).Select(block => block.ToEvidence())];
}
