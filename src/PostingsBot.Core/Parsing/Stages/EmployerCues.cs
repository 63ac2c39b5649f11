using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Finds the employer in running text by the phrases that only employers stand in ("X is looking for", "at X, we").</summary>
internal static partial class EmployerCues
{
    private const int MaxLine = 10_000;
    private const int MaxMentions = 4;
    private const int MaxNameWords = 4;
    private const int MaxTitle = 100;
    private const int MaxHeading = 40;
    private const int MaxDoing = 8;
    private const int MinShort = 4;

    private static readonly (Cue Cue, int Weight)[] InText =
    [
        (Cue.OfSentence(".!?:", Hires, Patterns.SameCase), 3), (Cue.OfSentence(".!?:", HiresAbroad, Patterns.SameCase), 3), (new(AtStart, Patterns.SameCase), 2), (Cue.OfSentence(".!?", AtStartAbroad, Patterns.SameCase), 2), (new(WorkAt, Patterns.SameCase), 2), (new(AllOf, Patterns.SameCase), 2), (Cue.OfSentence(".!", WeAre, Patterns.SameCase), 2),
        (Cue.OfSentence(".!?:", InFrench, Patterns.SameCase), 3), (new(ApplyAt, Patterns.SameCase), 3), (new(InChinese, Patterns.SameCase), 3), (new(Apposed, Patterns.SameCase), 3), (new(House, Patterns.SameCase), 3),
        (new(HiringSentence, Patterns.SameCase), 3), (new(PublicSubject, Patterns.SameCase), 2),
    ];

    // These phrases stand around tools and projects as well: a name that is a technology's is not taken from them.
    private static readonly (Cue Cue, int Weight)[] Loose = [(new(InJapanese, Patterns.SameCase), 2), (new(WorkAbroad, Patterns.SameCase), 2), (new(Owned, Patterns.SameCase), 2), (new(IsFirm, Patterns.SameCase), 3), (new(Used, Patterns.SameCase), 1)];

    private static readonly string[] Descriptions = ["description", "summary", "subtitle", "excerpt", "tagline", "intro", "teaser", "lead"];

    private static readonly Cue DoesCue = Cue.OfSentence(".!?", Does, Patterns.SameCase);
    private static readonly Cue HeadingAboutCue = new(HeadingAbout, Patterns.SameCase);
    private static readonly Cue HeadingHiresCue = new(HeadingHires, Patterns.SameCase);
    private static readonly Cue WeAreSmallCue = new(WeAreSmall, Patterns.SameCase);
    private static readonly Cue LegalNameCue = new(LegalName, Patterns.SameCase);

    public static EmployerName? Find(RoleScope role) => Find(role.Blocks, role.IsWhole ? role.Outline.FrontMatter : FrontMatterBlock.None, role.Hosts);

