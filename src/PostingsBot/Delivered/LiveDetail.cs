using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Answers;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Delivered;

/// <summary>Where a card about one role stands, as far as the card depends on it.</summary>
/// <param name="Dialect">The channel's kind of buttons.</param>
/// <param name="Asker">For whom it is refreshed; null for nobody.</param>
/// <param name="IsPersonal">Nobody else reads along.</param>
internal sealed record DetailPlace(CardDialect Dialect, string? Asker, bool IsPersonal)
{
    /// <summary>People have such ids in Teams.</summary>
    private const string PersonPrefix = "29:";

    private const int LongestId = 200;

    public static DetailPlace Of(Activity asking) => new(CardDialects.Of(asking.ChannelId), AskerOf(asking), TeamsScope.IsPersonal(asking));

    private static string? AskerOf(Activity activity) =>
        TeamsScope.IsTeams(activity) && activity.From?.Id is { Length: <= LongestId } id && id.StartsWith(PersonPrefix, StringComparison.Ordinal) ? id : null;
}

/// <summary>The card about one role, the same whether it is sent, refreshed or replaced.</summary>
internal static class LiveDetail
{
    private const int ShortestNote = 160;

    public static JsonObject Draw(CardRenderer cards, DetailAnswer detail, DetailPlace place, CardVerb.Refresh seen, string? note)
    {
        var card = cards.Draw(
            budget =>
            {
                var model = cards.ModelOf(detail, budget);
                if (note is not null)
                    model.Data["note"] = CardText.Cut(note, Math.Max(budget.Text, ShortestNote));
                if (place.Dialect is CardDialect.UniversalActions)
                    OnTeams(model.Data, cards, detail, place);
                return model;
            },
            place.Dialect);
        if (place.Asker is not null)
            card["refresh"] = Refresh(seen, place.Asker);
        return card;
    }

    private static void OnTeams(JsonObject data, CardRenderer cards, DetailAnswer detail, DetailPlace place)
    {
        if (place.IsPersonal)
            data["save"] = true;
        else if (cards.Links.ToChat(detail.Posting) is { } chat)
            data["chat"] = chat;
    }

    /// <summary>Asks the channel to look again, for one person: it takes at most 60.</summary>
    private static JsonObject Refresh(CardVerb.Refresh seen, string asker)
    {
        var data = new JsonObject { ["verb"] = CardVerb.Refresh.Verb, ["id"] = seen.Id };
        if (seen.Seen is not null)
            data["seen"] = seen.Seen;
        if (seen.Closed is not null)
            data["closed"] = seen.Closed;
        return RefreshBy(data, asker);
    }

    /// <summary>What a channel sends when the person looks at the card.</summary>
    public static JsonObject RefreshBy(JsonObject data, string asker) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Refresh", ["verb"] = data["verb"]!.DeepClone(), ["data"] = data },
        ["userIds"] = new JsonArray(JsonValue.Create(asker)),
    };
}
