using NodaTime;
using NodaTime.Text;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;
using PostingsBot.Storage.Delivered;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Delivered;

/// <summary>
/// Cards that Teams asks to be drawn again when somebody looks at them. Answering such a look costs a read of the catalogue for each role and leaves the conversation alone.
/// </summary>
/// <param name="assistant">Finds roles.</param>
/// <param name="cards">Draws.</param>
/// <param name="clock">The time.</param>
/// <param name="delivered">What is known of the cards that were sent; null where none are followed.</param>
internal sealed class CardRefresh(Assistant assistant, CardRenderer cards, TimeProvider clock, IDeliveredCards? delivered = null)
{
    private readonly LiveDrawing drawing = new(cards);

    /// <summary>The current card for a look, or for a press of the refresh button; null for anything else.</summary>
    public async Task<Activity?> AnswerAsync(Activity activity, CancellationToken ct) => Asked(activity) switch
    {
        CardVerb.Refresh asked => await DetailAsync(activity, asked, ct),
        CardVerb.RefreshList asked => await ListAsync(activity, asked, ct),
        _ => null,
    };

    /// <summary>A client looks at a card by itself only where the card asks for it.</summary>
    public static bool IsForeignLook(Activity activity) => ActivityValues.IsAutomatic(activity) && Asked(activity) is null;

    private async Task<Activity> DetailAsync(Activity activity, CardVerb.Refresh asked, CancellationToken ct)
    {
        var today = AskDialog.Today(activity, clock);
        var outcome = await assistant.AnswerAsync(new Question(Intent.Detail) { Targets = [new Target.Role(asked.Id)] }, Conversation.Empty, today, ct);
        if (outcome.Answer is not DetailAnswer detail)
            return Replies.WithCard(cards.Draw(outcome.Answer, CardDialect.UniversalActions), outcome.Answer.Text);
        var closed = asked.Closed is { } day && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } && date <= today ? date : (LocalDate?)null;
        return Replies.WithCard(LiveDetail.Draw(cards, detail, DetailPlace.Of(activity), asked, RoleNotes.Of(detail.Posting, asked.Seen, closed)), detail.Text);
    }

    /// <summary>The whole list while it is followed, later its roles alone.</summary>
    private async Task<Activity> ListAsync(Activity activity, CardVerb.RefreshList asked, CancellationToken ct)
    {
        var roles = new Dictionary<string, Posting>(StringComparer.Ordinal);
        foreach (var id in asked.Ids.Distinct(StringComparer.Ordinal))
        {
            if (await assistant.FindRoleAsync(id, ct) is { } role)
                roles[id] = role;
        }

        var live = await FollowedAsync(activity, asked, ct) ?? LiveCard.Of(asked, DetailPlace.Of(activity));
        var (card, words, _) = drawing.Draw(live, roles, AskDialog.Today(activity, clock));
        return Replies.WithCard(card, words);
    }

    /// <summary>What is kept of the message that is looked at, in this conversation; null when that is not this list.</summary>
    private async Task<LiveCard?> FollowedAsync(Activity activity, CardVerb.RefreshList asked, CancellationToken ct)
    {
        if (delivered is null || activity is not { ReplyToId: { Length: > 0 } message, Conversation.Id: { Length: > 0 } conversation })
            return null;
        var kept = await delivered.FindAsync(activity.ChannelId, conversation, message, ct);
        return kept is not null && LiveCard.Read(kept) is { IsDetail: false } live && live.Roles.Select(role => role.Id).SequenceEqual(asked.Ids, StringComparer.Ordinal) ? live : null;
    }

    private static CardVerb? Asked(Activity activity) => ActivityValues.Verb(activity.Value) switch
    {
        CardVerb.Refresh refresh => refresh,
        CardVerb.RefreshList list => list,
        CardVerb.Detail detail when ActivityValues.IsAutomatic(activity) => new CardVerb.Refresh(detail.Id, Seen: null, Closed: null),
        _ => null,
    };
}
