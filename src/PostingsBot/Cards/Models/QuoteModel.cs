using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;

namespace PostingsBot.Cards.Models;

/// <summary>One fact with the line that states it, or the honest answer that no line does.</summary>
internal static class QuoteModel
{
    public static CardModel Of(FactAnswer answer, CardBudget budget)
    {
        var data = Common(answer, answer.Subject, budget);
        if (answer.Verdict is { } verdict)
            data["verdict"] = CardText.Cut(verdict, budget.Text);
        data["facts"] = Parts.List(answer.Facts, fact => FactData.Of(fact, budget));
        var shown = answer.Facts.Select(f => f.Source).OfType<Quote>().ToHashSet();
        data["quotes"] = Parts.Quotes([.. answer.Quotes.Where(q => !shown.Contains(q))], budget);
        return new CardModel("quote", data);
    }

    public static CardModel Of(NotStatedAnswer answer, CardBudget budget)
    {
        var data = Common(answer, answer.Subject, budget);
        data["verdict"] = CardText.Cut(answer.Text, budget.Text);
        data["facts"] = new JsonArray();
        data["quotes"] = Parts.Quotes(answer.Quotes, budget);
        return new CardModel("quote", data);
    }

    private static JsonObject Common(Answer answer, string subject, CardBudget budget)
    {
        var data = Parts.Common(answer, budget);
        data["subject"] = CardText.Cut(subject, budget.Text);
        if (answer.Postings is [var posting])
            data["role"] = new JsonObject { ["id"] = posting.Id, ["button"] = Parts.DetailsButton(answer, 0) };
        return data;
    }
}
