using NodaTime;
using NodaTime.Text;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Delivered;

/// <summary>
/// Cards that Teams asks to be drawn again when somebody looks at them. Answering such a look costs one read of the catalogue and leaves the conversation alone.
/// </summary>
internal sealed class CardRefresh(Assistant assistant, CardRenderer cards, TimeProvider clock)
{
    /// <summary>The current card for a look, or for a press of the refresh button; null for anything else.</summary>
    public async Task<Activity?> AnswerAsync(Activity activity, CancellationToken ct)
    {
        if (Asked(activity) is not { } asked)
            return null;
        var today = AskDialog.Today(activity, clock);
        var outcome = await assistant.AnswerAsync(new Question(Intent.Detail) { Targets = [new Target.Role(asked.Id)] }, Conversation.Empty, today, ct);
        if (outcome.Answer is not DetailAnswer detail)
            return Replies.WithCard(cards.Draw(outcome.Answer, CardDialect.UniversalActions), outcome.Answer.Text);
        var closed = asked.Closed is { } day && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } && date <= today ? date : (LocalDate?)null;
        return Replies.WithCard(LiveDetail.Draw(cards, detail, DetailPlace.Of(activity), asked, RoleNotes.Of(detail.Posting, asked.Seen, closed)), detail.Text);
    }

    /// <summary>A client looks at a card by itself only where the card asks for it.</summary>
    public static bool IsForeignLook(Activity activity) => ActivityValues.IsAutomatic(activity) && Asked(activity) is null;

    private static CardVerb.Refresh? Asked(Activity activity) => ActivityValues.Verb(activity.Value) switch
    {
        CardVerb.Refresh refresh => refresh,
        CardVerb.Detail detail when ActivityValues.IsAutomatic(activity) => new CardVerb.Refresh(detail.Id, Seen: null, Closed: null),
        _ => null,
    };
}
