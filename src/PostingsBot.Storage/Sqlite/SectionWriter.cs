using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the sections of one document, each once, though several postings and the company may share them. Index rows are left to <paramref name="passages"/>.</summary>
internal sealed class SectionWriter(SqliteSession session, long document, List<(long Row, string Heading, string Body)> passages)
{
    private readonly HashSet<(int FirstLine, int LastLine, string Heading)> written = [];

    public void Write(IReadOnlyList<Section> sections)
    {
        foreach (var section in sections)
        {
            if (written.Add((section.FirstLine, section.LastLine, section.Heading)))
                Write(section);
        }
    }

    private void Write(Section section)
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
            passages.Add((passage, heading, Tokens(section.Passages[i].Text)));
        }
    }

    private static string Tokens(string text) => TokenCode.Join([.. Words.Split(text).Select(word => word.Stem)]);
}
