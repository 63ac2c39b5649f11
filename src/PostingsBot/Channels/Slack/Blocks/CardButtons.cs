using System.Globalization;
using System.Text.Json.Nodes;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>The button that submits a view.</summary>
internal readonly record struct CardSubmit(string Title, JsonObject Data);

/// <summary>Actions as drawn.</summary>
/// <param name="Buttons">Those that became buttons.</param>
/// <param name="Said">Words above them: titles too long for a button, addresses that Slack does not open.</param>
/// <param name="Links">Sections with a link.</param>
/// <param name="Open">Parts of the card that stand open because they are too long for a button.</param>
internal sealed record CardActions(List<JsonObject> Buttons, List<string> Said, List<JsonObject> Links, List<JsonObject> Open)
{
    public bool IsEmpty => Buttons.Count + Said.Count + Links.Count + Open.Count == 0;
}

/// <summary>Actions of Adaptive Cards as buttons that carry all they need.</summary>
internal sealed class CardButtons(CardSurface surface)
{
    private const int LongestShortTitle = 20;
    private const int ComparedStart = 12;

    private static readonly string[] Kinds = ["Action.Submit", "Action.Execute", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility"];

    private int count;

    /// <summary>Whether the first button that sends data is to submit the view instead of being drawn.</summary>
    public bool HasSubmit { get; set; }

    public CardSubmit? Submits { get; private set; }

    /// <param name="actions">Of one set.</param>
    /// <param name="hidden">The card's hidden elements, which toggles show.</param>
    public CardActions Of(IEnumerable<JsonObject> actions, IReadOnlyList<JsonObject> hidden)
    {
        var drawn = new CardActions([], [], [], []);
        foreach (var action in actions.Select(Known))
        {
            var title = Title(action);
            switch (Text(action, "type"))
            {
                case "Action.Submit" or "Action.Execute" when HasSubmit && Submits is null && surface is CardSurface.View:
                    Submits = new CardSubmit(title, DataOf(action));
                    break;
                case "Action.ShowCard" when action["card"] is JsonObject card:
                    Showing(drawn, action, title, card["body"] as JsonArray ?? [], card["actions"] as JsonArray);
                    break;
                case "Action.ToggleVisibility":
                    var targets = Targets(action);
                    if (hidden.Where(one => targets.Contains(Text(one, "id"))).Select(Visible).ToArray() is { Length: > 0 } shown)
                        Showing(drawn, action, title, new JsonArray(shown), null);
                    break;
                case "Action.OpenUrl" when SlackLink.OfButton(Text(action, "url")) is null:
                    if (SlackLink.ToMail(title, Text(action, "url")) is { } link)
                        drawn.Links.Add(link);
                    else
                        drawn.Said.Add($"{title}: {Text(action, "url")}");
                    break;
                case "Action.Submit" or "Action.Execute" or "Action.OpenUrl":
                    if (Simple(action, title) is { } button)
                        Add(drawn, button, title);
                    else
                        drawn.Said.Add($"{title} ({BlockWording.TooLongForButton})");
                    break;
                default:
                    drawn.Said.Add(BlockWording.NotShown(title));
                    break;
            }
        }

        return drawn;
    }

    /// <summary>A button beside the words that it names, with its first words only: a screen reader hears all. Null when it cannot stand there.</summary>
    public JsonObject? Beside(JsonObject action, string words)
    {
        var title = Title(action);
        if (Text(action, "type") is not ("Action.Submit" or "Action.Execute" or "Action.OpenUrl") || SlackText.Length(title) > BlockKitLimits.ButtonLabel)
            return null;
        var at = title.IndexOf(": ", StringComparison.Ordinal);
        var isNamed = at is > 0 and <= LongestShortTitle && Start(title[(at + 2)..]) == Start(words);
        if (Simple(action, title) is not { } button)
            return null;
        if (isNamed)
        {
            button["text"] = SlackText.Plain(title[..at]);
            button["accessibility_label"] = title;
        }

        return button;
    }

    private JsonObject? Simple(JsonObject action, string title)
    {
        var spoken = Text(action, "tooltip");
        if (Text(action, "type") is "Action.OpenUrl")
        {
            if (SlackLink.OfButton(Text(action, "url")) is not { } url)
                return null;
            var link = Block.Button(title, Id(BlockAction.Link), spoken);
            link["url"] = url;
            return Styled(link, action);
        }

        if (PackedJson.Pack(DataOf(action), BlockKitLimits.ButtonValue) is not { } value)
            return null;
        var button = Block.Button(title, Id(Text(action, "associatedInputs") is "none" ? BlockAction.DataAlone : BlockAction.Data), spoken);
        button["value"] = value;
        return Styled(button, action);
    }

    private void Showing(CardActions drawn, JsonObject action, string title, JsonArray body, JsonArray? actions)
    {
        if (CardView.Packed(title, body, actions) is not { } value)
        {
            drawn.Open.Add(new JsonObject { ["body"] = body.DeepClone(), ["actions"] = actions?.DeepClone() });
            return;
        }

        var button = Block.Button(title, Id(BlockAction.Show), Text(action, "tooltip"));
        button["value"] = value;
        Add(drawn, Styled(button, action), title);
    }

    private static void Add(CardActions drawn, JsonObject button, string title)
    {
        drawn.Buttons.Add(button);
        if (SlackText.Length(title) > BlockKitLimits.ButtonText)
            drawn.Said.Add(BlockWording.InFull(title));
    }

    private static JsonObject Styled(JsonObject button, JsonObject action)
    {
        if (Text(action, "style") is "positive" or "destructive")
            button["style"] = Text(action, "style") is "positive" ? "primary" : "danger";
        return button;
    }

    /// <summary>An action that Slack has nothing for, as its author wants it then.</summary>
    private static JsonObject Known(JsonObject action) =>
        Kinds.Contains(Text(action, "type")) || action["fallback"] is not JsonObject fallback ? action : Known(fallback);

    /// <summary>Both kinds of button send the verb inside their data.</summary>
    private static JsonObject DataOf(JsonObject action)
    {
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        if (Text(action, "verb") is { Length: > 0 } verb && !data.ContainsKey("verb"))
            data.Insert(0, "verb", verb);
        return data;
    }

    private static HashSet<string> Targets(JsonObject action) =>
        [.. (action["targetElements"] as JsonArray ?? []).Select(target => target is JsonObject one ? Text(one, "elementId") : target?.ToString() ?? "")];

    private static JsonObject Visible(JsonObject element)
    {
        var copy = (JsonObject)element.DeepClone();
        copy.Remove("isVisible");
        return copy;
    }

    private static string Title(JsonObject action) => Text(action, "title") is { Length: > 0 } title ? title : BlockWording.Continue;

    private static string Start(string words) => words[..Math.Min(words.Length, ComparedStart)].TrimEnd('…');

    private string Id(string kind) => kind + (++count).ToString(CultureInfo.InvariantCulture);
}
