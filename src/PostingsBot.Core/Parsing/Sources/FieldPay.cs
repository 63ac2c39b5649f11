using System.Globalization;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>Pay that stands in fields of its own.</summary>
internal static class FieldPay
{
    /// <summary>The pay, or null where no limit is a positive number. Evidence is all of its fields.</summary>
    /// <param name="unit">How much of the currency a 1 stands for: 0.01 for cents.</param>
    public static Stated<Salary>? Read(DataNode? min, DataNode? max, DataNode? currency, DataNode? interval, decimal unit = 1)
    {
        var (low, high) = (Amount(min, unit), Amount(max, unit));
        if (low is null && high is null)
            return null;
        if (low > high)
            (low, high) = (high, low);
        var fields = new[] { min, max, currency, interval }.OfType<DataNode>().ToList();
        var text = string.Join(", ", fields.Select(field => field.Evidence.Text));
        var evidence = new Evidence(fields.Min(field => field.FirstLine), fields.Max(field => field.LastLine), text);
        return new Stated<Salary>(new Salary(low, high, Code(currency), FieldText.Period(interval?.Text)), evidence);
    }

    private static decimal? Amount(DataNode? field, decimal unit) =>
        field is not null && decimal.TryParse(field.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount > 0 && amount < 1_000_000_000_000
            ? amount * unit
            : null;

    private static string? Code(DataNode? currency) => currency?.Text.Trim() is { Length: 3 } code ? code.ToUpperInvariant() : null;
}
