using System.CommandLine;
using PostingsBot.Core.Parsing;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands.Explaining;

/// <summary>`explain FILE`: the document with each fact beside the line it was read from.</summary>
internal static class ExplainCommand
{
    private const int WidthOfAFile = 120;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file, a document in an archive (jobs.zip!/a.md), or - for standard input." };
        var facts = new Option<string[]>("--fact") { Description = "Only this fact, for example pay; may be given several times." };
        var plain = new Option<bool>("--no-color") { Description = "No colours; as the environment variable NO_COLOR does." };
        var reading = new ReadingOptions();
        var command = new Command("explain", "Show a document with each fact beside the line it was read from.") { file, facts, plain, reading.Name, reading.MaxSize };
        command.SetAction(async (result, ct) =>
        {
            var chosen = Chosen(result.GetValue(facts) ?? []);
            var view = new MarginView(
                Console.Out, Ink.ForStandardOutput(result.GetValue(plain)), Console.IsOutputRedirected || Console.WindowWidth < 1 ? WidthOfAFile : Console.WindowWidth);
            return await RunAsync(result.GetValue(file)!, reading.NameOf(result), chosen, reading.LimitsOf(result), view, Console.Error, ct);
        });
        return command;
    }

    /// <exception cref="UsageException">A name is no fact's.</exception>
    internal static IReadOnlyList<PostingFact> Chosen(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !PostingFacts.All.Any(fact => Is(fact, name))) is { } unknown)
            throw new UsageException($"There is no fact \"{TerminalText.Printable(unknown)}\". Facts: skills, {string.Join(", ", PostingFacts.All.Select(fact => fact.Label))}.");
        return names.Count == 0 ? PostingFacts.All : [.. PostingFacts.All.Where(fact => names.Any(name => Is(fact, name)))];
    }

    internal static async Task<int> RunAsync(
        string file, string name, IReadOnlyList<PostingFact> facts, ReadingLimits limits, MarginView view, TextWriter errors, CancellationToken ct)
    {
        var inside = file.IndexOf("!/", StringComparison.Ordinal);
        var path = inside > 0 && !File.Exists(file) ? file[..inside] : file;
        if (Directory.Exists(path))
            throw new UsageException($"explain shows one document, and \"{TerminalText.Printable(file)}\" is a folder. Name a file in it.");
        var listing = FileListing.Of([path], name);
        var parser = new DocumentParser(limits.MostBytes);
        var reader = new DocumentReader((document, content) => parser.Parse(document, content.Span), parserVersion: "", limits);
        var reason = listing.Skipped.Count > 0 ? listing.Skipped[0].Message : $"There is no document \"{TerminalText.Printable(file)}\" in it. `parse` lists what an archive holds.";
        await foreach (var read in reader.ReadAsync(listing.Files, ct))
        {
            if (read.File != file && read.Source.Form is not FileForm.StandardInput)
                continue;
            reason = read.Skipped?.Message ?? reason;
            if (read is not { Document: { IsRead: true } document } || DocumentParser.LinesOf(read.Content.Span) is not { } lines)
                continue;
            var isAll = facts.Count == PostingFacts.All.Count;
            view.Write(document, lines, new Margin(document, facts, withDocument: isAll), isExcerpt: !isAll);
            return ExitCodes.Done;
        }

        await errors.WriteLineAsync(reason);
        return ExitCodes.Incomplete;
    }

    private static bool Is(PostingFact fact, string name) =>
        name.Equals(fact.Label, StringComparison.OrdinalIgnoreCase) || name.Equals(fact.Field, StringComparison.OrdinalIgnoreCase);
}
