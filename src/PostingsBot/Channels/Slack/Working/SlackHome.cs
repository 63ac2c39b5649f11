using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>The bot's Home: how to ask, the newest roles, and what is the person's own.</summary>
internal sealed class SlackHome(Assistant assistant, SlackPeople people, ISlackApi api)
{
    private static readonly Question Newest = new(Intent.FindRoles) { Order = SearchOrder.Newest };

    public async Task ShowAsync(string team, string user, CancellationToken ct)
    {
        var person = await people.FindAsync(team, user, ct);
        var content = new HomeContent(person?.Name, Assistant.Greeting.Suggestions, await NewestAsync(ct), [], []);
        var arguments = new JsonObject { ["user_id"] = user, ["view"] = HomeView.Of(content).Json };
        if (await api.CallAsync(team, "views.publish", arguments, ct) is SlackResult.Refused { Remedy: SlackRemedy.Retry } refused)
            throw new SlackRefusedException("views.publish", refused);
    }

    private async Task<IReadOnlyList<Posting>> NewestAsync(CancellationToken ct) => await assistant.PageAsync(Newest, 0, HomeView.MostRoles, ct);
}
