using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the sections of one document, each once, though several postings and the company may share them. Index rows are left to <paramref name="index"/>.</summary>
internal sealed class SectionWriter(SqliteSession session, long document, IndexWriter index)
{
    private const long DocumentsOwn = 0;

    private readonly Dictionary<(int FirstLine, int LastLine, string Heading), long> written = [];

    /// <summary>Sections that are found whatever becomes of the document's postings.</summary>
    public void Write(IReadOnlyList<Section> sections)
    {
        foreach (var section in sections)
        {
            if (written.TryAdd(Key(section), DocumentsOwn))
                Insert(section);
        }
    }

    /// <summary>Sections that are found while one of the postings that have them is shown and open.</summary>
    public void Write(IReadOnlyList<Section> sections, long posting)
    {
        foreach (var section in sections)
        {
            if (!written.TryGetValue(Key(section), out var row))
                written.Add(Key(section), row = Insert(section));
            if (row != DocumentsOwn)
                session.Execute("INSERT OR IGNORE INTO section_owners(section, posting) VALUES(@section, @posting)", ("@section", row), ("@posting", posting));
        }
    }

    private static (int FirstLine, int LastLine, string Heading) Key(Section section) => (section.FirstLine, section.LastLine, section.Heading);

    private long Insert(Section section)
    {
        var row = session.Number(
            "INSERT INTO sections(document, json) VALUES(@document, @json) RETURNING n",
            ("@document", document),
            ("@json", SectionJson.Write(section)));
        var heading = Tokens(section.Heading);
        for (var i = 0; i < section.Passages.Count; i++)
        {
            var passage = session.Number(
                "INSERT INTO section_passages(section, place, first_line) VALUES(@section, @place, @first_line) RETURNING n",
                ("@section", row),
                ("@place", i),
                ("@first_line", section.Passages[i].FirstLine));
            index.AddPassage(passage, heading, Tokens(section.Passages[i].Text));
        }

        return row;
    }

    private static string Tokens(string text) => TokenCode.Join([.. Words.Split(text).Select(word => word.Stem)]);
}
