using System.Text.Json.Nodes;

namespace PostingsBot.Cards;

/// <summary>What every card needs after expansion: safe text and links, the channel's kind of buttons, no empty parts.</summary>
internal static class CardFinisher
{
    /// <summary>Teams shows six buttons of a set; the rest go into its overflow menu.</summary>
    private const int MostPrimaryActions = 6;

    public static JsonObject Finish(JsonObject card, CardDialect dialect)
    {
        Fields(card, dialect);
        return card;
    }

    /// <summary>False when the part must be left out.</summary>
    private static bool Keep(JsonNode? node, CardDialect dialect)
    {
        switch (node)
        {
            case JsonObject part:
                Fields(part, dialect);
                return (string?)part["type"] switch
                {
                    "Action.OpenUrl" => SafeLink.IsSafe((string?)part["url"]),
                    "ActionSet" => part["actions"] is JsonArray { Count: > 0 },
                    "FactSet" => part["facts"] is JsonArray { Count: > 0 },
                    "Container" => part["items"] is JsonArray { Count: > 0 },
                    _ => true,
                };
            case JsonArray list:
                List(list, dialect);
                return true;
            default:
                return node is not null;
        }
    }

    private static void List(JsonArray list, CardDialect dialect)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] is JsonValue value && value.TryGetValue(out string? text))
                list[i] = CardText.Plain(text);
            else if (!Keep(list[i], dialect))
                list.RemoveAt(i);
        }
    }

    private static void Fields(JsonObject part, CardDialect dialect)
    {
        var type = (string?)part["type"];
        foreach (var (name, value) in part.ToArray())
        {
            if (name is "data")
                continue;
            if (value is JsonValue scalar && scalar.TryGetValue(out string? text))
                part[name] = IsMarkdown(type, name) ? CardText.Markdown(text) : name is "url" or "$schema" ? text : CardText.Plain(text);
            else if (!Keep(value, dialect))
                part.Remove(name);
        }

        if (part["actions"] is JsonArray actions)
            Overflow(actions);
        if (type is "Action.Execute")
            Button(part, dialect);
    }

    private static bool IsMarkdown(string? type, string field) =>
        (type, field) is ("TextBlock", "text") or (null, "title") or (null, "value");

    private static void Overflow(JsonArray actions)
    {
        for (var i = MostPrimaryActions; i < actions.Count; i++)
            actions[i]!["mode"] = "secondary";
    }

    /// <summary>Both kinds of button send the same data, with the verb inside it.</summary>
    private static void Button(JsonObject action, CardDialect dialect)
    {
        var verb = (string?)action["verb"];
        var data = action["data"] as JsonObject ?? [];
        data.Insert(0, "verb", verb);
        action["data"] = data.Parent is null ? data : data.DeepClone();
        if (dialect is CardDialect.Submit)
        {
            action["type"] = "Action.Submit";
            action.Remove("verb");
            return;
        }

        action["fallback"] = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = action["title"]?.DeepClone(),
            ["data"] = data.DeepClone(),
        };
    }
}
