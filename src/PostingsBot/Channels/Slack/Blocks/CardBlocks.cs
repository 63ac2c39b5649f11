using System.Text.Json.Nodes;
using PostingsBot.Cards;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Where blocks are shown: a modal takes no tables.</summary>
internal enum CardSurface
{
    Message,
    View,
}

/// <summary>
/// Translates expanded Adaptive Cards into blocks, in the order of their elements. Texts that belong together share a section; what is said aside becomes a
/// context. What is hidden behind a toggle or a show-card is carried by its button, or stands open when it is too long for that.
/// </summary>
internal sealed class CardBlocks
{
    private readonly List<JsonObject> blocks = [];
    private readonly CardRun run;
    private readonly CardFacts facts;
    private readonly CardButtons buttons;
    private readonly CardSurface surface;
    private readonly List<JsonObject> hidden = [];
    private bool hasTable;

    public CardBlocks(CardSurface surface)
    {
        this.surface = surface;
        run = new CardRun(blocks);
        facts = new CardFacts(blocks);
        buttons = new CardButtons(surface);
    }

    public bool HasInputs { get; private set; }

    /// <summary>The button that submits a view with inputs.</summary>
    public CardSubmit? Submits => buttons.Submits;

    /// <summary>All that was added so far.</summary>
    public IReadOnlyList<JsonObject> Blocks
    {
        get
        {
            Flush();
            return blocks;
        }
    }

    /// <param name="card">A card, or a part of one with <c>body</c> and <c>actions</c>.</param>
    public void Add(JsonObject card)
    {
        HasInputs |= Below(card).Any(part => Text(part, "type").StartsWith("Input.", StringComparison.Ordinal));
        buttons.HasSubmit = HasInputs && surface is CardSurface.View;
        hidden.AddRange(Below(card).Where(IsHidden));
        Items(Parts(card, "body"), isCard: true);
        Actions(Parts(card, "actions"));
    }

    public void AddText(string words)
    {
        Flush();
        blocks.AddRange(Block.Sections(words.Split('\n').Select(line => new SlackLine(CardText.Plain(line))).Where(line => line.Text.Length > 0)));
    }

    /// <summary>Buttons that each say something.</summary>
    public void AddButtons(IEnumerable<JsonObject> actions) => Actions(actions);

    private void Items(IEnumerable<JsonObject> items, bool isCard = false)
    {
        JsonObject? before = null;
        foreach (var item in items.Where(item => !IsHidden(item)))
        {
            if (Flag(item, "separator") is true && before is not null && !IsHeading(before) && !IsRepeated(before, item))
                Divide();
            Item(item, isHeading: isCard && IsHeading(item));
            before = item;
        }
    }

    private void Item(JsonObject item, bool isHeading)
    {
        if (facts.Take(item))
        {
            run.Flush();
            return;
        }

        facts.Flush();
        switch (Text(item, "type"))
        {
            case "TextBlock" when isHeading && !Text(item, "size").Equals("default", StringComparison.OrdinalIgnoreCase) && SlackText.Length(Words(item, "text")) is > 0 and <= CardRun.LongestHeading:
                run.Flush();
                blocks.Add(Block.Header(Words(item, "text")));
                break;
            case "TextBlock" or "RichTextBlock":
                run.Add(item);
                break;
            case "Container" or "Column" or "TableCell":
                Container(item);
                break;
            case "ColumnSet":
                Columns(item);
                break;
            case "ImageSet":
                Items(Parts(item, "images").Select(image => { image["type"] = "Image"; return image; }));
                break;
            case "Image":
                Image(item);
                break;
            case "Table":
                run.Flush();
                blocks.AddRange(CardTable.Of(item, surface is CardSurface.Message && !hasTable));
                hasTable = true;
                Actions(Below(item["rows"]).Where(part => Text(part, "type") is "ActionSet").SelectMany(set => Parts(set, "actions")));
                break;
            case "ActionSet":
                Actions(Parts(item, "actions"));
                break;
            default:
                Other(item);
                break;
        }

        Actions(Selected(item));
    }

