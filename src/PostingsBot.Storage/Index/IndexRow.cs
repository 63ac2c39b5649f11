using System.Globalization;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>What a row of the index stands for.</summary>
internal enum RowKind
{
    /// <summary>An open role, which searches find.</summary>
    Open = 0,

    /// <summary>A role that is not open: only its employer is known.</summary>
    Closed = 1,

    /// <summary>An employer's own document.</summary>
    Page = 2,
}

/// <summary>The columns of an open role.</summary>
internal readonly record struct IndexRow(long Slot, ulong Key, int Day, string Title, int Length);

/// <summary>How tokens and salaries are written in one column.</summary>
internal static class IndexText
{
    /// <summary>Stands in no token: words are split at it.</summary>
    public const char Separator = '\u001f';

    public static string Tokens(IEnumerable<string> tokens) => string.Join(Separator, tokens);

    public static string? Pay(IReadOnlyList<YearlyPay> pay) => pay.Count == 0
        ? null
        : string.Join(Separator, pay.Select(p => string.Create(CultureInfo.InvariantCulture, $"{(double)p.Low:R} {(double)p.High:R} {p.Currency}")));

    public static IEnumerable<PayRange> Pay(string text)
    {
        var salaries = text.Split(Separator);
        for (var i = 0; i < salaries.Length; i++)
        {
            var parts = salaries[i].Split(' ', 3);
            yield return new PayRange(Number(parts[0]), Number(parts[1]), parts[2].Length == 0 ? null : string.Intern(parts[2]), i == salaries.Length - 1);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
