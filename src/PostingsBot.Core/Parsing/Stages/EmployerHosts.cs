using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The names in a document's mail and web addresses. A host never names the employer, but it confirms a name that the text uses.</summary>
internal sealed class EmployerHosts
{
    private const int MinName = 3;
    private static readonly Cue AddressCue = new(Address, Patterns.AnyCase);

    private static readonly HashSet<string> Platforms =
        new(DataFile.Read("platform-hosts.tsv").SelectMany(line => line.List(0)), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Boards =
        new(DataFile.Read("application-hosts.tsv").SelectMany(line => line.List(0)), StringComparer.OrdinalIgnoreCase);

    // What stands in a board's address where no employer does.
    private static readonly HashSet<string> Folders = new(
        ["companies", "company", "embed", "job", "jobs", "career", "careers", "apply", "positions", "position", "vacancies", "openings", "recruiting", "forms", "form", "hcmui", "careersection", "posting", "postings", "search", "view", "share"],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> own = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> web = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<int> starts = [];

    public EmployerHosts(IReadOnlyList<Block> blocks, FrontMatterBlock frontMatter)
    {
        foreach (var block in blocks)
        {
            foreach (var line in block.Lines)
                Read(AddressCue.Matches(line), false);
            foreach (var link in block.Links)
                Read(AddressCue.Expression.Matches(link.Url), false);
        }

        foreach (var entry in frontMatter.Entries)
        {
            // The page to apply at may be anybody's, a mailbox is the employer's.
            if (LabelNames.OfField(entry.Path) is not (Label.Source or Label.Apply) || !entry.Value.Contains("://", StringComparison.Ordinal))
                Read(AddressCue.Expression.Matches(entry.Value), true);
        }
    }

    public bool IsEmpty => own.Count == 0 && web.Count == 0;

    /// <summary>
    /// "Grupo Dream Work" for "grupodreamwork.com". Own: the host of a mail address or of the document's front matter, which weigh more
    /// than links, for people link to other firms' pages.
    /// </summary>
    public bool Confirm(string name, out bool isOwn)
    {
        var folded = Letters(name);
        isOwn = own.Contains(folded);
        return folded.Length >= MinName && (isOwn || web.Contains(folded));
    }

    /// <summary>The host of a mail address, unless a platform's: "acme.io".</summary>
    public static string? OfMail(string text)
    {
        var match = AddressCue.Expression.Match(text);
        return match.Success && match.Value[0] is '@' && !match.Groups["host"].Value.Split('.').Any(Platforms.Contains) ? match.Groups["host"].Value : null;
    }

    /// <summary>False when no name that begins with the word can be confirmed.</summary>
    public bool MayBegin(string word) => Letters(word) is not { Length: > 0 } folded || starts.Contains(StartOf(folded));

    /// <summary>False when no word of the text can begin a name that is confirmed. Such a word has a capital or a digit near its start, or a brace behind it.</summary>
    public bool MayStandIn(string text)
    {
        var isPlain = !text.Contains('{', StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1])))
                continue;
            if (isPlain && i + 2 < text.Length && char.IsAsciiLetterLower(text[i]) && char.IsAsciiLetterLower(text[i + 1]) && char.IsAsciiLetterLower(text[i + 2]))
                continue;
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (!char.IsAscii(text[i]) || starts.Contains(StartOf(text.AsSpan(i, char.IsAsciiLetterOrDigit(next) ? 2 : 1))))
                return true;
        }

        return false;
    }

    private static int StartOf(ReadOnlySpan<char> name) => char.ToLowerInvariant(name[0]) << 16 | (name.Length > 1 ? char.ToLowerInvariant(name[1]) : 0);

    private static string Letters(string name)
    {
        var folded = Words.Fold(name);
        return folded.All(char.IsLetterOrDigit) ? folded : string.Concat(folded.Where(char.IsLetterOrDigit));
    }

    private void Read(IEnumerable<Match> addresses, bool isOwn)
    {
        foreach (var match in addresses)
        {
            var labels = match.Groups["host"].Value.Split('.');
            // "boards.example/heron/jobs/1": under whose name a board takes applications.
            if (labels.Length > 1 && Boards.Contains(labels[^2]) && match.Groups["page"].Value.Replace("-", "", StringComparison.Ordinal) is { Length: >= MinName } page && !Folders.Contains(page))
            {
                own.Add(page);
                starts.Add(StartOf(page));
                starts.Add(StartOf(page.AsSpan(0, 1)));
            }

            var at = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? labels.Length - 3 : labels.Length - 2;
            if (at < 0 || Platforms.Contains(labels[at]) || labels[at].Replace("-", "", StringComparison.Ordinal) is not { Length: > 0 } name)
                continue;
            var names = isOwn || match.Value[0] is '@' ? own : web;
            names.Add(name);
            names.Add(name + labels[^1]);
            starts.Add(StartOf(name));
            starts.Add(StartOf(name.AsSpan(0, 1)));
        }
    }

    private const string Address = @"(@|https?://|www\.)(?<host>[A-Za-z0-9-]{1,60}(\.[A-Za-z0-9-]{1,60}){1,4})(?:/(?<page>[A-Za-z0-9-]{3,40})(?=[/?]))?";
}
