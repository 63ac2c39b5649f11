using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>Header lines against other labels. The header is the advertiser's own; what a program guessed from it in front matter yields.</summary>
internal static class HeaderLabels
{
    public static IReadOnlyList<LabelledValue> Over(IReadOnlyList<LabelledValue> others, HeaderLine? header, Stated<string>? company = null)
    {
        if ((header?.Company ?? company) is not { } name)
            return header is null ? others : [.. header.Labels, .. others];
        var said = Said(header);
        var kept = others.Where(value => !said.Contains(value.Label) && (value.Label is not Label.Location || !said.Contains(Label.Workplace) || IsPlace(value)));
        return [new LabelledValue(Label.Company, name.Value, name.Evidence, LabelOrigin.Line, []), .. header?.Labels ?? [], .. kept];
    }

    /// <summary>Blocks without the lines that label once more what the header says.</summary>
    public static IReadOnlyList<Block> Without(IReadOnlyList<Block> blocks, HeaderLine? header, Stated<string>? company = null)
    {
        if ((header?.Company ?? company) is null)
            return blocks;
        var said = Said(header);
        return [.. blocks.Where(block => block.Lines.Count != 1 || LabelOf(block.Text) is not { } label || !said.Contains(label))];
    }

    private static Label? LabelOf(string line) => line.AsSpan().IndexOfAny(":：") is var colon and > 0 ? LabelNames.Of(line[..colon]) : null;

    private static HashSet<Label> Said(HeaderLine? header)
    {
        HashSet<Label> said = [Label.Company, .. header?.Labels.Select(value => value.Label) ?? []];
        if (header is { Titles.Count: > 0 })
            said.Add(Label.Title);
        if (said.Contains(Label.Workplace))
            said.Add(Label.Remote);
        return said;
    }

    /// <summary>A link in the role's own line leads to the role.</summary>
    public static IReadOnlyList<LabelledValue> WithLink(IReadOnlyList<LabelledValue> labels, IReadOnlyList<Block> blocks)
    {
        if (labels.Any(value => value.Label is Label.Apply) || blocks.Count == 0 || blocks[0].Lines.Count == 0)
            return labels;
        var url = blocks[0].Links.Select(link => Addresses.Absolute(link.Url)).FirstOrDefault(url => url is not null) ?? Addresses.In(blocks[0].Text);
        return url is null ? labels : [.. labels, new LabelledValue(Label.Apply, url, blocks[0].Lines[0].ToEvidence(), LabelOrigin.Line, [url])];
    }

    private static bool IsPlace(LabelledValue value) => PlaceTexts.Read(value.Value, false).Count > 0;
}
