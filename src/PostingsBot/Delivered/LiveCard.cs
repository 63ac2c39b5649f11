using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Delivered;

/// <summary>What it takes to draw a delivered card again: the answer without its roles, which are looked up anew.</summary>
internal sealed record LiveCard
{
    public const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    /// <summary>All about one role, rather than a list of roles.</summary>
    public bool IsDetail { get; init; }

    /// <summary>The channel's kind of buttons.</summary>
    public CardDialect Dialect { get; set; } = CardDialect.UniversalActions;

    /// <summary>Who asked, when the channel may refresh the card for that person.</summary>
    public string? Asker { get; init; }

    /// <summary>Nobody but the asker reads along.</summary>
    public bool IsPersonal { get; init; }

    public string Text { get; set; } = "";

    public IReadOnlyList<LiveRole> Roles { get; set; } = [];

    public IReadOnlyList<Chip> Chips { get; set; } = [];

    public IReadOnlyList<Quote> Quotes { get; set; } = [];

    public IReadOnlyList<string> Suggestions { get; set; } = [];

    public IReadOnlyList<string> Alerts { get; set; } = [];

    public IReadOnlyList<Mended> Mended { get; set; } = [];

    public IReadOnlyList<Relaxation> Facets { get; set; } = [];

    public bool HasMore { get; init; }

    public int First { get; set; } = 1;

    public int? Total { get; init; }

    /// <summary>Whether a role that is found closed was open shortly before.</summary>
    [JsonIgnore]
    public bool IsFollowed { get; init; } = true;

    /// <summary>What the conversation knows the search by.</summary>
    public string? Search { get; init; }

    /// <summary>The hash of the card as this record and the roles give it: it tells whether the channel has to be told.</summary>
    public string Drawn { get; set; } = "";

    /// <summary>Null for an answer that shows no roles that could change.</summary>
    public static LiveCard? Of(Answer answer, DetailPlace place) => answer switch
    {
        DetailAnswer detail => Common(answer, place) with { IsDetail = true, Roles = [LiveRole.Of(detail.Posting)] },
        RoleListAnswer list => Common(answer, place) with { Roles = [.. list.Postings.Select(LiveRole.Of)], Quotes = list.Quotes, Facets = list.Facets, HasMore = list.HasMore, First = list.First, Alerts = list.Alerts },
        _ => null,
    };

    /// <summary>A list that is not followed any more, as far as its card tells.</summary>
    public static LiveCard Of(CardVerb.RefreshList list, DetailPlace place) => new()
    {
        Dialect = place.Dialect,
        Asker = place.Asker,
        IsPersonal = place.IsPersonal,
        Text = RoleNotes.ShownBefore,
        IsFollowed = false,
        Roles = [.. list.Ids.Zip(list.Seen, (id, seen) => new LiveRole(id, Name: "", seen, Lines: ""))],
    };

    public string Write() => JsonSerializer.Serialize(this, WebJson.Default.LiveCard);

    /// <summary>Null for a record of another version or shape.</summary>
    public static LiveCard? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebJson.Default.LiveCard) is { Version: CurrentVersion, Roles.Count: > 0 } card ? card : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LiveCard Common(Answer answer, DetailPlace place) => new()
    {
        Dialect = place.Dialect,
        Asker = place.Asker,
        IsPersonal = place.IsPersonal,
        Text = answer.Text,
        Chips = answer.Chips,
        Suggestions = answer.Suggestions,
        Mended = answer.Mended,
        Total = answer.Total,
        Search = answer.Search,
    };
}
