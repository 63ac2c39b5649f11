using System.CommandLine;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Commands;

/// <summary>`parse PATH… [--json]`: reads documents and writes what was understood. Ends with 1 when a path does not exist.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; folders are read with all below them.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object per document and line." };
        var command = new Command("parse", "Read documents and show the postings in them.") { paths, json };
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(json), Console.OpenStandardOutput(), Console.Error));
        return command;
    }

    internal static int Run(IReadOnlyList<string> paths, bool json, Stream output, TextWriter errors)
    {
        using var writer = new StreamWriter(output, leaveOpen: true);
        var parser = new DocumentParser();
        var code = 0;
        foreach (var path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                errors.WriteLine($"There is no file or folder \"{path}\". Check the spelling; paths are relative to the current folder.");
                code = 1;
                continue;
            }

            var listing = FileListing.Of([path]);
            foreach (var file in listing.Files)
                code = Math.Max(code, Write(parser, file.Path, json, writer, errors));
            foreach (var folder in listing.Skipped)
            {
                errors.WriteLine(folder.Message);
                code = 1;
            }
        }

        return code;
    }

    private static int Write(DocumentParser parser, string file, bool json, StreamWriter writer, TextWriter errors)
    {
        ParsedDocument document;
        try
        {
            document = parser.Parse(file, ReadBounded(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"\"{file}\" cannot be read: {e.Message}");
            return 1;
        }

        if (json)
        {
            writer.WriteLine(ParseJson.ToLine(document));
        }
        else
        {
            ParseListing.Write(writer, document);
        }

        return 0;
    }

    // One byte more than the parser takes is enough for it to refuse the document.
    private static byte[] ReadBounded(string file)
    {
        using var stream = File.OpenRead(file);
        var length = (int)Math.Min(stream.Length, DocumentParser.MaxBytes + 1L);
        var content = new byte[length];
        var read = stream.ReadAtLeast(content, length, throwOnEndOfStream: false);
        return read == length ? content : content[..read];
    }
}
