using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

/// <summary>One employer with what its document says and its roles, or a list of employers.</summary>
internal static class CompanyModel
{
    private const int MostEmployers = 12;

    public static CardModel Of(CompanyAnswer answer, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        var one = answer.Employers is [var only] ? only : null;
        data["title"] = one is null ? "Employers" : CardText.Cut(one.Name, budget.Text);
        data["quotes"] = Parts.Quotes(answer.Quotes, budget);
        data["roles"] = Parts.Roles(answer, budget);
        data["employers"] = Parts.List([.. one is null ? answer.Employers.Take(MostEmployers) : []], e => Row(e, budget));
        if (answer.Employers.Count > MostEmployers)
            data["left"] = $"and {answer.Employers.Count + answer.Unlisted - MostEmployers} more";
        return new CardModel("company", data);
    }

    private static JsonObject Row(EmployerRow employer, CardBudget budget)
    {
        var row = new JsonObject
        {
            ["name"] = CardText.Cut(employer.Name, 80),
            ["about"] = Roles(employer.Roles) + (employer.HasDocument ? ", tells about itself" : ""),
        };
        var say = "tell me about " + employer.Name;
        if (say.Length <= budget.Payload)
            row["ask"] = new JsonObject { ["title"] = "About " + CardText.Cut(employer.Name, 40), ["say"] = say };
        return row;
    }

    private static string Roles(int count) => count switch
    {
        0 => "no roles",
        1 => "1 role",
        _ => $"{count} roles",
    };
}
