using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
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
    /// <summary>People have such ids in Teams; it takes at most 60 of them, and we name one.</summary>
    private const string PersonPrefix = "29:";

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
        var card = Draw(cards, detail, RoleNotes.Of(detail.Posting, asked.Seen, closed), activity);
        Add(card, asked, AskerOf(activity));
        return Replies.WithCard(card, detail.Text);
    }

    /// <summary>Teams looks at a card by itself, and only at those that ask for it.</summary>
    public static bool IsForeignLook(Activity activity) => ActivityValues.IsAutomatic(activity) && Asked(activity) is null;

    /// <summary>Who may be named as somebody for whom a card is refreshed; null where that is not known.</summary>
    public static string? AskerOf(Activity activity) =>
        TeamsScope.IsTeams(activity) && activity.From?.Id is { Length: <= 200 } id && id.StartsWith(PersonPrefix, StringComparison.Ordinal) ? id : null;

    public static JsonObject Draw(CardRenderer cards, DetailAnswer detail, string? note, Activity asking) => cards.Draw(
        budget =>
        {
            var model = cards.ModelOf(detail, budget);
            if (note is not null)
                model.Data["note"] = CardText.Cut(note, Math.Max(budget.Text, 160));
            return model;
        },
        CardDialects.Of(asking.ChannelId));

    /// <summary>Asks the channel to look again for one person.</summary>
    public static void Add(JsonObject card, CardVerb.Refresh asked, string? asker)
    {
        if (asker is null)
            return;
        var data = new JsonObject { ["verb"] = CardVerb.Refresh.Verb, ["id"] = asked.Id };
        if (asked.Seen is not null)
            data["seen"] = asked.Seen;
        if (asked.Closed is not null)
            data["closed"] = asked.Closed;
        card["refresh"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Refresh", ["verb"] = CardVerb.Refresh.Verb, ["data"] = data },
            ["userIds"] = new JsonArray(JsonValue.Create(asker)),
        };
    }

    private static CardVerb.Refresh? Asked(Activity activity) => ActivityValues.Verb(activity.Value) switch
    {
        CardVerb.Refresh refresh => refresh,
        CardVerb.Detail detail when ActivityValues.IsAutomatic(activity) => new CardVerb.Refresh(detail.Id, Seen: null, Closed: null),
        _ => null,
    };
}
