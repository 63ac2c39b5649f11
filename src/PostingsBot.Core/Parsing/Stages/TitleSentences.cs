using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Titles that only a sentence names: "We are looking for a Front-End Developer to join …", "The Registrar of Voters plans …".</summary>
internal static partial class TitleSentences
{
    private const int MaxParagraphs = 12;
    private const int MaxLine = 10_000;
    private const int MaxLines = 80;
    private const int Lead = 80;
    private static readonly Cue WantedCue = new(Wanted, Patterns.SameCase);
    private static readonly Cue SmallCue = new(Small, Patterns.AnyCase);
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

    /// <summary>Titles that the text writes in small letters or far down: for documents that name them nowhere else.</summary>
    public static IEnumerable<Stated<string>> FindAnywhere(RoleScope role)
    {
        var lines = role.Blocks.Where(block => block.Kind is not BlockKind.Heading).Lines().Take(MaxLines).Where(line => line.Text.Length <= MaxLine).ToList();
        var headings = role.Blocks.Where(block => block.Kind is BlockKind.Heading).Lines().Take(MaxLines);
        return OfLines([.. headings, .. lines], SubjectCue).Concat(OfLines(lines, SmallCue).Where(title => title.Value.Contains(' ', StringComparison.Ordinal) && RoleTitles.CanBeTitle(title.Value)));
    }

    /// <summary>The text says that it looks for one who is called so: "We are looking for a skilled Tide Reader".</summary>
    public static bool IsSought(RoleScope role, string title)
    {
        foreach (var line in role.Lines.Take(MaxLines).Where(line => line.Text.Length <= MaxLine && line.Text.Length > title.Length))
        {
            var at = line.Text.IndexOf(title, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && BeforeSought().IsMatch(line.Text[Math.Max(0, at - Lead)..at]))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"\b(looking (for|to hire)|seeking|seeks|hiring|searching for|recruiting|in search of|(wir )?suchen|recherchons|buscamos|procuramos|(join \p{L}+( \p{L}+)? )?as)( (an?|our|next|the|one|another|eine?n?|une?|uma?))*( [\w-]+){0,3} $", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex BeforeSought();

    private const string Title = @"(?<title>\p{Lu}[\w/&+#.-]*(?: {1,2}(?:of(?: the)?|and|for|&|[/–-](?= {1,2}\p{Lu})|\(\p{L}[\w &/,.+-]{0,40}\)|\p{Lu}[\w/&+#.-]*)){0,9})";

    private const string Wanted = @"\b(?:looking for|seeking|hiring|searching for|recruiting|(?:accepting|seeking|receiving|inviting|invites) (?:applications?|applicants|candidates) for|vacancy for|opening for|position of|role of|applicants? for|apply for|search of|busca de|suchen|suchen wir|sucht|recherchons|recherche|buscamos|busca|procuramos|precisamos de|necesitamos|contrata|buscando un perfil(?: de)?) (?:an?|the|our next|eine?n?|une?|uma?|um\(a\)|unx?)? ?(?:[\p{Ll}-]+ ){0,4}" + Title + @"(?= (?:position|role|to|for|who|with|at|in|based|that|must|on|para|mit|zur|für|pour|qui|com|con)\b|[,.!:]|$)|(?:^|[。、！!])\s*(?:(?:現在|ただいま|弊社|当社|私たち)(?:で)?は\s?)?(?<title>[^。、「」！!：:\s][^。、「」！!：:]{1,40}?)を(?:大|積極|随時|積極的に|若干名|数名)?募集(?:して|中|いた|し)";

    private const string Subject = @"(?:^|[.] |, )(?:The|the|As an?|As our(?: next| first)?|As your(?: next)?|As the|As|An?) {1,2}" + Title + @"(?= (?:is|will|plans|performs|works|serves|acts|reports|supports|directs|manages|oversees|provides|assists|coordinates|leads|position|role)\b| ?,? you(?:['’]ll| will|['’]re| are)\b|(?: at \p{Lu}[\w.&'’-]*(?: \p{Lu}[\w.&'’-]*){0,3}),? you(?:['’]ll| will| are)\b)|(?:^|[.!?] )(?:Als(?: unsere?n?)?|Como(?: nosso| nossa)?|En tant qu(?:e |['’])(?:notre|une?)?) ?" + Title + @"(?= ?,? (?:você|vocês|vous|du|Sie|wirst|bist|serás|tú|je|ben|ga|zal)\b)";

    // "wir suchen eine bürokraft", "looking for an experienced data engineer to": written small, and read up to where the sentence goes on.
    private const string Small = @"\b(?:looking (?:for|to hire)|seeking|hiring|searching for|recruiting|in search of|wir suchen|suchen wir|recherchons|cherchons|buscamos|procuramos|cerchiamo|zoeken|szukamy|contratando|(?:want|like|takes) to (?:be|become)) (?:an? |our next |another |eine?n? |une? |uma? |unx? |een )?(?:(?:new|successful|full-time|part-time|experienced|talented|motivated|highly|self-motivated|passionate|skilled|strong|great|outstanding|ambitious|creative|enthusiastic|exceptional|dynamic|dedicated|driven|excellent|qualified|brilliant|bright)(?:,| and|) ){0,4}(?<title>(?!or |and |of |more |other )[\w/&+#.-]+(?: [\w/&+#.-]+){0,5}?)(?=,|[.!:;]|$| (?:to|who|with|for|that|in|at|on|based|and|as|from|para|com|con|mit|zur|zum|für|der|die|das|pour|qui|avec|per|voor|met|die|do|z|joining|working|will|is|are)\b)";
}
