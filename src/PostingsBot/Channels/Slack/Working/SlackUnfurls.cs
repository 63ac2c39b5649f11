using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>Draws role links as the role's card under the message that has them.</summary>
internal sealed class SlackUnfurls(Assistant assistant, CardRenderer cards, ISlackApi api, TimeProvider clock)
{
    public async Task DrawAsync(SlackWork.Unfurl shared, CancellationToken ct)
    {
        var today = AskDialog.Today(new Activity(), clock);
        var unfurls = new JsonObject();
        foreach (var link in shared.Links)
        {
            if (await CardAsync(link, today, ct) is { } card)
                unfurls[link] = new JsonObject { ["blocks"] = BlockKit.Of(card).Blocks.DeepClone() };
        }

        if (unfurls.Count == 0)
            return;
        var arguments = new JsonObject { ["unfurls"] = unfurls };
        foreach (var (name, value) in shared.Address)
            arguments[name] = value;
        // A message that is gone by now needs no cards.
        if (await api.CallAsync(shared.Team, "chat.unfurl", arguments, ct) is SlackResult.Refused { Remedy: SlackRemedy.Retry } refused)
            throw new SlackRefusedException("chat.unfurl", refused);
    }

    private async Task<JsonObject?> CardAsync(string link, LocalDate today, CancellationToken ct)
    {
        if (cards.Links.IdOf(link) is not { } id)
            return null;
        var outcome = await assistant.AnswerAsync(new Question(Intent.Detail) { Targets = [new Target.Role(id)] }, Conversation.Empty, today, ct);
        return outcome.Answer is DetailAnswer detail ? cards.Draw(detail with { Sections = [] }, CardDialect.Submit) : null;
    }
}
