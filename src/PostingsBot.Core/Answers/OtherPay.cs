using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Pay is compared within one currency and those with a configured rate; what that leaves out is said.</summary>
internal static class OtherPay
{
    /// <summary>How many roles meet everything else and state their pay in another currency only; "" when pay was asked for without a currency.</summary>
    public static async Task<string> SayAsync(ICatalogue catalogue, ValueList<Constraint> constraints, CancellationToken ct)
    {
        if (constraints.OfType<PayConstraint>().FirstOrDefault(c => !c.Negated && (c.Min ?? c.Max) is not null) is not { Currency: { } currency } pay)
            return "";
        var match = new Match.All(
        [
            ConstraintMatch.Of(constraints.Where(c => c != pay)),
            new Match.Token(PostingTokens.States(RoleField.Pay)),
            .. pay.Converted.Select(rate => rate.Currency).Prepend(currency).Select(known => new Match.Not(new Match.PaysBetween(null, null, known))),
        ]);
        return Wording.OtherCurrencies(await catalogue.CountAsync(match, ct), pay);
    }
}
