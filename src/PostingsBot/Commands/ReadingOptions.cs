using System.CommandLine;
using PostingsBot.Configuration;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands;

/// <summary>The arguments that all commands share which read documents.</summary>
internal sealed class ReadingOptions
{
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files, folders, archives (.zip, .tar, .tar.gz, .tgz, .gz), paths with *, ? and **, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string?> Name { get; } = new("--name") { Description = "What to call the document from standard input." };

    public Option<int?> MaxSize { get; } = new("--max-size") { Description = "Leave out documents of more than so many megabytes; without it the configured limit." };

    /// <exception cref="UsageException">The size makes no sense.</exception>
    public ReadingLimits LimitsOf(ParseResult result) => new()
    {
        MostBytes = result.GetValue(MaxSize) is not { } size
            ? HostConfiguration.MaxDocumentBytes()
            : OptionsReader.BytesOf(size) ?? throw new UsageException($"--max-size is {size}. Give whole megabytes from 1 to {OptionsReader.MostMegabytes}."),
    };

    public string NameOf(ParseResult result) => result.GetValue(Name) is { Length: > 0 } name ? name : "-";
}