    private static EmployerName? Find(IReadOnlyList<Block> blocks, FrontMatterBlock frontMatter, EmployerHosts hosts)
    {
        var votes = new EmployerVotes();
        var mentions = new Mentions();
        var doing = new List<(string Name, OutlineLine Line, bool IsAbout)>();
        foreach (var entry in frontMatter.Entries.Where(entry => entry.Value.Length is > 0 and <= MaxLine && Descriptions.Contains(entry.Path, StringComparer.OrdinalIgnoreCase)))
            Vote(entry.ToLine(), hosts, votes);
        // Who writes is the employer where an address of its own bears the name.
        foreach (var entry in hosts.IsEmpty ? [] : frontMatter.Entries.Where(entry => entry.Value.Length is > 0 and <= MaxLine && (entry.Path is "author" || Descriptions.Contains(entry.Path, StringComparer.OrdinalIgnoreCase))))
            Confirm(entry.ToLine(), hosts, mentions);
        foreach (var entry in frontMatter.Entries.Where(entry => entry.Value.Length is > 0 and <= MaxTitle && (entry.Path is "title" || PageTitle().IsMatch(entry.Path))))
        {
            var own = entry.ToLine();
            if (entry.Path is not "title")
                Vote(own, hosts, votes);
            foreach (var match in HeadingAboutCue.Matches(own))
                votes.Add(match.Groups["name"].Value, 2, own);
            if (PublicBodies.Is(entry.Value))
                votes.Add(entry.Value, 2, own);
        }

        var isAbout = false;
        foreach (var block in blocks)
        {
            if (block.Text.Length == 0)
                continue;
            isAbout = block.Kind is BlockKind.Heading ? OwnHouse().IsMatch(block.Text) : isAbout;
            VoteLinks(block, votes);
            foreach (var line in block.Lines.Where(line => line.Text.Length <= MaxLine))
            {
                votes.AddExpansions(line);
                Vote(line, hosts, votes);

                // In plain text a short line of its own is a heading.
                foreach (var match in block.Kind is BlockKind.Heading || line.Text.Length <= MaxHeading ? HeadingAboutCue.Matches(line) : [])
                    votes.Add(match.Groups["name"].Value, 2, line);
                foreach (var match in block.Kind is BlockKind.Heading ? HeadingHiresCue.Matches(line) : [])
                    votes.Add(match.Groups["name"].Value, 3, line);
                foreach (var name in DoesCue.Matches(line).Select(match => match.Groups["name"].Value).Where(name => SkillVocabulary.Default.ByName(name) is null && Terms.Disciplines.Find(name).Count == 0 && Terms.Seniorities.Find(name).Count == 0))
                    doing.Add((name, line, isAbout));
                foreach (var match in PublicBodies.Find(line))
                    mentions.Add(match.Groups["name"].Value, 1, line);
                foreach (var match in LegalNameCue.Matches(line))
                    mentions.Add(match.Groups["name"].Value, 2, line);
                if (!hosts.IsEmpty && hosts.MayStandIn(line.Text))
                    Confirm(line, hosts, mentions);
            }
        }

        // "Heron helps firms to …" alone may be said of a product or a client; a text that names Heron again speaks of its own house.
        foreach (var (name, line, ofHouse) in doing.Take(MaxDoing))
            votes.Add(name, ofHouse || blocks.Sum(block => block.Text.AsSpan().Count(ShortOf(name))) > 1 ? 2 : 1, line);
        mentions.Tell(votes);
        return votes.Elect();
    }

    private static void Vote(OutlineLine line, EmployerHosts hosts, EmployerVotes votes)
    {
        // "Wir sind heron, ein Team": a name in small letters, where an address bears it.
        foreach (var match in WeAreSmallCue.Matches(line).Where(match => hosts.Confirm(match.Groups["name"].Value, out _)))
            votes.Add(match.Groups["name"].Value, 3, line);
        foreach (var (cue, weight) in InText)
        {
            if (!cue.MayMatch(line))
                continue;
            foreach (var match in cue.Matches(line))
            {
                // "Spark is a platform we use": a technology hires only where it says so, or where an address bears its name.
                var name = match.Groups["name"].Value;
                if (SkillVocabulary.Default.ByName(name) is null || !Describes().IsMatch(match.Value) || hosts.Confirm(name, out _))
                    votes.Add(name, weight, line);
            }
        }

        foreach (var (cue, weight) in Loose)
        {
            if (!cue.MayMatch(line))
                continue;
            foreach (var name in cue.Matches(line).Select(match => match.Groups["name"].Value).Where(name => SkillVocabulary.Default.ByName(name) is null))
                votes.Add(name, weight, line);
        }
    }

