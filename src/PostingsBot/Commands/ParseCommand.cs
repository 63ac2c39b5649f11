using System.CommandLine;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands;

/// <summary>`parse PATH… [--json]`: reads documents and writes what was understood. Every file found gives one document, also one that could not be read.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        var json = new Option<bool>("--json") { Description = "One JSON object per document and line." };
        var command = new Command("parse", "Read documents and show the postings in them.") { reading.Paths, json, reading.Name, reading.MaxSize };
        command.SetAction(async (result, ct) =>
        {
            using var progress = ProgressLine.OnStandardError(TimeProvider.System);
            await using var output = new StreamWriter(Console.OpenStandardOutput());
            var listing = FileListing.Of(result.GetValue(reading.Paths) ?? [], reading.NameOf(result));
            return await RunAsync(listing, reading.LimitsOf(result), result.GetValue(json), output, Console.Error, Console.IsOutputRedirected ? progress : null, TimeProvider.System, ct);
        });
        return command;
    }

    internal static async Task<int> RunAsync(
        FileListing listing, ReadingLimits limits, bool json, TextWriter output, TextWriter errors, ProgressLine? progress, TimeProvider clock, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        var parser = new DocumentParser(limits.MostBytes);
        var reader = new DocumentReader((file, content) => parser.Parse(file, content.Span), parserVersion: "", limits);
        var contents = new ReadingTally();
        var skipped = listing.Skipped.ToList();
        var done = 0;
        await foreach (var read in reader.ReadAsync(listing.Files, ct))
        {
            if (read.Skipped is { } reason)
                skipped.Add(reason);
            else if (read.Document is { } document)
                contents.Add(document);
            if (read.Document is { } shown)
                Write(output, shown, json);
            else if (read.Skipped is { } left)
                Write(output, Unread(read.File, left), json);
            if (read.IsLast)
                done++;
            progress?.Report(new ImportProgress(done, listing.Files.Count, contents.Documents));
        }

        progress?.Clear();
        await output.FlushAsync(ct);
        if (listing.Files.Count > 1 || contents.Documents > 1)
            ReadingReport.Write(errors, contents, skipped, clock.GetElapsedTime(started));
        else
            skipped.ForEach(reason => errors.WriteLine(reason.Message));
        return skipped.Count == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
    }

    private static ParsedDocument Unread(string file, SkippedFile reason) => new()
    {
        File = file,
        Kind = DocumentKind.Other,
        IsRead = false,
        Diagnostics = [new Diagnostic(reason.Code[(reason.Code.IndexOf('.', StringComparison.Ordinal) + 1)..], reason.Message, null)],
    };

    private static void Write(TextWriter output, ParsedDocument document, bool json)
    {
        if (json)
            output.WriteLine(ParseJson.ToLine(document));
        else
            ParseListing.Write(output, document);
    }
}
