using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PostingsBot.Commands.Evaluation;

/// <summary>Values in the form in which labels and output are compared; the rules are those of the labels' own scorer.</summary>
internal static partial class Normal
{
    private const int TimeLimit = 1000;

    private static readonly FrozenDictionary<string, string> Places = Table("""
        nyc=new york; new york city=new york; ny=new york; sf=san francisco; la=los angeles; sp=sao paulo; rj=rio de janeiro; bangalore=bengaluru
        munchen=munich; koln=cologne; wien=vienna; lisboa=lisbon; praha=prague; roma=rome; milano=milan; warszawa=warsaw; wash=washington
        us=united states; usa=united states; u s=united states; u s a=united states; united states of america=united states; america=united states
        uk=united kingdom; great britain=united kingdom; gb=united kingdom; eu=european union; latam=latin america; brasil=brazil
        deutschland=germany; turkiye=turkey; espana=spain; italia=italy; polska=poland
        """);

    private static readonly FrozenDictionary<string, string> CountryCodes = Table("""
        de=germany; fr=france; ca=canada; br=brazil; es=spain; it=italy; pl=poland; ro=romania; nl=netherlands; ie=ireland; pt=portugal; in=india
        co=colombia; jp=japan; tw=taiwan; ua=ukraine; au=australia; tr=turkey
        """);

    private static readonly FrozenDictionary<string, string> Seniorities =
        Table("sr=senior; jr=junior; mid level=mid; midlevel=mid; intermediate=mid; middle=mid; pleno=mid; entry level=entry");

    private static readonly FrozenDictionary<string, string> Employments = Table("""
        fulltime=full-time; full time=full-time; permanent=full-time; parttime=part-time; part time=part-time; intern=internship
        freelance=contract; contractor=contract
        """);

    private static readonly FrozenDictionary<string, string> Skills = Table("""
        golang=go; k8s=kubernetes; js=javascript; ts=typescript; es6=javascript; postgres=postgresql; mongo=mongodb; gcp=googlecloud
        googlecloudplatform=googlecloud; amazonwebservices=aws; rails=rubyonrails; ror=rubyonrails; dotnet=net; restful=rest; restapi=rest
        restapis=rest; restfulapi=rest; restfulapis=rest; mssql=sqlserver; microsoftsqlserver=sqlserver; tailwind=tailwindcss; html5=html; css3=css
        microsoftazure=azure; elastic=elasticsearch; shellscripting=shell; bash=shell; memcache=memcached; oraclesoa=oraclesoasuite
        osb=oracleservicebus; redhat=redhatenterpriselinux; rhel=redhatenterpriselinux; intellij=intellijidea; swarm=dockerswarm
        entraid=azureactivedirectory; microsoftentraid=azureactivedirectory; j2ee=javaee; nodejs=node; httpserver=apachehttp; apache=apachehttp
        office=microsoftoffice; microsoftword=word; microsoftexcel=excel
        """);

    /// <summary>Compatibility forms unified, lower case, accents removed, blanks collapsed.</summary>
    public static string Fold(string text)
    {
        var lower = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Replace('ς', 'σ');
        var bare = string.Concat(lower.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
        return Blanks().Replace(bare.Normalize(NormalizationForm.FormC), " ").Trim();
    }

    /// <summary>Folded, and every sign but letters, digits, + and # a blank ("C++", "C#" survive).</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var rune in Fold(text).EnumerateRunes())
            words.Append(IsWord(rune) || rune.Value is '+' or '#' ? rune.ToString() : " ");
        return Blanks().Replace(words.ToString(), " ").Trim();
    }

    public static string Title(string text) => Words(Gender().Replace(Fold(text), " "));

    public static string Company(string text)
    {
        var name = Words(EasternLegal().Replace(Brackets().Replace(Fold(text), " "), " "));
        var bare = Blanks().Replace(Legal().Replace(name, " "), " ").Trim();
        return bare.Length > 0 ? bare : name;
    }

    public static string Place(string text) => Of(Places, Words(text));

    public static string Region(string text) => Of(CountryCodes, Place(text));

    public static IReadOnlyList<string> Segments(string text) => [.. text.Split(',', '/', ';', '|').Select(Place).Where(segment => segment.Length > 0)];

    public static IReadOnlyList<string> Regions(string? text) =>
        string.IsNullOrEmpty(text) ? [] : [.. RegionBreaks().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0)];

    public static HashSet<string> SenioritiesOf(string text) => [.. text.Split('/').Select(part => Of(Seniorities, Words(part)))];

    public static string Employment(string text) => Of(Employments, Fold(text));

    public static string Skill(string text)
    {
        var skill = Of(Skills, string.Concat(Fold(text).EnumerateRunes().Where(rune => IsWord(rune) || rune.Value is '+' or '#')));
        foreach (var prefix in new[] { "apache", "amazon", "aws", "sap", "microsoft" })
        {
            if (skill.StartsWith(prefix, StringComparison.Ordinal) && skill.Length > prefix.Length + 1 && skill is not ("apachehttp" or "microsoft365" or "microsoftoffice"))
                skill = skill[prefix.Length..];
        }

        return Of(Skills, skill.EndsWith("js", StringComparison.Ordinal) && skill.Length > 3 ? skill[..^2] : skill);
    }

    /// <summary>Whether a part stands in a whole at the borders of words; in scripts without blanks anywhere.</summary>
    public static bool Contains(string whole, string part)
    {
        if (part.Length == 0)
            return false;
        var isAnywhere = part.Any(c => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF'));
        for (var at = whole.IndexOf(part, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            if (isAnywhere || ((at == 0 || !IsWordBefore(whole, at)) && (end == whole.Length || !IsWord(Rune.GetRuneAt(whole, end)))))
                return true;
        }

        return false;
    }

    private static bool IsWordBefore(string text, int at) => Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) is System.Buffers.OperationStatus.Done && IsWord(rune);

    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static string Of(FrozenDictionary<string, string> table, string word) => table.GetValueOrDefault(word, word);

    private static FrozenDictionary<string, string> Table(string rows) => rows
        .Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split('='))
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"\(\s*(?:[mwfdxh](?:\s*[/|,]\s*[mwfdxh])+|gn|all genders?|f m)\s*\)|(?<!\w)[mwfdxh](?:\s*/\s*[mwfdxh])+(?!\w)|[*:·]in(?:nen)?(?!\w)|/-?in(?:nen)?(?!\w)|\(in\)|\(a\)|\(r\)|\(e\)",
        RegexOptions.CultureInvariant,
        TimeLimit)]
    private static partial Regex Gender();

    [GeneratedRegex(
        @"(?<!\w)(?:inc|incorporated|llc|l l c|ltd|limited|gmbh(?: & co(?: kg(?:aa)?)?)?|ag|kg|ohg|ug|se|plc|corp|corporation|company|s a|sa|sas|sarl|spa|s p a|srl|s r l|bv|b v|nv|oy|ab|as|aps|pty|co|ltda|eireli|me|pte|kk)(?!\w)",
        RegexOptions.CultureInvariant,
        TimeLimit)]
    private static partial Regex Legal();

    [GeneratedRegex("股份有限公司|有限責任公司|有限公司|株式会社|合同会社|㈱|주식회사", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex EasternLegal();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Brackets();

    [GeneratedRegex(@",|/|;|\bor\b|\band\b", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex RegionBreaks();
}