    // "Heron Works" is called Heron further on.
    private static string ShortOf(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is >= MinShort and var blank && !name.Contains(" of ", StringComparison.Ordinal) && !RoleTitles.IsOfJob(name[..blank]) ? name[..blank] : name;

    // "[Why Heron](../why-heron.md)": a page of the same employer beside this one.
    private static void VoteLinks(Block block, EmployerVotes votes)
    {
        foreach (var link in block.Links.Where(link => Addresses.Absolute(link.Url) is null))
        {
            if (HeadingAboutCue.Expression.Match(link.Text) is { Success: true } about && block.Lines.FirstOrDefault(line => line.Number == link.Line) is { } line)
                votes.Add(about.Groups["name"].Value, 2, line);
        }
    }

    // Runs of capital words that a mail or web address repeats.
    private static void Confirm(OutlineLine line, EmployerHosts hosts, Mentions mentions)
    {
        foreach (Match run in CapitalRun().Matches(line.Text))
        {
            var words = run.Value.Split(' ');
            for (var first = 0; first < words.Length; first++)
            {
                if (!hosts.MayBegin(words[first]))
                    continue;
                for (var count = Math.Min(MaxNameWords, words.Length - first); count > 0; count--)
                {
                    var name = string.Join(' ', words, first, count);
                    if (!hosts.Confirm(name, out var own) || (!own && SkillVocabulary.Default.ByName(name) is not null))
                        continue;
                    mentions.Add(name, own ? 2 : 1, line);
                    first += count - 1;
                    break;
                }
            }
        }
    }

    /// <summary>Names that only stand in the text: one mention says little, and many say no more than a few.</summary>
    private sealed class Mentions
    {
        private readonly Dictionary<string, (int Count, int Weight, OutlineLine Line)> byName = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string name, int weight, OutlineLine line) =>
            byName[name] = byName.TryGetValue(name, out var known) ? (known.Count + 1, Math.Max(known.Weight, weight), known.Line) : (1, weight, line);

        public void Tell(EmployerVotes votes)
        {
            foreach (var (name, mention) in byName)
                votes.Add(name, Math.Min(mention.Count, MaxMentions) - 1 + mention.Weight, mention.Line);
        }
    }

    private const string Word = @"(?:(?:\p{Lu}|[a-z]-\p{Lu}|[a-z]{1,2}\p{Lu}|\d{1,3}\p{L})[\w&+'’-]*(?:\.\w+)*|[a-z]{2,}\{[a-z]{1,3}\})";
    private const string Name = @"(?<name>(?:(?:Mr|Mrs|Ms|Dr|St)\.? )?" + Word + "(?: (?:&|of|and) " + Word + "| " + Word + @"| \d{1,4}(?= \p{Lu})){0,5}(?: (?:doo|d\.o\.o\.|s\.r\.o\.|a\.s\.|s\.r\.l\.|mbH|sp\. z o\.o\.))?)";

    private const string Hires = @"(?:Here at |At |[Tt]he )?" + Name + @"(?: \(\p{Lu}{2,7}\))? ?,? (?:is|are|has been) (?:currently |now |actively |also |always |constantly |continuously |again )?(?:looking for|looking to|hiring|seeking|searching for|recruiting|accepting applications|inviting applications|growing|expanding|on the lookout|(?:an?|the world['’]s) (?:[\w’']+[-, ]+){0,6}(?:company|startup|start-up|platform|provider|agency|firm|organi[sz]ation|leader|consultancy|nonprofit|non-profit|bank|foundation|institute|studio|manufacturer|retailer|network|marketplace|cooperative|charity|employer|business|brand|group|maker|university|developer of))|(?:[Tt]he )?" + Name + @" (?:invites applications|seeks an?|has an? (?:current |immediate )?(?:vacancy|opening|opportunity)|(?:currently )?has openings)|(?<name>" + Word + "(?: " + Word + @"){1,3}) (?:looking for|seeking|hiring) (?=an? |\p{Ll})";

    private const string Does = @"(?:The )?" + Name + @" (?:helps|builds|manufactures|produces|sells|develops|provides|offers|creates|makes|delivers|operates|empowers|enables|connects|specializes|specialises|serves|was (?:founded|created|established|born)|exists to|(?:seeks|strives|works|endeavou?rs) to|has been \p{Ll}{3,}ing|is (?:\p{Ll}{3,}ing|on a mission|on the mission|dedicated to|committed to|backed by|headquartered|at the forefront|home to|proud|where)|employs|aims to|hilft|entwickelt|betreibt|développe|conçoit|accompagne|aide les|fundada en|desarrolla|ayuda a|desenvolve|oferece|ontwikkelt|sviluppa|tworzy)\b";

