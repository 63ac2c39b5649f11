using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Importing;

/// <summary>A kind of remark, how often it was made, and where first ("file:line: message").</summary>
public sealed record NoteCount(string Code, int Count, IReadOnlyList<string> Examples);

/// <summary>Counts what documents held.</summary>
public sealed class ReadingTally
{
    private const int MostExamples = 3;

    private readonly SortedDictionary<DocumentKind, int> kinds = [];
    private readonly SortedDictionary<string, (int Count, List<string> Examples)> notes = new(StringComparer.Ordinal);

    public int Documents { get; private set; }

    public int Postings { get; private set; }

    /// <summary>Documents by kind.</summary>
    public IReadOnlyDictionary<DocumentKind, int> Kinds => kinds;

    /// <summary>The parser's remarks on documents that it could read, most frequent first.</summary>
    public IReadOnlyList<NoteCount> Notes => [.. notes.Select(note => new NoteCount(note.Key, note.Value.Count, note.Value.Examples)).OrderByDescending(note => note.Count)];

    public void Add(ParsedDocument document)
    {
        Documents++;
        Postings += document.Postings.Count;
        kinds[document.Kind] = kinds.GetValueOrDefault(document.Kind) + 1;
        foreach (var remark in document.Diagnostics)
        {
            var (count, examples) = notes.GetValueOrDefault(remark.Code, (0, []));
            if (examples.Count < MostExamples)
                examples.Add(document.File + (remark.Line is { } line ? $":{line}" : "") + ": " + remark.Message);
            notes[remark.Code] = (count + 1, examples);
        }
    }
}
