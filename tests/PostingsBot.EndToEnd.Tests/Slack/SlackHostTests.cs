using System.Net;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack;
using PostingsBot.EndToEnd.Tests.Support.Slack;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>The real host with signed requests, as Slack posts them.</summary>
public sealed class SlackHostTests : IAsyncLifetime
{
    private SlackHost host = null!;

    public async Task InitializeAsync() => host = await SlackHost.SignedAsync();

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task Conversation_AskRefineDetail_IsAnsweredAndItsButtonsReplaceTheMessage()
    {
        await TakenAsync(host.Sender.EventAsync(SlackEvents.Message("which roles are there")));
        var list = await host.Slack.MessageAsync(SlackEvents.Direct);
        await TakenAsync(host.Sender.EventAsync(SlackEvents.Message("only remote ones")));
        var refined = await host.Slack.MessageAsync(SlackEvents.Direct, 2);
        var button = SlackHost.Button(refined, "detail");
        await TakenAsync(host.Sender.InteractionAsync(SlackEvents.Action(refined, button, host.Slack.NewResponseUrl(), host.Slack.Slack.Read(slack => slack.Views.NewTrigger()))));
        var ts = refined["ts"]!.ToString();
        var detail = await host.Slack.UntilAsync(slack => slack.Messages.All.FirstOrDefault(message => message["ts"]!.ToString() == ts && SlackHost.Words(message) != SlackHost.Words(refined))?.DeepClone().AsObject());

        Assert.Contains("role", SlackHost.Words(list), StringComparison.Ordinal);
        Assert.Contains("emote", SlackHost.Words(refined), StringComparison.Ordinal);
        Assert.NotEqual(SlackHost.Words(refined), SlackHost.Words(detail));
        Assert.Equal(2, host.Slack.Slack.Read(slack => slack.Messages.All.Count(message => message["user"]?.ToString() == SlackInstalls.BotUser)));
    }

    [Fact]
    public async Task Mention_InAThread_IsAnsweredThere()
    {
        var mention = SlackEvents.Mention("which roles are remote?");
        await TakenAsync(host.Sender.EventAsync(mention));

        Assert.Equal(mention["event"]!["ts"]!.ToString(), (await host.Slack.MessageAsync(SlackEvents.Channel))["thread_ts"]!.ToString());
    }

    [Fact]
    public async Task Command_Given_IsAnsweredAtItsAddressAndShared()
    {
        var address = host.Slack.NewResponseUrl();
        await TakenAsync(host.Sender.CommandAsync(SlackEvents.Command("which roles are remote?", address, "command.1")));
        var aside = await host.Slack.ResponseAsync(address);
        var shared = host.Slack.NewResponseUrl();
        var shown = aside.DeepClone().AsObject();
        (shown["channel"], shown["ts"], shown["ephemeral_for"]) = (SlackEvents.Channel, "1.1", SlackEvents.User);
        await TakenAsync(host.Sender.InteractionAsync(SlackEvents.Action(shown, SlackHost.Button(aside, "Share"), shared, "press.1")));

        Assert.Equal(("ephemeral", "in_channel"), (aside["response_type"]!.ToString(), (await host.Slack.ResponseAsync(shared))["response_type"]!.ToString()));
    }

    [Fact]
    public async Task Shortcut_FindRoles_OpensAFormThatAnswersInTheResponse()
    {
        await TakenAsync(host.Sender.InteractionAsync(SlackEvents.Shortcut("find_roles", host.Slack.Slack.Read(slack => slack.Views.NewTrigger()))));
        var form = await host.Slack.UntilAsync(slack => slack.Views.Opened.Values.FirstOrDefault()?.DeepClone().AsObject());
        var values = new JsonObject { ["words"] = new JsonObject { ["in-words"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "which roles are there" } } };
        var answer = await SubmittedAsync(form, values);
        using var listed = await host.Sender.OptionsAsync(SlackEvents.Suggestion("in-skill", "skill", "p"));

        Assert.Equal("update", answer["response_action"]!.ToString());
        Assert.Contains("role", SlackHost.Words(answer), StringComparison.Ordinal);
        Assert.NotEmpty(JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["options"]!.AsArray());
    }

    [Fact]
    public async Task Home_Opened_IsPublished()
    {
        await TakenAsync(host.Sender.EventAsync(SlackEvents.HomeOpened()));

        Assert.Contains("role", SlackHost.Words(await host.Slack.UntilAsync(slack => slack.Views.Homes.GetValueOrDefault(SlackEvents.User)?.DeepClone().AsObject())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_DeliveredAgainAlsoAfterARestart_IsAnsweredOnce()
    {
        var asked = SlackEvents.Message("which roles are remote?");
        await TakenAsync(host.Sender.EventAsync(asked));
        await TakenAsync(host.Sender.EventAsync(asked, retry: 1));
        await host.Slack.MessageAsync(SlackEvents.Direct);
        await host.RestartAsync();
        await TakenAsync(host.Sender.EventAsync(asked, retry: 2));
        await TakenAsync(host.Sender.EventAsync(SlackEvents.Message("how many roles are there?")));
        await host.Slack.MessageAsync(SlackEvents.Direct, 2);

        Assert.Equal(2, host.Slack.Slack.Read(slack => slack.Messages.All.Count(message => message["user"]?.ToString() == SlackInstalls.BotUser)));
    }

    [Fact]
    public async Task Event_AcknowledgedJustBeforeTheProcessDies_IsAnsweredByTheNext()
    {
        await TakenAsync(host.Sender.EventAsync(SlackEvents.Message("which roles are remote?")));
        await host.RestartAsync();

        Assert.Contains("role", SlackHost.Words(await host.Slack.UntilAsync(
            slack => slack.Messages.All.FirstOrDefault(message => message["user"]?.ToString() == SlackInstalls.BotUser)?.DeepClone().AsObject())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_WronglySigned_IsRefusedWithOneLineAndNoneOfItsWords()
    {
        using var response = await new SignedSender(host.Http, "another").EventAsync(SlackEvents.Message("an unusual question"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await host.Slack.UntilAsync(_ => host.Log.Contains("/slack/events was refused with 401", StringComparison.Ordinal) ? host : null);
        Assert.DoesNotContain("unusual", host.Log, StringComparison.Ordinal);
    }

    /// <summary>The first answer that comes within Slack's deadline; until then the form asks to press again, which a busy machine needs.</summary>
    private async Task<JsonNode> SubmittedAsync(JsonObject form, JsonObject values)
    {
        for (var press = 1; ; press++)
        {
            using var answered = await host.Sender.InteractionAsync(SlackEvents.Submission(form, values, $"submit.{press}"));
            var answer = JsonNode.Parse(await answered.Content.ReadAsStringAsync())!;
            if (press == 5 || !answer.ToJsonString().Contains(SlackWording.TookTooLong, StringComparison.Ordinal))
                return answer;
        }
    }

    private static async Task TakenAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}