    private const string HiresAbroad = @"(?:A |O |Die |Der |Das |La |El |Le (?!\d)|L['’]|Vi på )?" + Name + @",? (?:é (?:uma?|a|o|especialista)\b|está (?:em busca|à procura|buscando|contratando|procurando)|busca (?:uma?|unx?|por|profission|desenv)|contrata\b|procura (?:por|uma?)|es una?\b|está (?:buscando|contratando)|sucht\b|ist (?:eine?|einer|das|der|die) |bietet |recherche (?:une?|des|son|sa|actuellement)|recrute\b|est (?:une?|la|le) |est (?:présentement |actuellement )?à la recherche |zoekt\b|zoeken (?:een|naar|wij)\b|is op zoek naar |söker\b|letar efter |cerca (?:un|una|uno) |szuka\b|poszukuje\b|søger\b|søker\b)";

    private const string AtStart = @"(?:^|[.!?]\s+|\b[Hh]ere |\b[Ww]e )[Aa]t " + Name + @"(?: ?,| (?:we|our|you|the|is|are|it|seek|believe|build|work|want|value)\b)";

    private const string AtStartAbroad = @"(?:En|Na|No|Chez|Bei|Bij|Hos|Wir bei|Wir von|Wir, die) " + Name + @"(?: ?,| (?:trabajamos|creemos|somos|buscamos|nos|queremos|tenemos|ofrecemos|nous|suchen|sind|arbeiten|wir|nós|acreditamos|estamos|werken|bouwen|zoeken|geloven|maken|ben|kun|krijg|är|arbetar|jobbar|får|erbjuder)\b)";

    private const string WorkAt = @"\b(?:[Ww]ork(?:ing)?|[Ll]ife|[Cc]areers?|[Jj]obs?|[Cc]ulture|[Tt]eam|[Ee]ngineering|[Ee]ngineers|[Dd]evelopers|[Dd]evelopment|[Rr]oles?|[Pp]ositions?|[Dd]iversity|[Ee]mployment|[Oo]pportunit(?:y|ies)) (?:at|@) \[?" + Name;

    private const string AllOf = @"\b[Aa]ll of " + Name + @" (?:works?|is|are)\b|\b(?:[Jj]oin|[Jj]oining|[Rr]ejoignez|[Rr]ejoindre) " + Name + @"(?:['’]s)? (?:as|team|and|to|in|en|pour)\b|^" + Name + @"['’]s (?:mission|vision|team|platform|goal)|\b[Jj]oin us at " + Name + @"|\b(?:[Ww]ith|[Aa]t) " + Name + @",? you(?:['’]ll| will)\b|\b[Tt]he (?:new |official )?" + Name + @" (?:Job Board|[Jj]obs page|[Cc]areers page)\b";

    private const string WeAre = @"(?:We(?: a|['’])re|Wir sind|Nous sommes|Somos|Somos a) " + Name + @"(?:[.!]|,? (?:an?|and|the|und|et|uma?|eine?|une?) |, )";

    private const string WeAreSmall = @"\b(?:[Ww]e(?: a|['’])re|[Ww]ir sind|[Nn]ous sommes|[Ss]omos|[Ww]e zijn|[Ss]iamo) (?<name>\p{Ll}[\w.-]{2,24})(?=,| (?:and|und|et|an?|eine?|une?|uma?|un[ao]?|een) )|(?:^|[.!?] )(?<name>\p{Ll}[\w.-]{2,24}) (?:is an?|is the|est une?|ist eine?|es una?|é uma?|helps|builds|develops) ";

    private const string HiringSentence = @"\b[Hh]iring .{3,120} at (?<name>[\w&'’-]+(?: [\w&'’-]+){0,3})\s*[.!]?\s*$";

