using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Saving;
using PostingsBot.Dialogs;
using PostingsBot.Storage.Saved;
using PostingsBot.Subscriptions;

namespace PostingsBot.Saving;

/// <summary>The talk about saved roles: save one, list them, unsave. A saved role's owner is told when it changes, closes or opens again, see <see cref="SavedNews"/>.</summary>
internal sealed class SavedTalk(ISavedRoles saved, Assistant assistant, DestinationBook book, TimeProvider clock)
{
    /// <summary>Of one person.</summary>
    private const int Most = 200;

    public async Task<Outcome> AnswerAsync(Question question, Conversation conversation, Activity activity, CancellationToken ct)
    {
        if (Readers.OwnerOf(activity) is not { } owner)
            return Say(question, conversation, SavedWording.Nobody);
        return question.Saving!.Action switch
        {
            SavingAction.List => await ListAsync(question, conversation, owner, activity, ct),
            SavingAction.Remove when question.Targets.Count == 0 => await RemoveAllAsync(question, conversation, owner, ct),
            _ => await OneAsync(question, conversation, owner, activity, ct),
        };
    }

    private async Task<Outcome> OneAsync(Question question, Conversation conversation, Owner owner, Activity activity, CancellationToken ct)
    {
        var isSaving = question.Saving!.Action is SavingAction.Save;
        if (question.Targets is [Target.AllListed])
            return await AllAsync(question, conversation, owner, activity, ct);
        var found = await assistant.AnswerAsync(question with { Intent = Intent.Detail, Saving = null }, conversation, AskDialog.Today(activity, clock), ct);
        return found.Answer switch
        {
            DetailAnswer { Posting: var role } => Say(question, found.Conversation, isSaving ? await SaveAsync(owner, role, activity, ct) : await RemoveAsync(owner, role, ct)),
            ClarifyAnswer which => found with { Question = question, Answer = which with { Choices = [.. which.Choices.Select(choice => choice with { Say = (isSaving ? "save " : "unsave ") + choice.Say })] } },
            _ => found with { Question = question },
        };
    }

    private async Task<Outcome> AllAsync(Question question, Conversation conversation, Owner owner, Activity activity, CancellationToken ct)
    {
        if (conversation.Listed.Count == 0)
            return Say(question, conversation, SavedWording.NothingListed);
        if (question.Saving!.Action is SavingAction.Remove)
            return Say(question, conversation, SavedWording.RemovedMany(await saved.RemoveAsync(owner, conversation.Listed, ct)));
        var words = new List<string>();
        foreach (var id in conversation.Listed)
        {
            if (await assistant.FindRoleAsync(id, ct) is { } role)
                words.Add(await SaveAsync(owner, role, activity, ct));
        }

        return Say(question, conversation, words is [var one] ? one : SavedWording.SavedMany(words.Count(word => word != SavedWording.Full(Most)), Most));
    }

    private async Task<string> SaveAsync(Owner owner, Posting role, Activity activity, CancellationToken ct)
    {
        var here = Readers.DestinationOf(activity);
        var isPrivate = here.Kind is DestinationKind.Person;
        // Where news go is noted first: there must never be news for a place that nobody knows.
        if (isPrivate)
            await book.RememberAsync(activity, ct);
        var row = new SavedRole(owner, isPrivate ? here : null, role.Id, Show.Name(role), RolePrint.OfMaterial(role), role.IsOpen);
        return await saved.SaveAsync(row, Most, clock.GetUtcNow(), ct) switch
        {
            SaveResult.Full => SavedWording.Full(Most),
            SaveResult.SavedBefore => SavedWording.SavedBefore(row.Name),
            _ => SavedWording.Saved(row, isPrivate),
        };
    }

    private async Task<string> RemoveAsync(Owner owner, Posting role, CancellationToken ct) =>
        await saved.RemoveAsync(owner, [role.Id], ct) > 0 ? SavedWording.Removed(Show.Name(role)) : SavedWording.NotSaved(Show.Name(role));

    private async Task<Outcome> RemoveAllAsync(Question question, Conversation conversation, Owner owner, CancellationToken ct)
    {
        var own = await saved.OfOwnerAsync(owner, ct);
        return Say(question, conversation, SavedWording.RemovedMany(await saved.RemoveAsync(owner, [.. own.Select(one => one.Role)], ct)));
    }

    /// <summary>The open ones as a list of roles like any other, so that it can be narrowed and paged; the closed ones are named.</summary>
    private async Task<Outcome> ListAsync(Question question, Conversation conversation, Owner owner, Activity activity, CancellationToken ct)
    {
        var own = await saved.OfOwnerAsync(owner, ct);
        if (own.Count == 0)
            return Say(question, conversation, SavedWording.None);
        var closed = new List<string>();
        var open = new List<string>();
        foreach (var one in own)
        {
            if (await assistant.FindRoleAsync(one.Role, ct) is { IsOpen: true } role)
                open.Add(role.Id);
            else
                closed.Add(one.Name);
        }

        if (open.Count == 0)
            return Say(question, conversation, SavedWording.List(0, closed));
        var among = new Question(Intent.FindRoles) { Constraints = [new AmongConstraint([.. open])], Text = question.Text };
        var listed = await assistant.AnswerAsync(among, conversation, AskDialog.Today(activity, clock), ct);
        return listed with { Answer = listed.Answer with { Text = SavedWording.List(open.Count, closed), Chips = [], Suggestions = SavedWording.Next } };
    }

    private static Outcome Say(Question question, Conversation conversation, string text) =>
        new(question, new MessageAnswer(AnswerKind.Other) { Text = text, Suggestions = text == SavedWording.None ? [] : [SavedWording.ListWords] }, conversation);
}
