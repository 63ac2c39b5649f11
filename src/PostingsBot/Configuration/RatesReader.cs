using System.Globalization;
using PostingsBot.Core.Answers;

namespace PostingsBot.Configuration;

/// <summary>Reads <c>Rates</c>: one value per currency code, in any base ("USD": 1, "EUR": 1.08). Two are needed before anything can be compared.</summary>
internal static class RatesReader
{
    public static CurrencyRates Read(IConfigurationSection section)
    {
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var child in section.GetChildren())
        {
            var code = child.Key.ToUpperInvariant();
            if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
                throw new ConfigurationErrorException($"{section.Path}:{child.Key} is no currency. Use codes of three letters, such as USD or EUR.");
            rates[code] = decimal.TryParse(child.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
                ? value
                : throw new ConfigurationErrorException($"{section.Path}:{child.Key} is \"{child.Value}\". Give what one {code} is worth in the base currency, such as 1.08.");
        }

        return rates.Count == 1
            ? throw new ConfigurationErrorException($"{section.Path} names only {rates.Keys.Single()}. Name the base currency too, with the value 1.")
            : new CurrencyRates(rates);
    }
}