    private const string PublicSubject = @"(?:^|[.!?]\s+)The (?<name>(?:Supervisor|Office|Department|Ministry|Board|City|County|State|Town|Secretary|Registrar) of (?:the )?\p{Lu}[\w-]*(?: \p{Lu}[\w-]*){0,2}) (?:administers|is an?|serves|provides|seeks|offers|oversees|invites|employs|has)\b|\b[Tt]he (?<name>University of (?:the )?\p{Lu}[\w-]*(?: \p{Lu}[\w-]*){0,2}) (?:employs|hires|seeks|invites|is (?:hiring|seeking|looking))\b|\b[Aa]t the (?<name>(?:Department|Ministry|Office|Agency) (?:of|for) (?:the )?\p{Lu}[\w-]*(?:,? (?:and )?\p{Lu}[\w-]*){0,4})";

    // "Le Service des eaux recherche": the name goes on in small letters.
    private const string InFrench = @"(?:Le|La|L['’]) ?(?<name>\p{Lu}[\w’'-]+(?: \p{Ll}[\w’'-]+){1,3}) (?:est à la recherche|recherche|recrute|embauche)\b";

    private const string ApplyAt = @"\b(?:[Bb]ewirb dich|[Bb]ewerbe dich|[Bb]ewerben Sie sich|[Pp]ostulez|[Rr]ejoignez-nous|[Aa]pply)(?: \w+){0,2} (?:bei|chez|at) (?:der |dem )?" + Name;

    private const string InChinese = @"^\W{0,4}(?<name>(?!我|本公司|公司|团队|這|这|它|该|该|贵)(?:[A-Za-z][\w.&-]*(?: [A-Za-z][\w.&-]*){0,3}|[\p{Lo}A-Z]{2,12}(?: [A-Z][\w.&-]*)?))(?:（[^（）]{1,30}）)? ?[是为為](?:(?:国内|全球|中国|國內)?一(?:家|个|個|支|间|間)|[^，。,]{1,40}(?:公司|企业|企業)(?=[，。,]|$))";

    // "Die Forschungsgruppe Reiher an der Hochschule Bonn sucht": the house of the group.
    private const string House = @"\b(?:an der|am|at the|at) (?<name>(?:(?:Technischen? )?Hochschule|Fachhochschule|(?:Technischen? )?Universität|Universitätsklinikum|Max-Planck-Institut|Fraunhofer-Institut) (?:für )?\p{Lu}[\w-]*(?: (?:und )?\p{Lu}[\w-]*){0,3}) (?:sucht|suchen|ist|sind|bietet)\b";

    // "Heron, the only open company that …, is building".
    private const string Apposed = @"^" + Name + @", (?:the|an?) (?:[\w-]+ ){1,6}?(?:company|startup|start-up|platform|provider|agency|firm|organi[sz]ation|studio|foundation|bank)\b[^.]{0,120}, (?:is|has|builds|develops)\b";

    private const string InJapanese = @"(?:^|[、。「（(\s])(?<name>[A-Z][A-Za-z0-9]{2,}(?: [A-Z][A-Za-z0-9]+){0,3})(?:では|は、|の「|の企業|の開発(?:チーム|組織|文化)|のエンジニア|のミッション|のチーム|で(?:一緒に|働)|について)";

    // "ヘロンワークスは、設計に特化した会社です", "왜가리웍스는 … 기업입니다": a name that is said to be a firm.
    private const string IsFirm = @"(?:^|[。「（(\s])(?<name>[\p{IsKatakana}A-Za-z][\p{IsKatakana}\w・]{2,19})は、?[^。]{2,90}?(?:会社|企業|ユニット|集団|スタートアップ)です|(?:^|[\s.])(?<name>[\p{IsHangulSyllables}A-Za-z][\p{IsHangulSyllables}\w]{1,19}?)(?:은|는) [^.]{2,120}?(?:기업|회사|스타트업|그룹)(?:입니다|이다)|(?:만들고|운영하고|개발하고|제공하고) 있는 (?<name>[\p{IsHangulSyllables}A-Za-z][\p{IsHangulSyllables}\w]{1,19}?)입니다|(?:^|\s)(?!우리|저희|팀원|동료|사람|여러분|이들|분들)(?<name>[\p{IsHangulSyllables}A-Za-z][\p{IsHangulSyllables}\w]{1,19}?) ?(?:와|과) 함께 ?(?:할|하실|성장할|일할)";

