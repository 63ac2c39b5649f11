using System.CommandLine;
using System.Text.Json;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands.Evaluation;

/// <summary>`evaluate`: reads the labelled documents and all others of the same collection, compares, and checks every value's evidence.</summary>
internal static class EvaluateCommand
{
    private const int MostExamples = 3;
    private static readonly string DefaultGold = Path.Combine("..", "shared", "gold", "postings.jsonl");
    private static readonly string[] Collections = ["seeds", "corpus"];

    public static Command Create()
    {
        var gold = new Option<string?>("--gold") { Description = $"The labels, one JSON object a line; without it {DefaultGold}." };
        var root = new Option<string?>("--root") { Description = "The folder that the labels' paths start from; without it the one above the labels' folder." };
        var strict = new Option<bool>("--strict") { Description = "Without the alternatives that the labels accept." };
        var pasted = new Option<bool>("--pasted") { Description = "What a recruiter would have to correct who pastes the documents of one role." };
        var command = new Command("evaluate", "Compare what is read with labelled documents, and check every value's evidence.") { gold, root, strict, pasted };
        command.SetAction(async (result, ct) =>
        {
            var labels = result.GetValue(gold) ?? DefaultGold;
            if (!File.Exists(labels))
                throw new UsageException($"There are no labels at \"{labels}\". Name the file with --gold; its format is one JSON object a line with file, kind and roles.");
            return result.GetValue(pasted) ? RunPasted(labels, result.GetValue(root) ?? RootOf(labels), Console.Out) : await RunAsync(labels, result.GetValue(root) ?? RootOf(labels), result.GetValue(strict), Console.Out, ct);
        });
        return command;
    }

    internal static int RunPasted(string gold, string root, TextWriter output)
    {
        var score = new PasteScore();
        foreach (var label in LabelsOf(gold))
        {
            var file = root.TrimEnd('/') + "/" + label.File;
            if (File.Exists(file))
                score.Add(label, File.ReadAllBytes(file));
        }

        score.Write(output);
        return ExitCodes.Done;
    }

    internal static async Task<int> RunAsync(string gold, string root, bool isStrict, TextWriter output, CancellationToken ct)
    {
        var labels = LabelsOf(gold);
        var labelled = labels.ToDictionary(label => label, label => root.TrimEnd('/') + "/" + label.File);
        var paths = Collections.Select(name => root.TrimEnd('/') + "/" + name).Where(Directory.Exists).Concat(labelled.Values.Where(File.Exists)).ToList();
        var faults = new List<EvidenceFault>();
        var documents = new Dictionary<string, ParsedDocument>(StringComparer.Ordinal);
        var parser = new DocumentParser();
        var reader = new DocumentReader((file, content) => parser.Parse(file, content.Span), parserVersion: "");
        await foreach (var read in reader.ReadAsync(FileListing.Of(paths).Files, ct))
        {
            if (read.Document is not { } document)
                continue;
            documents[read.File] = document;
            if (document.IsRead && DocumentParser.LinesOf(read.Content.Span) is { } lines)
                faults.AddRange(EvidenceRule.Check(document, lines));
        }

        var score = new Scorer(isStrict);
        foreach (var label in labels)
            score.Add(label, documents.GetValueOrDefault(labelled[label]));
        ScoreTable.Write(output, score);
        output.WriteLine();
        WriteFaults(output, faults, documents.Count);
        return faults.Count == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
    }

    private static IReadOnlyList<Label> LabelsOf(string gold)
    {
        try
        {
            return Label.Read(gold);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The labels in \"{gold}\" cannot be read: {error.Message}");
        }
    }

    private static string RootOf(string gold) => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(gold))) ?? "/";

    private static void WriteFaults(TextWriter output, List<EvidenceFault> faults, int documents)
    {
        output.WriteLine($"evidence of {ReadingReport.Counted(documents, "document")}: {ReadingReport.Counted(faults.Count, "violation")}");
        foreach (var field in faults.GroupBy(fault => fault.Field).OrderByDescending(group => group.Count()))
        {
            output.WriteLine($"  {field.Key}: {ReadingReport.Count(field.Count())}");
            foreach (var fault in field.Take(MostExamples))
                output.WriteLine(TerminalText.Printable($"    {fault.File}:{fault.Line}: {fault.Problem}"));
        }
    }
}
