using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Answers.Subscribing;

namespace PostingsBot.Cards.Models;

/// <summary>A template's name and the data for it.</summary>
internal sealed record CardModel(string Template, JsonObject Data)
{
    public static CardModel Of(Answer answer, CardBudget budget) => answer switch
    {
        RoleListAnswer a => RoleListModel.Of(a, budget),
        NothingFoundAnswer a => NothingFoundModel.Of(a, budget),
        DetailAnswer a => RoleDetailModel.Of(a, budget),
        FactAnswer a => QuoteModel.Of(a, budget),
        NotStatedAnswer a => QuoteModel.Of(a, budget),
        CompareAnswer a => ComparisonModel.Of(a, budget),
        CountAnswer a => CountModel.Of(a, budget),
        CompanyAnswer a => CompanyModel.Of(a, budget),
        SubscriptionAnswer a => SubscriptionModel.Of(a, budget),
        SubscriptionListAnswer a => SubscriptionModel.Of(a, budget),
        SubscriptionFormAnswer a => SubscriptionModel.Of(a, budget),
        NoticeAnswer a => NoticeModel.Of(a, budget),
        ClarifyAnswer a => ClarifyModel.Of(a, budget),
        _ => MessageModel.Of(answer, budget),
    };
}
