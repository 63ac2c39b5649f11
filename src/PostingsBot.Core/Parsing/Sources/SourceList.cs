using PostingsBot.Core.Parsing.Sources.Boards;
using PostingsBot.Core.Parsing.Sources.Feeds;
using PostingsBot.Core.Parsing.Sources.Records;
using PostingsBot.Core.Parsing.Sources.Threads;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>The readers of structured sources in the order they are asked; the last of each syntax takes what no other knew.</summary>
internal static class SourceList
{
    private static readonly ISourceReader[] InOrder =
    [
        new GreenhouseBoard(),
        new LeverBoard(),
        new AshbyBoard(),
        new WorkableBoard(),
        new SmartRecruitersBoard(),
        new HackerNewsThread(),
        new HackerNewsPage(),
        new GitHubIssues(),
        new JsonRecords(),
        new YamlRecords(),
        new FeedReader(),
        new XmlRecords(),
        new TableRecords(),
        new UnknownData(),
    ];

    /// <summary>What the structured source holds, or null when the document is a text.</summary>
    public static SourceContent? Read(SourceFile source)
    {
        foreach (var reader in InOrder)
        {
            if (reader.Read(source) is { } content)
                return content;
        }

        return null;
    }
}
