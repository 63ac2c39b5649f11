using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>The bot's Home: how to ask, and the newest roles.</summary>
internal sealed class SlackHome(Assistant assistant, CardRenderer cards, ISlackApi api, TimeProvider clock)
{
    public async Task ShowAsync(string team, string user, CancellationToken ct)
    {
        var today = AskDialog.Today(new Activity(), clock);
        var drawn = new CardBlocks(CardSurface.View);
        drawn.Add(cards.Draw(Assistant.Greeting, CardDialect.Submit));
        drawn.Add(cards.Draw(await NewestAsync(today, ct), CardDialect.Submit));
        var arguments = new JsonObject { ["user_id"] = user, ["view"] = SlackView.Home(drawn.Blocks).Json.DeepClone() };
        if (await api.CallAsync(team, "views.publish", arguments, ct) is SlackResult.Refused { Remedy: SlackRemedy.Retry } refused)
            throw new SlackRefusedException("views.publish", refused);
    }

    private async Task<Answer> NewestAsync(LocalDate today, CancellationToken ct) =>
        (await assistant.AnswerAsync(new Question(Intent.FindRoles) { Order = SearchOrder.Newest }, Conversation.Empty, today, ct)).Answer;
}
