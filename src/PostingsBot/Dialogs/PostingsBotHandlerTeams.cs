using System.Net;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Recruiting;
using PostingsBot.Storage;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Dialogs;

/// <summary>What Teams alone sends, handed to those who do it.</summary>
internal sealed partial class PostingsBotHandler
{
    private const string Added = "add";
    private const string Upgraded = "add-upgrade";

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => turnContext.Activity.Action switch
    {
        Added or Upgraded => teams.Installing.AddedAsync(turnContext, turnContext.Activity.Action is Upgraded, cancellationToken),
        "remove" or "remove-upgrade" => teams.Installing.RemovedAsync(turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };

    protected override async Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var update = (Activity)turnContext.Activity;
        if (!TeamsScope.IsTeams(update) || !(update.MembersAdded is { Count: > 0 } || update.MembersRemoved is { Count: > 0 }))
        {
            await base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
            return;
        }

        if (dialog.Routing.Subscriptions?.Leaving is { } leaving)
            await teams.Installing.PeopleLeftAsync(update, leaving, cancellationToken);
        await teams.Installing.MembersChangedAsync(turnContext, cancellationToken);
    }

    protected override Task OnTeamsChannelDeletedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        channelInfo?.Id is { } channel ? teams.Conversations.ForgetConversationAsync(channel, cancellationToken) : Task.CompletedTask;

    protected override Task OnTeamsTeamDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        teams.Installing.RemovedAsync(turnContext, cancellationToken);

    protected override Task OnTeamsTeamHardDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        teams.Installing.RemovedAsync(turnContext, cancellationToken);

    protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        Accepted(await teams.Query.FindAsync((Activity)turnContext.Activity, query, cancellationToken));

    protected override async Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) =>
        Accepted(await teams.Preview.DrawAsync((Activity)turnContext.Activity, query, cancellationToken));

    protected override async Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
    {
        var mayPost = dialog.Routing.Recruiting is { } recruiting && await recruiting.MayPostAsync(turnContext, cancellationToken);
        return Accepted(teams.NewPosting.Open((Activity)turnContext.Activity, action, mayPost));
    }

    protected override async Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
    {
        if (dialog.Routing.Recruiting is null || ActivityValues.Verb(action.Data) is not { } pressed || pressed is CardVerb.Insert)
            return Accepted(teams.NewPosting.Insert((Activity)turnContext.Activity, action));
        return await InDialogBoxAsync(turnContext, action, pressed, cancellationToken);
    }

    /// <summary>What recruiters press in the dialog box of a message is answered there.</summary>
    private async Task<MessagingExtensionActionResponse> InDialogBoxAsync(ITurnContext turnContext, MessagingExtensionAction action, CardVerb pressed, CancellationToken ct)
    {
        if (pressed is CardVerb.Post { Step: PostStep.New, Id: CardVerb.Post.OfMessage } post)
        {
            if (NewPosting.SourceOf(action, post) is not { } source)
                return Accepted(teams.NewPosting.Insert((Activity)turnContext.Activity, action));
            (turnContext.Activity.Value, turnContext.Activity.Text) = (null, RecruitingTalk.PostThis(source));
        }
        else
        {
            turnContext.Activity.Value = action.Data;
        }

        await RunDialogAsync(turnContext, ct);
        return NewPosting.Shown(turnContext.TurnState.Get<InvokeReply>()?.Activity ?? throw new InvalidOperationException("the dialog did not answer the invoke"));
    }

    protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        teams.Saving.AcceptedAsync(turnContext, fileConsentCardResponse, cancellationToken);

    protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        teams.Saving.DeclinedAsync(turnContext, fileConsentCardResponse, cancellationToken);

    /// <summary>Every invoke that is refused leaves one line, without anything that came with it.</summary>
    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        InvokeResponse? response;
        try
        {
            response = await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (Exception error) when (ActivityValues.IsMalformed((Activity)turnContext.Activity, error))
        {
            response = new InvokeResponse { Status = (int)HttpStatusCode.BadRequest, Body = BadArgument("The invoke's value is missing or has another shape.") };
        }

        if (response is { Status: >= 400 })
            HostLog.InvokeRefused(logger, turnContext.Activity.ChannelId, response.Status);
        return response;
    }

    /// <summary>A client that looks at a card by itself changes nothing: only what draws a card again is answered.</summary>
    private static InvokeResponseException NoLook() => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error("BadRequest", "This action is only for people to press."),
    });

    private static T Accepted<T>(Invoked<T> invoked)
        where T : class => invoked.Body ?? throw new InvokeResponseException(HttpStatusCode.BadRequest, BadArgument(invoked.Refused));

    private static ErrorResponse BadArgument(string? reason) => new(new Error("BadArgument", reason));

    private async Task KeepConversationAsync(Activity message, CancellationToken ct)
    {
        if (!TeamsScope.IsTeams(message))
            return;
        try
        {
            await teams.Conversations.KeepAsync(message, ct);
        }
        catch (StorageUnavailableException error)
        {
            // The next message brings the same.
            HostLog.MemoryOutOfReach(logger, message.ChannelId, error.Message);
        }
    }
}
