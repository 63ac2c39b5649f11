using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>Which rows meet a match: facets, days, pay and ids from the columns in memory, words from their lists.</summary>
internal sealed class MatchRows(IndexView view, SqliteSession session)
{
    private static readonly LocalDate DayZero = new(1970, 1, 1);

    /// <summary>Rows that are gone may be among them: mask them.</summary>
    public RowSet Of(Match match) => match switch
    {
        Match.Token token => Token(token),
        Match.All all => All(all.Parts),
        Match.Any any => Any(any.Parts),
        Match.Not not => Not(not.Part),
        Match.PostedBetween days => Posted(days),
        Match.PaysBetween pay => Pays(pay),
        Match.Ids ids => Ids(ids.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "No evaluation for this kind of match."),
    };

    /// <summary>Rows that are there and meet all parts.</summary>
    public RowSet Live(IEnumerable<Match> parts)
    {
        var rows = RowSet.Of(view.Rows, view.Live);
        foreach (var part in parts)
            Narrow(rows, part);
        return rows;
    }

    private void Narrow(RowSet rows, Match part)
    {
        using var met = Of(part is Match.Not not ? not.Part : part);
        if (part is Match.Not)
            rows.Without(met);
        else
            rows.And(met);
    }

    private RowSet Token(Match.Token token)
    {
        var rows = RowSet.Empty(view.Rows);
        Add(token, rows);
        return rows;
    }

    private void Add(Match.Token token, RowSet rows)
    {
        if (MatchParts.IsWord(token))
            view.WordLists.Find(token, view, session).OrInto(rows);
        else
            view.Tokens.Find(token.Value)?.OrInto(rows.Bits, rows.Words);
    }

    private RowSet All(IReadOnlyList<Match> parts) => Live(parts);

    private RowSet Any(IReadOnlyList<Match> parts)
    {
        var rows = RowSet.Empty(view.Rows);
        foreach (var part in parts)
        {
            if (part is Match.Token token)
            {
                Add(token, rows);
                continue;
            }

            using var met = Of(part);
            rows.Or(met);
        }

        return rows;
    }

    private RowSet Not(Match part)
    {
        var rows = RowSet.Of(view.Rows, view.Live);
        using var met = Of(part);
        rows.Without(met);
        return rows;
    }

    // A posting without a date has the lowest day of all.
    private RowSet Posted(Match.PostedBetween days)
    {
        var from = days.From is { } first ? DayOf(first) : IndexView.NoDay + 1;
        var to = days.To is { } last ? DayOf(last) : int.MaxValue;
        var rows = RowSet.Empty(view.Rows);
        var column = view.Days.AsSpan(0, view.Rows);
        for (var row = 0; row < column.Length; row++)
        {
            if (column[row] >= from && column[row] <= to)
                rows.Add(row);
        }

        return rows;
    }

    private RowSet Pays(Match.PaysBetween pay)
    {
        var min = pay.Min is { } least ? (double)least : double.NegativeInfinity;
        var max = pay.Max is { } most ? (double)most : double.PositiveInfinity;
        var rows = RowSet.Empty(view.Rows);
        for (var row = 0; row < view.Rows; row++)
        {
            if (view.Pays[row] >= 0 && view.Reaches(row, min, max, pay.Currency))
                rows.Add(row);
        }

        return rows;
    }

    private RowSet Ids(IReadOnlyList<string> ids)
    {
        var rows = RowSet.Empty(view.Rows);
        const string sql = "SELECT slot FROM search_rows WHERE removed IS NULL AND kind = 0 AND id IN (SELECT value FROM json_each(@ids))";
        using var reader = session.Statement(sql, ("@ids", JsonOut.Strings(ids))).ExecuteReader();
        while (reader.Read())
        {
            if (Array.BinarySearch(view.Slots, 0, view.Rows, reader.GetInt64(0)) is >= 0 and var row)
                rows.Add(row);
        }

        return rows;
    }

    public static int DayOf(LocalDate day) => Period.DaysBetween(DayZero, day);
}
