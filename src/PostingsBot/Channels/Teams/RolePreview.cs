using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Cards;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Teams;

/// <summary>Draws a pasted role link as the role's card.</summary>
internal sealed class RolePreview(Assistant assistant, RoleResults results, RoleLinks links, TimeProvider clock)
{
    public async Task<Invoked<MessagingExtensionResponse>> DrawAsync(Activity activity, AppBasedLinkQuery query, CancellationToken ct)
    {
        if (links.Address is null)
            return Invoked<MessagingExtensionResponse>.Refuse("This bot has no role links: the key PostingsBot:PublicAddress is empty.");
        if (!links.IsOurs(query.Url))
            return Invoked<MessagingExtensionResponse>.Refuse($"Only links to {links.Address.Host} are drawn.");
        var today = AskDialog.Today(activity, clock);
        var outcome = links.IdOf(query.Url) is { } id
            ? await assistant.AnswerAsync(new Question(Intent.Detail) { Targets = [new Target.Role(id)] }, Conversation.Empty, today, ct)
            : null;
        return new MessagingExtensionResponse(outcome switch
        {
            null => RoleResults.Message(TeamsWording.NoRoleLink),
            { Answer: DetailAnswer { Posting: var posting } } => results.Of(posting, today),
            var gone => RoleResults.Message(gone.Answer.Text),
        });
    }
}