    private const string WorkAbroad = @"\b(?:[Ww]erken|[Ww]erk|[Bb]aan|[Vv]acature|[Aa]rbeiten|[Tt]ravailler|[Tt]ravaille|[Tt]rabajar|[Tt]rabalhar|[Aa]rbeta|[Jj]obba|[Jj]obbe|[Ll]avorare|[Ee]ntwickler(?:in)?|[Dd]eveloper|[Ee]ngineer|[Dd]esigner|[Dd]éveloppeu(?:r|se))(?: [^.!?]{0,40})? (?:bij|bei|chez|hos|presso) " + Name;

    private const string Owned = @"(?:^|\s)" + Name + @"['’]s (?:\w+ ){0,2}(?:mission|vision|team|platform|products?|strategy|engineering|culture|customers|clients|success|growth|goals)\b";

    // "developers who rely on Heron", "become an expert in Heron": two of them speak of the house.
    private const string Used = @"\b(?:rely on|relies on|expert in|expert on|users of|customers of|customers use|adoption of|evangelist for|get the most out of) " + Name;

    [GeneratedRegex(@"^\W*(about( (us|the (company|team|organi[sz]ation)|our (company|team)))?|the company|our company|who we are|company( (overview|description|profile))?|über uns|das unternehmen|wer wir sind|qui sommes-nous|l['’]entreprise|sobre (nós|nosotros)|quem somos|quiénes somos|over ons|wie zijn wij)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OwnHouse();

    [GeneratedRegex(@"^(?:meta|seo|og)[._-]?title$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PageTitle();

    [GeneratedRegex(@" (?:is|are|has been) an? (?!\w+ing\b)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Describes();

    [GeneratedRegex(@"(?<!\w)" + Word + @"(?: " + Word + "){0,7}", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex CapitalRun();

    private const string LegalName = @"(?<name>(?:株式会社|合同会社|有限会社)[\p{Lo}\p{Lu}ー・]{2,20}|(?<![\p{L}])(?:\p{Lu}[\p{Ll}\p{Lu}.&-]{1,20}|[\p{Lo}\p{Lu}ー・]{2,20})(?:株式会社|合同会社|股份有限公司|有限公司)|(?:주식회사 ?|\(주\) ?)[\p{Lo}\w]{2,20}|(?:\(株\)|（株）|㈱) ?[\p{Lo}\p{Lu}ー・]{2,20})";

    // "[远程] 苍鹭科技有限公司招聘"
    private const string HeadingHires = @"^(?:[\[【（(][^\]】）)]{0,40}[\]】）)]\s*)?(?<name>(?!社会|校园|校招|内推|远程|遠程|急|人才|公司|团队|我们|岗位|职位)[\p{Lo}A-Za-z][\p{Lo}\w.& -]{1,30}?) ?(?:诚聘|招聘|招募|誠徵|诚招)(?:启事|啟事|信息|公告)?$";

    private const string HeadingAbout = @"^(?:About|Why|Who is|What is|Join|More about|Careers (?:at|@)|Working (?:at|@)|Life at|Welcome to|Über|Über die|Das ist|[ÀA] propos d(?:e|u|es)|Over|Bij|Om|Chi è|Acerca de|Sobre a|Sobre o|Sobre|Conheça a|Conheça o) (?:[Tt]he (?=\p{Lu}))?" + Name + @"\s*[?!:]?$|^" + Name + @" (?:Engineering|Careers|Jobs|Job [Dd]escriptions|Job [Oo]penings|Job [Oo]pportunities|Career [Oo]pportunities|Vacancies|Employment|Open [Pp]ositions|Open [Rr]oles)$";
}
