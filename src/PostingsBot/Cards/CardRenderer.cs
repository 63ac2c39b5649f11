using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Cards.Models;
using PostingsBot.Core.Answers;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Cards;

/// <summary>Draws an answer as an Adaptive Card, schema 1.5, small enough for every channel. Safe from any thread.</summary>
internal sealed class CardRenderer(CardTemplates templates, RoleLinks? links = null)
{
    public RoleLinks Links { get; } = links ?? RoleLinks.None;

    /// <summary>Cards leave as written: a page decides itself how to escape them.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="Templating.TemplateException">The template does not fit the answer: a bug.</exception>
    public JsonObject Draw(Answer answer, CardDialect dialect) =>
        Fitting(budget => ModelOf(answer, budget), dialect) ?? Draw(MessageModel.Of(answer, CardBudget.Steps[^1]), dialect);

    /// <summary>Draws what the model gives for the largest budget whose card is small enough, else for the smallest budget.</summary>
    /// <exception cref="Templating.TemplateException">The template does not fit the model: a bug.</exception>
    public JsonObject Draw(Func<CardBudget, CardModel> model, CardDialect dialect, int largest = CardBudget.LargestCard) =>
        Fitting(model, dialect, largest) ?? Draw(model(CardBudget.Steps[^1]), dialect);

    /// <summary>What is shown of an answer; a role with its link, where roles have links.</summary>
    public CardModel ModelOf(Answer answer, CardBudget budget)
    {
        var model = CardModel.Of(answer, budget);
        if (answer is DetailAnswer { Posting.Id: var id } && Links.Of(id) is { } link)
            model.Data["link"] = link;
        if (answer is PreviewAnswer)
        {
            foreach (var twin in model.Data["twins"]!.AsArray())
            {
                if (Links.Of((string)twin!["id"]!) is { } to)
                    twin["link"] = to;
            }
        }

        return model;
    }

    private JsonObject? Fitting(Func<CardBudget, CardModel> model, CardDialect dialect, int largest = CardBudget.LargestCard) => CardBudget.Steps
        .Select(budget => Draw(model(budget), dialect))
        .FirstOrDefault(card => card.ToJsonString(Json).Length <= largest);

    private JsonObject Draw(CardModel model, CardDialect dialect)
    {
        var card = (JsonObject)templates[model.Template].Expand(model.Data)!;
        return CardFinisher.Finish(card, dialect);
    }
}
