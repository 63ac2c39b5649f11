using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PostingsBot.Tests.Channels.Slack.Blocks;

namespace PostingsBot.Tests.Support.Slack;

/// <summary>Modals and Home tabs. A trigger opens one view, within three seconds.</summary>
internal sealed class SlackViews(TimeProvider time)
{
    private const int LargestView = 250 * 1024;

    private static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, DateTimeOffset> _triggers = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Views that were opened or pushed, by their id, as they look now.</summary>
    public Dictionary<string, JsonObject> Opened { get; } = new(StringComparer.Ordinal);

    /// <summary>Home tabs by user.</summary>
    public Dictionary<string, JsonObject> Homes { get; } = new(StringComparer.Ordinal);

    public string NewTrigger()
    {
        var trigger = string.Create(CultureInfo.InvariantCulture, $"{++_number}.trigger");
        _triggers[trigger] = time.GetUtcNow();
        return trigger;
    }

    public SlackReply Do(string method, IReadOnlyDictionary<string, string> fields)
    {
        if (!fields.TryGetValue("view", out var text) || JsonNode.Parse(text) is not JsonObject view)
            return SlackReply.Error("invalid_arguments");
        if (Encoding.UTF8.GetByteCount(text) > LargestView)
            return SlackReply.Error("view_too_large");
        if (Wrong(view) is { } wrong)
            return SlackReply.Error("invalid_arguments", ("detail", wrong));
        return method switch
        {
            "views.open" or "views.push" => Open(fields, view),
            "views.update" => Update(fields, view),
            "views.publish" => Publish(fields, view),
            _ => SlackReply.Error("unknown_method"),
        };
    }

    private static string? Wrong(JsonObject view)
    {
        if (view["blocks"] is not JsonArray)
            return "no blocks";
        if (view["type"]?.ToString() is not ("home" or "modal"))
            return "an unknown type";
        return view["type"]!.ToString() is "modal" && view["title"] is null ? "no title" : BlockLimits.OfView(view).FirstOrDefault();
    }

    private SlackReply Open(IReadOnlyDictionary<string, string> fields, JsonObject view)
    {
        if (!_triggers.TryGetValue(fields.GetValueOrDefault("trigger_id", ""), out var given))
            return SlackReply.Error("invalid_trigger_id");
        if (given == DateTimeOffset.MinValue)
            return SlackReply.Error("trigger_exchanged");
        if (time.GetUtcNow() - given > TriggerLife)
            return SlackReply.Error("trigger_expired");
        _triggers[fields["trigger_id"]] = DateTimeOffset.MinValue;
        var id = string.Create(CultureInfo.InvariantCulture, $"V{++_number:0000000}");
        return Keep(id, view);
    }

    private SlackReply Update(IReadOnlyDictionary<string, string> fields, JsonObject view)
    {
        var id = fields.GetValueOrDefault("view_id", "");
        if (!Opened.TryGetValue(id, out var before))
            return SlackReply.Error("not_found");
        return fields.TryGetValue("hash", out var hash) && hash != before["hash"]!.ToString() ? SlackReply.Error("hash_conflict") : Keep(id, view);
    }

    private SlackReply Publish(IReadOnlyDictionary<string, string> fields, JsonObject view)
    {
        if (view["type"]!.ToString() is not "home")
            return SlackReply.Error("invalid_arguments");
        Homes[fields.GetValueOrDefault("user_id", "")] = view;
        return SlackReply.Ok(new JsonObject { ["view"] = view.DeepClone() });
    }

    private SlackReply Keep(string id, JsonObject view)
    {
        view["id"] = id;
        view["hash"] = string.Create(CultureInfo.InvariantCulture, $"{++_number}.hash");
        Opened[id] = view;
        return SlackReply.Ok(new JsonObject { ["view"] = view.DeepClone() });
    }
}
