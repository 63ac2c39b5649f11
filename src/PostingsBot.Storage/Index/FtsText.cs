using System.Text;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>An FTS5 expression with its phrases in the order in which FTS5 numbers them. A phrase that is a facet has no weight.</summary>
internal sealed class FtsText
{
    private readonly StringBuilder text = new();
    private readonly List<string> phrases = [];

    public string Text => text.ToString();

    /// <summary>The words' phrases as they stand in the expression; null for a facet.</summary>
    public IReadOnlyList<string> Phrases => phrases;

    /// <summary>Texts that all hold, and facets to be met besides: they make a scan shorter.</summary>
    public static FtsText Of(IReadOnlyList<Match> texts, string? facet)
    {
        var made = new FtsText();
        if (facet is not null)
            made.Phrase("facets", TokenCode.Of(facet), isWord: false);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0 || facet is not null)
                made.text.Append(" AND ");
            made.Add(texts[i]);
        }

        return made;
    }

    /// <summary>At least one of the words.</summary>
    public static FtsText AnyOf(IEnumerable<Match> words) => Of([new Match.Any([.. words])], null);

    private void Add(Match match)
    {
        if (match is Match.Token token)
        {
            var colon = token.Value.IndexOf(':', StringComparison.Ordinal);
            Phrase(token.Value.StartsWith("title:", StringComparison.Ordinal) ? "title" : "{title body}", TokenCode.Of(token.Value[(colon + 1)..]), isWord: true);
            return;
        }

        text.Append('(');
        var parts = MatchParts.Of(match);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                text.Append(match is Match.All ? " AND " : " OR ");
            Add(parts[i]);
        }

        text.Append(')');
    }

    private void Phrase(string columns, string code, bool isWord)
    {
        var phrase = $"({columns} : \"{code}\")";
        text.Append(phrase);
        phrases.Add(isWord ? phrase : "");
    }
}
