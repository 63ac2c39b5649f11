using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The names in a document's mail and web addresses. A host never names the employer, but it confirms a name that the text uses.</summary>
internal sealed partial class EmployerHosts
{
    private const int MinName = 3;
    private static readonly Cue AddressCue = new(Address());

    private static readonly HashSet<string> Platforms =
        new(DataFile.Read("platform-hosts.tsv").SelectMany(line => line.List(0)), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> mail = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> web = new(StringComparer.OrdinalIgnoreCase);

    public EmployerHosts(IReadOnlyList<Block> blocks, FrontMatterBlock frontMatter)
    {
        foreach (var block in blocks)
        {
            Read(block.Shared);
            foreach (var link in block.Links)
                Read(link.Url);
        }

        foreach (var entry in frontMatter.Entries)
            Read(entry.Value);
    }

    public bool IsEmpty => mail.Count == 0 && web.Count == 0;

    /// <summary>"Grupo Dream Work" for "grupodreamwork.com". Mail addresses weigh more: people link to other firms' pages, but write from their own.</summary>
    public bool Confirm(string name, out bool byMail)
    {
        var folded = Letters(name);
        byMail = mail.Contains(folded);
        return folded.Length >= MinName && (byMail || web.Contains(folded));
    }

    /// <summary>False when no name that begins with the word can be confirmed.</summary>
    public bool MayBegin(string word)
    {
        var folded = Letters(word);
        return mail.Any(Begins) || web.Any(Begins);

        bool Begins(string host) => host.StartsWith(folded, StringComparison.OrdinalIgnoreCase);
    }

    private static string Letters(string name)
    {
        var folded = Words.Fold(name);
        return folded.All(char.IsLetterOrDigit) ? folded : string.Concat(folded.Where(char.IsLetterOrDigit));
    }

    private void Read(SharedText text)
    {
        foreach (var match in AddressCue.Matches(text))
        {
            var host = match.Groups["host"].Value;
            var labels = host.Split('.');
            var at = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? labels.Length - 3 : labels.Length - 2;
            if (at < 0 || Platforms.Contains(labels[at]))
                continue;
            var names = match.Value[0] is '@' ? mail : web;
            var name = labels[at].Replace("-", "", StringComparison.Ordinal);
            names.Add(name);
            names.Add(name + labels[^1]);
        }
    }

    [GeneratedRegex(@"(@|https?://|www\.)(?<host>[A-Za-z0-9-]{1,60}(\.[A-Za-z0-9-]{1,60}){1,4})", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Address();
}