    /// <summary>A container with one button has it beside its first section.</summary>
    private void Container(JsonObject container)
    {
        var items = Parts(container, "items").ToList();
        var sets = items.FindAll(item => Text(item, "type") is "ActionSet" && !IsHidden(item));
        run.Flush();
        if (sets is [var set] && Parts(set, "actions").ToList() is [var action] && items.Find(item => WordsOf(item) is not null && !IsAside(item)) is { } named && buttons.Beside(action, WordsOf(named)!) is { } button)
        {
            run.Accessory = button;
            items.Remove(set);
        }

        run.IsQuote = Text(container, "style") is "emphasis";
        Items(items);
        Flush();
        run.IsQuote = false;
        if (run.Accessory is { } left)
            blocks.AddRange(Block.Actions([left]));
        run.Accessory = null;
    }

    private void Columns(JsonObject set)
    {
        var columns = Parts(set, "columns").Where(column => !IsHidden(column)).ToList();
        run.Flush();
        if (columns.Find(column => Parts(column, "items").ToList() is [var only] && Text(only, "type") is "Image" && SlackLink.OfImage(Text(only, "url")) is not null) is { } pictured && columns.Count > 1)
        {
            var image = Parts(pictured, "items").Single();
            columns.Remove(pictured);
            run.Accessory = Block.Image(SlackLink.OfImage(Text(image, "url"))!, AltText(image));
        }

        foreach (var column in columns)
        {
            Items(Parts(column, "items"));
            Actions(Selected(column));
        }

        Flush();
        if (run.Accessory is { } left)
            blocks.Add(left);
        run.Accessory = null;
    }

    private void Image(JsonObject image)
    {
        run.Flush();
        if (SlackLink.OfImage(Text(image, "url")) is { } url)
            blocks.Add(Block.Image(url, AltText(image)));
        else
            blocks.AddRange(Block.Contexts([AltText(image)]));
    }

    private void Other(JsonObject item)
    {
        Flush();
        if (CardInputs.Of(item) is { } input)
            blocks.Add(input);
        else if (item["fallback"] is JsonObject fallback)
            Item(fallback, isHeading: false);
        else
            blocks.AddRange(Block.Contexts([BlockWording.NotShown(Text(item, "type"))]));
    }

    private void Actions(IEnumerable<JsonObject> actions)
    {
        var drawn = buttons.Of(actions, hidden);
        if (drawn.IsEmpty)
            return;
        Flush();
        blocks.AddRange(Block.Contexts(drawn.Said));
        blocks.AddRange(drawn.Links);
        blocks.AddRange(Block.Actions(drawn.Buttons));
        foreach (var open in drawn.Open)
        {
            Items(Parts(open, "body"));
            Actions(Parts(open, "actions"));
        }
    }

    private void Divide()
    {
        Flush();
        if (blocks is [.., var last] && Text(last, "type") is not "divider")
            blocks.Add(Block.Divider());
    }

    private void Flush()
    {
        facts.Flush();
        run.Flush();
    }

    /// <summary>What happens when an element itself is pressed, or the button inside an input.</summary>
    private static IEnumerable<JsonObject> Selected(JsonObject item) =>
        new[] { item["selectAction"], item["inlineAction"] }.Concat(Parts(item, "inlines").Select(run => run["selectAction"])).OfType<JsonObject>();

    private static string AltText(JsonObject image) => Text(image, "altText") is { Length: > 0 } words ? words : BlockWording.Picture;

    /// <summary>Whether a separated element goes on like the one before it: a list of roles needs no line between each two.</summary>
    private static bool IsRepeated(JsonObject before, JsonObject item) => Flag(before, "separator") is true && Shape(before) == Shape(item);

    private static (string, string, bool) Shape(JsonObject item) =>
        Parts(item, "items").FirstOrDefault() is { } first ? (Text(item, "type"), Text(first, "type"), IsBold(first)) : (Text(item, "type"), "", IsBold(item));

    private static IEnumerable<JsonObject> Below(JsonNode? part) => part switch
    {
        JsonObject one => one.Where(field => field.Key is not ("data" or "card")).SelectMany(field => Below(field.Value)).Prepend(one),
        JsonArray list => list.SelectMany(Below),
        _ => [],
    };
}
