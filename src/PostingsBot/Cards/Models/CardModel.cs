using System.Text.Json.Nodes;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Recruiting.Answers;

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
        PreviewAnswer a => RecruitingModel.Of(a, budget),
        RoleChangeAnswer a => RecruitingModel.Of(a, budget),
        HistoryAnswer a => RecruitingModel.Of(a, budget),
        DeskListAnswer a => RecruitingModel.Of(a, budget),
        RoleFormAnswer a => RecruitingModel.Of(a, budget),
        PublishLaterAnswer a => RecruitingModel.Of(a, budget),
        NoticeAnswer a => NoticeModel.Of(a, budget),
        ClarifyAnswer a => ClarifyModel.Of(a, budget),
        _ => MessageModel.Of(answer, budget),
    };
}
