using System.Text;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Dialogs;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

/// <summary>Greets, repeats what it is told, and obeys four words.</summary>
internal sealed class EchoBot : ActivityHandler
{
    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync($"Hello {membersAdded[0].Id}", cancellationToken: cancellationToken);

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        foreach (var file in turnContext.TurnState.Get<UploadedFiles>()!.Files)
            await turnContext.SendActivityAsync($"{file.Name} of {file.ContentType} holds {Encoding.UTF8.GetString(file.Content.Span)}", cancellationToken: cancellationToken);
        switch (activity.Text)
        {
            case "fail":
                throw new InvalidOperationException("as asked");
            case "who":
                await turnContext.SendActivityAsync($"{(turnContext.TurnState.Get<SignedInVisitor>() is null ? "not signed in" : "signed in")} as {activity.From?.Id}, {activity.From?.Name}", cancellationToken: cancellationToken);
                break;
            case "typing":
                await turnContext.SendActivityAsync(new Activity(ActivityTypes.Typing), cancellationToken);
                break;
            case "update":
                var sent = await turnContext.SendActivityAsync("old", cancellationToken: cancellationToken);
                await turnContext.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "new" }, cancellationToken);
                break;
        }
        await turnContext.SendActivityAsync($"{activity.From!.Id} said {activity.Text} on {activity.ChannelId}", cancellationToken: cancellationToken);
    }
}
