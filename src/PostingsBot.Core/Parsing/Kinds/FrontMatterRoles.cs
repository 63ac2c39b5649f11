using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sources;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>Roles that a page keeps as records in its front matter and draws with a template: "vacancies:" with a heading and a text each.</summary>
internal static partial class FrontMatterRoles
{
    /// <summary>The roles in reading order; empty where a record's title names no role.</summary>
    public static IReadOnlyList<RoleScope> Find(RoleScope document)
    {
        var records = new List<List<FrontMatterEntry>>();
        foreach (var entry in document.Outline.FrontMatter.Entries.Where(entry => Record().IsMatch(entry.Path)))
        {
            if (IsTitle(entry))
                records.Add([entry]);
            else if (records.Count > 0)
                records[^1].Add(entry);
        }

        return records.TrueForAll(record => RoleTitles.IsRole(RoleTitles.Clean(record[0].Value))) ? [.. records.Select(record => ToScope(document.Outline, record))] : [];
    }

    private static RoleScope ToScope(DocumentOutline outline, List<FrontMatterEntry> record)
    {
        var evidence = record[0].ToEvidence();
        var labels = new List<LabelledValue>();
        var blocks = new List<Block>();
        foreach (var entry in record.Skip(1).Where(entry => entry.Value.Length > 0))
        {
            if (LabelNames.OfField(entry.Path[(entry.Path.IndexOf('.', StringComparison.Ordinal) + 1)..]) is { } label)
                labels.Add(new LabelledValue(label, entry.Value, entry.ToEvidence(), LabelOrigin.FrontMatter, []));
            else
                blocks.AddRange(FrontMatterText.TextOf(outline, entry));
        }

        return new RoleScope(outline, blocks, new Stated<string>(RoleTitles.Clean(record[0].Value), evidence), [.. labels, .. LabelReader.Read(outline with { FrontMatter = FrontMatterBlock.None }, blocks)]);
    }

    private static bool IsTitle(FrontMatterEntry entry) => TitleKey().IsMatch(entry.Path);

    [GeneratedRegex(@"^(jobs?|vacanc(y|ies)|positions|openings|open_?(positions|roles|jobs)|job_?(openings|offers|postings|listings)|roles|vagas|stellen|stellenangebote|offres|ofertas|vacatures)\.", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Record();

    [GeneratedRegex(@"^[^.]+\.(title|heading|headline|name|position|role|job|job_?title|titel|titre|titulo)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex TitleKey();
}
