using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Sections;

/// <summary>Divides blocks into sections and names each one's kind by the words of its heading, or by its parent's.</summary>
internal static class SectionBuilder
{
    private const int MaxLeadIn = 70;
    private const int MaxHeading = 10_000;

    private static readonly TextMemo<SectionKind?> Kinds = new(Named);

    public static IReadOnlyList<OutlineSection> Build(IReadOnlyList<Block> blocks)
    {
        var sections = new List<OutlineSection>();
        var parents = new Stack<(int Level, SectionKind Kind)>();
        Block? heading = null;
        var kind = SectionKind.Other;
        var content = new List<Block>();
        foreach (var block in blocks)
        {
            if (!OpensSection(block))
            {
                if (block.Kind is not BlockKind.Rule)
                    content.Add(block);
                continue;
            }

            Close();
            var level = LevelOf(block);
            while (parents.TryPeek(out var parent) && parent.Level >= level)
                parents.Pop();
            kind = KindOf(block) ?? (parents.TryPeek(out var outer) ? outer.Kind : SectionKind.Other);
            parents.Push((level, kind));
            heading = block;
        }

        Close();
        return sections;

        void Close()
        {
            if (heading is not null || content.Count > 0)
                sections.Add(new OutlineSection(heading, kind, content));
            content = [];
        }
    }

    /// <summary>The kind the heading's words name, or null. "Preferred qualifications" is nice-to-have: the narrower word wins.</summary>
    public static SectionKind? KindOf(SharedText heading) => heading.Value.Length > MaxHeading ? null : Kinds.Of(heading.Value);

    private static SectionKind? Named(string heading)
    {
        var words = Words.Split(heading);
        var phrases = Terms.Headings.Find(heading, words);
        if (phrases.Count == 0)
            return null;
        return phrases.Any(match => match.Value is SectionKind.NiceToHave) ? SectionKind.NiceToHave : Terms.HeadingKind(words, phrases);
    }

    // "Nice to have:" before a list divides like a heading, bold or not.
    private static bool OpensSection(Block block) =>
        block.Kind is BlockKind.Heading
        || (block.Kind is BlockKind.Paragraph && block.Lines.Count == 1 && block.Text.Length <= MaxLeadIn
            && block.Text[^1] is ':' or '：' && KindOf(block) is not null);

    private static int LevelOf(Block block) => block.Kind is BlockKind.Heading ? block.Level : Headings.BoldItem;
}
