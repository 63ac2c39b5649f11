using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Titles that only a sentence names: "We are looking for a Front-End Developer to join …", "The Registrar of Voters plans …".</summary>
internal static class TitleSentences
{
    private const int MaxParagraphs = 12;
    private const int MaxLine = 2000;
    private static readonly Cue WantedCue = new(Wanted, Patterns.SameCase);
    private static readonly Cue SubjectCue = new(Subject, Patterns.SameCase);

    public static IEnumerable<Stated<string>> Find(RoleScope role)
    {
        var lines = role.Blocks.Where(block => block.Kind is BlockKind.Paragraph).Take(MaxParagraphs).Lines().Where(line => line.Text.Length <= MaxLine).ToList();
        return OfLines(lines, WantedCue).Concat(OfLines(lines, SubjectCue));
    }

    private static IEnumerable<Stated<string>> OfLines(List<OutlineLine> lines, Cue cue)
    {
        foreach (var line in lines)
        {
            foreach (var match in cue.Matches(line))
            {
                var title = match.Groups["title"].Value.Trim();
                if (RoleTitles.IsRole(title))
                    yield return new Stated<string>(title, line.ToEvidence());
            }
        }
    }

    private const string Title = @"(?<title>\p{Lu}[\w/&+#.-]*(?: (?:of(?: the)?|and|for|&|\(\p{Lu}[\w ]{1,20}\)|\p{Lu}[\w/&+#.-]*)){0,8})";

    private const string Wanted = @"\b(?:looking for|seeking|hiring|searching for|recruiting|(?:accepting|seeking|receiving|inviting|invites) (?:applications?|applicants|candidates) for|vacancy for|opening for|position of|role of|applicants? for|apply for|search of|busca de|suchen|suchen wir|sucht|recherchons|recherche|buscamos|busca|procuramos|precisamos de|necesitamos|contrata) (?:an?|the|our next|eine?n?|une?|uma?|um\(a\)|unx?)? ?(?:[\p{Ll}-]+ ){0,4}" + Title + @"(?= (?:position|role|to|for|who|with|at|in|based|that|must|on|para|mit|zur|für|pour|qui|com|con)\b|[,.!:]|$)";

    private const string Subject = @"(?:^|[.] |, )(?:The|the|As an?|An?) " + Title + @"(?= (?:is|will|plans|performs|works|serves|acts|reports|supports|directs|manages|oversees|provides|assists|coordinates|leads|position|role)\b|,? you (?:will|are)\b)";
}
