using System.Collections.Concurrent;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Storage.Index;

/// <summary>A salary of a row per year; the next one of the same row follows unless this is the last.</summary>
internal readonly record struct PayRange(double Low, double High, string? Currency, bool IsLast);

/// <summary>
/// The index in memory as of one version of the database: columns by row number, the rows that are there, and lists of rows by token.
/// The arrays are shared with later versions, which only add behind <see cref="Rows"/>.
/// </summary>
internal sealed record IndexView
{
    /// <summary>The day of a row that states none.</summary>
    public const int NoDay = int.MinValue;

    public required long Version { get; init; }

    public required long LastSlot { get; init; }

    /// <summary>Row numbers run from 0 to this; some are gone.</summary>
    public required int Rows { get; init; }

    public required int LiveRows { get; init; }

    /// <summary>Tokens in all columns of the live rows.</summary>
    public required long LiveLength { get; init; }

    public required ulong[] Live { get; init; }

    /// <summary>The row's number in the database, rising.</summary>
    public required long[] Slots { get; init; }

    /// <summary>Days since 1970-01-01.</summary>
    public required int[] Days { get; init; }

    /// <summary>Index into <see cref="TitleTexts"/>.</summary>
    public required int[] Titles { get; init; }

    public required string[] TitleTexts { get; init; }

    /// <summary>Orders ids as text does, as far as eight characters tell.</summary>
    public required ulong[] Keys { get; init; }

    /// <summary>Tokens in all columns.</summary>
    public required int[] Lengths { get; init; }

    /// <summary>Index of the first salary in <see cref="PayRanges"/>, or -1.</summary>
    public required int[] Pays { get; init; }

    public required PayRange[] PayRanges { get; init; }

    public required IReadOnlyList<Employer> Employers { get; init; }

    /// <summary>Employers' names by their tokens.</summary>
    public required IReadOnlyDictionary<string, string> EmployerNames { get; init; }

    public required TokenLists Tokens { get; init; }

    public required WordLists WordLists { get; init; }

    /// <summary>How all rows divide, by division and number of values, as far as it was asked.</summary>
    public ConcurrentDictionary<(CountBy By, int Most), FacetCounts> Divided { get; } = new();

    public int WordCount => (Rows + 63) / 64;

    public bool Reaches(int row, double min, double max, string? currency)
    {
        for (var i = Pays[row]; i >= 0; i++)
        {
            var pay = PayRanges[i];
            if (pay.High >= min && pay.Low <= max && (currency is null || pay.Currency == currency))
                return true;
            if (pay.IsLast)
                return false;
        }

        return false;
    }
}
