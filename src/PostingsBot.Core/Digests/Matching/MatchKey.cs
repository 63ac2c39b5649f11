using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Core.Digests.Matching;

/// <summary>A match as one text: the same for matches that hold for the same roles because they differ only in order, repetition or nesting.</summary>
public static class MatchKey
{
    public static string Of(Match match) => Plain(match);

    private static string Plain(Match match) => match switch
    {
        Match.Token token => Quoted(token.Value),
        Match.All all => Joined('&', all.Parts.SelectMany(part => part is Match.All inner ? inner.Parts : [part])),
        Match.Any any => Joined('|', any.Parts.SelectMany(part => part is Match.Any inner ? inner.Parts : [part])),
        Match.Not { Part: Match.Not twice } => Plain(twice.Part),
        Match.Not not => "!" + Plain(not.Part),
        Match.PostedBetween days => $"days({Day(days.From)},{Day(days.To)})",
        Match.PaysBetween pay => string.Create(CultureInfo.InvariantCulture, $"pay({Normal(pay.Min)},{Normal(pay.Max)},{Quoted(pay.Currency ?? "")})"),
        Match.Ids ids => $"ids({string.Join(',', ids.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Quoted))})",
        _ => throw new InvalidOperationException($"no key for {match.GetType().Name}"),
    };

    private static string Joined(char sign, IEnumerable<Match> parts)
    {
        var keys = parts.Select(Plain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return keys.Count == 1 ? keys[0] : new StringBuilder().Append('(').Append(sign).AppendJoin(' ', keys).Append(')').ToString();
    }

    /// <summary>A token may hold any sign but white space.</summary>
    private static string Quoted(string token) => "\"" + token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Day(NodaTime.LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : "";

    /// <summary>100 and 100.00 are one amount.</summary>
    private static string Normal(decimal? amount) => amount?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
