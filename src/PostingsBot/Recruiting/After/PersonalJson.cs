using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using PostingsBot.BotSdk;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Saved;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Recruiting.After;

/// <summary>What is kept of a person, as JSON that people can read.</summary>
internal sealed class PersonalJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject data = [];

    public void Person(PersonAsking who) => data["person"] = new JsonObject
    {
        ["channel"] = who.Activity.ChannelId,
        ["user"] = who.Proven?.User ?? who.Me?.User,
        ["name"] = who.Activity.From?.Name,
    };

    public void Name(string? name)
    {
        if (name is not null)
            data["shownAs"] = name;
    }

    public void Alerts(IReadOnlyList<StoredSubscription> alerts) => data["alerts"] = List(alerts, alert => JsonNode.Parse(SubscriptionJson.Write(alert.Subscription)));

    public void Saved(IReadOnlyList<SavedRole> roles) => data["savedRoles"] = List(roles, role => new JsonObject { ["role"] = role.Role, ["name"] = role.Name });

    public void Reached(Destination place, ConversationReference reference)
    {
        if (data["reachedAt"] is not JsonArray all)
            data["reachedAt"] = all = [];
        all.Add((JsonNode)new JsonObject { ["channel"] = place.Channel, ["conversation"] = place.Conversation, ["reference"] = JsonNode.Parse(ActivityValues.Write(reference)) });
    }

    public void Owner(OwnerPlace? place, ToldRecord told)
    {
        if (place is not null)
            data["toldAt"] = JsonSerializer.SerializeToNode(place, WebJson.Default.OwnerPlace);
        if (told.Told.Count > 0)
            data["told"] = new JsonObject(told.Told.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
    }

    public void Recruiting(PersonalData kept)
    {
        if (kept.Grant is { } grant)
        {
            data["granted"] = new JsonObject
            {
                ["as"] = grant.Kind.ToString(),
                ["employers"] = List(grant.Employers, employer => JsonValue.Create(employer)),
                ["since"] = InstantPattern.ExtendedIso.Format(grant.Since),
            };
        }

        data["drafts"] = List(kept.Drafts, draft => new JsonObject { ["id"] = draft.Draft.Id, ["changed"] = InstantPattern.ExtendedIso.Format(draft.Changed), ["content"] = JsonNode.Parse(draft.Draft.Json) });
        data["posted"] = List(kept.Posted, posted => new JsonObject { ["file"] = posted.File, ["text"] = posted.Text });
        data["changes"] = List(kept.Entries, entry => new JsonObject
        {
            ["at"] = InstantPattern.ExtendedIso.Format(entry.At),
            ["from"] = entry.From,
            ["action"] = entry.Action.ToString(),
            ["role"] = entry.Role,
            ["title"] = entry.Title,
            ["employer"] = entry.Employer,
            ["fields"] = List(entry.Changes, change => new JsonObject { ["field"] = change.Field.ToString(), ["before"] = change.Before, ["after"] = change.After }),
        });
    }

    public void Conversation(IReadOnlyDictionary<string, string> memory)
    {
        var remembered = new JsonObject();
        foreach (var (name, json) in memory)
            remembered[name] = Parsed(json);
        if (remembered.Count > 0)
            data["conversation"] = remembered;
    }

    public string Write() => data.ToJsonString(Options);

    /// <summary>What cannot be read as JSON is shown as it is kept.</summary>
    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> make) => [.. items.Select(make)];
}
