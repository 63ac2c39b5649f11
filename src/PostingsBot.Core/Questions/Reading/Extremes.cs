using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>"The highest yearly salary", "highest?" after a search by pay: the word alone orders nothing, beside pay it does.</summary>
internal static class Extremes
{
    private const int Reach = 3;

    private static readonly Said Best = Of("best paid");
    private static readonly Said Least = Of("lowest paid");

    /// <param name="parts">The parts of a question, in order.</param>
    /// <param name="afterPay">The search before was by pay.</param>
    public static List<Part> Read(List<Part> parts, bool afterPay) => [.. parts.Select((part, i) => (part.IsUnknown || (afterPay && part is { Said.Count: 0, HasConstraint: false })) && Order(part.Text) is { } order && (IsOfPay(parts, i) || (afterPay && parts.Count <= Reach)) ? part with { IsUnknown = false, Said = [order] } : part)];

    private static Said? Order(string word) => word switch
    {
        "most" or "highest" or "biggest" or "maximum" or "hochste" or "hochsten" or "hochstes" or "maior" or "mayor" => Best,
        "least" or "lowest" or "smallest" or "minimum" or "niedrigste" or "niedrigsten" or "menor" => Least,
        _ => null,
    };

    private static bool IsOfPay(List<Part> parts, int i) => parts.Skip(i + 1).Take(Reach).Any(p => p.Field is RoleField.Pay || p.Term is PayConstraint or PaidPerConstraint);

    private static Said Of(string phrase) => CueLexicon.Table.At(Words.Split(phrase), 0).First().Value;
}
