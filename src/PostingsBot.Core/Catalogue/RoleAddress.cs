using System.Text.RegularExpressions;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Catalogue;

/// <summary>Where a role is applied for, in one form whatever board, slug or campaign the link came through.</summary>
internal static partial class RoleAddress
{
    private const int ShortestWord = 3;
    private const int ShortestToken = 16;
    private const int LeastCapitals = 4;
    private const string Greenhouse = "greenhouse.io";

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "ref", "referrer", "referer", "refid", "source", "src", "gh_src", "lever-source", "lever-origin", "lever_source", "trk", "trackingid", "trackingtag", "trid", "fbclid", "gclid", "msclkid",
        "mc_cid", "mc_eid", "campaign", "medium", "lang", "locale", "iis", "iisn", "jobboardsource", "applicant_source", "via",
    };

    /// <summary>Null for what is no address.</summary>
    public static string? Canonical(string? url)
    {
        if (url is null || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri))
            return null;
        if (uri.Scheme is "mailto")
            return "mailto:" + url.Trim()["mailto:".Length..].Split('?')[0].ToLowerInvariant();
        if (uri.Scheme is not ("http" or "https"))
            return null;
        var query = Query(uri.Query);
        var path = Path(uri);
        var host = Host(uri.Host);
        return GreenhouseJob(host, path, query) is { } job ? $"{Greenhouse}/{job}" : host + path + Rest(query) + Route(uri.Fragment);
    }

    /// <summary>
    /// The address leads to one role: it carries a number, an id or words of the title. Others (a mail box, a careers page, a repository) name the employer.
    /// </summary>
    public static bool NamesRole(string address, string title)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || address.StartsWith("mailto:", StringComparison.Ordinal))
            return false;
        var rest = Uri.UnescapeDataString(address[slash..]);
        if (rest.Any(char.IsAsciiDigit) || rest.Split('/', '?', '=', '&').Any(IsToken))
            return true;
        var words = Words.Split(rest).SelectMany(w => w.Folded.Split('_')).ToHashSet(StringComparer.Ordinal);
        return Words.Split(title).Where(w => w.Length >= ShortestWord && words.Contains(w.Folded)).DistinctBy(w => w.Folded).Count() > 1;
    }

    /// <summary>An id of mixed letters ("P_AAAAAADAAADE_fALePiTUX").</summary>
    private static bool IsToken(string part) => part.Length >= ShortestToken && part.Count(char.IsAsciiLetterUpper) >= LeastCapitals && part.All(c => char.IsAsciiLetter(c) || c is '_' or '-');

    private static string Host(string host)
    {
        var name = host.ToLowerInvariant();
        if (name.StartsWith("www.", StringComparison.Ordinal))
            name = name[4..];
        return GreenhouseBoard().IsMatch(name) ? Greenhouse : name;
    }

    private static string Path(Uri uri)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        return ApplyStep().Match(path) is { Success: true, Index: > 0 } step ? path[..step.Index] : path;
    }

    private static List<(string Name, string Value)> Query(string query) =>
    [
        .. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(part => (Name: part[0], Value: part.Length > 1 ? part[1] : ""))
            .Where(part => !Tracking.Contains(part.Name) && !part.Name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))
            .OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Value, StringComparer.Ordinal),
    ];

    private static string Rest(List<(string Name, string Value)> query) => query.Count == 0 ? "" : "?" + string.Join('&', query.Select(part => $"{part.Name}={part.Value}"));

    /// <summary>A fragment counts where it is a route of a page ("#/jobs/12"), not where it is a place on it.</summary>
    private static string Route(string fragment) => fragment.StartsWith("#/", StringComparison.Ordinal) || fragment.StartsWith("#!/", StringComparison.Ordinal) ? fragment : "";

    /// <summary>Greenhouse numbers its jobs across all employers and shows them on its boards, in forms and, by "gh_jid", on employers' own pages.</summary>
    private static string? GreenhouseJob(string host, string path, List<(string Name, string Value)> query)
    {
        if (query.Find(part => part.Name == "gh_jid") is { Value.Length: > 0 } own)
            return own.Value;
        if (host != Greenhouse)
            return null;
        return GreenhousePath().Match(path) is { Success: true } match ? match.Groups["job"].Value
            : query.Find(part => part.Name == "token") is { Value.Length: > 0 } form ? form.Value
            : null;
    }

    [GeneratedRegex(@"^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex GreenhouseBoard();

    [GeneratedRegex("/jobs/(?<job>[0-9]+)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex GreenhousePath();

    [GeneratedRegex("/(?:apply|application)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ApplyStep();
}
