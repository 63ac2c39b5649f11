using System.Globalization;
using System.Text.Json;
using PostingsBot.Core.Questions;

namespace PostingsBot.Cards;

/// <summary>What a button on a card asks for.</summary>
internal abstract record CardAction
{
    /// <summary>Characters of what a button says or drops.</summary>
    public const int LongestText = 500;

    /// <summary>Characters of the text that a role was read from.</summary>
    public const int LongestSource = 6_000;

    private const int LongestId = 64;

    /// <summary>Characters of an id or a print in a list.</summary>
    private const int LongestInList = 128;
    public const int MostIds = 6;

    /// <summary>Roles of a list.</summary>
    public const int MostListed = 10;

    /// <summary>Characters of what is filled into one input of a role's form.</summary>
    private const int LongestField = 3_000;

    /// <summary>The inputs of a role's form.</summary>
    private static readonly string[] Inputs = ["title", "employer", "location", "workplace", "eligible", "employment", "level", "pay", "closing", "apply", "skills", "nice", "about", "date", "hour", "zone"];

    private static readonly Dictionary<string, PostStep> PostSteps = new(StringComparer.Ordinal)
    {
        ["new"] = PostStep.New,
        ["pick"] = PostStep.Pick,
        ["show"] = PostStep.Show,
        ["form"] = PostStep.Form,
        ["fill"] = PostStep.Fill,
        ["publish"] = PostStep.Publish,
        ["keep"] = PostStep.Keep,
        ["schedule"] = PostStep.Schedule,
        ["schedule-at"] = PostStep.ScheduleAt,
        ["discard"] = PostStep.Discard,
        ["approve"] = PostStep.Approve,
        ["list"] = PostStep.List,
    };

    private static readonly Dictionary<string, RoleEditStep> RoleEditSteps = new(StringComparer.Ordinal)
    {
        ["form"] = RoleEditStep.Form,
        ["fill"] = RoleEditStep.Fill,
        ["confirm"] = RoleEditStep.Confirm,
        ["cancel"] = RoleEditStep.Cancel,
        ["undo"] = RoleEditStep.Undo,
        ["history"] = RoleEditStep.History,
        ["close"] = RoleEditStep.Close,
        ["reopen"] = RoleEditStep.Reopen,
        ["longer"] = RoleEditStep.Longer,
        ["leave"] = RoleEditStep.Leave,
        ["keep-mine"] = RoleEditStep.KeepMine,
        ["take-files"] = RoleEditStep.TakeFiles,
        ["list"] = RoleEditStep.List,
    };

    private static readonly Dictionary<string, AlertStep> AlertSteps = new(StringComparer.Ordinal)
    {
        ["confirm"] = AlertStep.Confirm,
        ["cancel"] = AlertStep.Cancel,
        ["show"] = AlertStep.Show,
        ["form"] = AlertStep.Form,
        ["save"] = AlertStep.Save,
        ["at-once"] = AlertStep.AtOnce,
        ["pause"] = AlertStep.Pause,
        ["resume"] = AlertStep.Resume,
        ["delete"] = AlertStep.Delete,
        ["delete-now"] = AlertStep.DeleteNow,
        ["why"] = AlertStep.Why,
        ["list"] = AlertStep.List,
        ["which"] = AlertStep.Which,
        ["take"] = AlertStep.Take,
    };

    private CardAction()
    {
    }

    /// <summary>As if the user had said it.</summary>
    public sealed record Ask(string Say) : CardAction;

    public sealed record Detail(string Id) : CardAction;

    /// <summary>Remove the constraint with this chip key.</summary>
    public sealed record Drop(string Key) : CardAction;

    public sealed record More : CardAction;

    public sealed record Similar(string Id) : CardAction;

    public sealed record Compare(ValueList<string> Ids) : CardAction;

    /// <summary>Draw the role's card as it is now. <paramref name="Seen"/> and <paramref name="Closed"/> are what the card knew of it.</summary>
    public sealed record Refresh(string Id, string? Seen, string? Closed) : CardAction
    {
        public const string Verb = "refresh";
    }

    /// <summary>Draw a list of roles as they are now.</summary>
    /// <param name="Ids">The roles.</param>
    /// <param name="Seen">What the card knew of each.</param>
    public sealed record RefreshList(ValueList<string> Ids, ValueList<string> Seen) : CardAction
    {
        public const string Verb = "refresh-list";
    }

    /// <summary>Offer the role as a file.</summary>
    public sealed record Save(string Id) : CardAction;

    /// <summary>Keep the role among the person's saved roles, or take it <paramref name="Off"/>.</summary>
    public sealed record Keep(string Id, bool Off) : CardAction;

    /// <summary>In the dialog "New posting from this message": put the card of the role with this number, from 1, into the message box.</summary>
    /// <param name="Number">Among the roles read.</param>
    /// <param name="Source">What they were read from; null when that was too long to travel with the button.</param>
    public sealed record Insert(int Number, string? Source) : CardAction;

    /// <summary>Send what is new to a search, by its key in the conversation.</summary>
    public sealed record Subscribe(string Search) : CardAction;

    /// <summary>Do something with a subscription.</summary>
    /// <param name="Step">What.</param>
    /// <param name="Id">Which, offered or kept; "" for all.</param>
    public sealed record Alert(AlertStep Step, string Id) : CardAction
    {
        /// <summary>English names of days, between commas.</summary>
        public string? Days { get; init; }

        public string? Hour { get; init; }

        public string? Zone { get; init; }

        /// <summary><see cref="OneLine"/> or <see cref="Nothing"/>; null where it was not asked.</summary>
        public string? Quiet { get; init; }

        /// <summary>Which, when several are meant.</summary>
        public ValueList<string> Ids { get; init; } = [];

        public const string OneLine = "line";

        public const string Nothing = "nothing";

        /// <summary>How many of the list were shown before.</summary>
        public int From { get; init; }
    }

    /// <summary>Do something with a posting that is being prepared.</summary>
    /// <param name="Step">What.</param>
    /// <param name="Id">The draft's; "" for none.</param>
    public sealed record Post(PostStep Step, string Id) : CardAction
    {
        /// <summary>What was filled in, by the input's name.</summary>
        public IReadOnlyDictionary<string, string> Filled { get; init; } = new Dictionary<string, string>();

        /// <summary>Which of several, from 1; 0 for none.</summary>
        public int Number { get; init; }

        /// <summary>The print of what was shown; null for none.</summary>
        public string? Seen { get; init; }

        /// <summary>The text to post; null when it does not travel with the button.</summary>
        public string? Source { get; init; }

        /// <summary>In place of a draft's id where a message is posted.</summary>
        public const string OfMessage = "message";
    }

    /// <summary>Do something with roles of the catalogue.</summary>
    /// <param name="Step">What.</param>
    /// <param name="Id">The role's, that of a change that waits, or the number of one that was made; "" for none.</param>
    public sealed record RoleEdit(RoleEditStep Step, string Id) : CardAction
    {
        /// <summary>What was filled in, by the input's name.</summary>
        public IReadOnlyDictionary<string, string> Filled { get; init; } = new Dictionary<string, string>();

        /// <summary>Of the role that was shown; null when none was.</summary>
        public long? Version { get; init; }

        /// <summary>The name of the field that it is about; null for none.</summary>
        public string? Field { get; init; }
    }

    /// <summary>How a button's data names the step.</summary>
    public static string NameOf(AlertStep step) => AlertSteps.First(one => one.Value == step).Key;

    /// <inheritdoc cref="NameOf(AlertStep)"/>
    public static string NameOf(PostStep step) => PostSteps.First(one => one.Value == step).Key;

    /// <inheritdoc cref="NameOf(AlertStep)"/>
    public static string NameOf(RoleEditStep step) => RoleEditSteps.First(one => one.Value == step).Key;

    /// <summary>
    /// Reads a message's value (Action.Submit) or an invoke's value (Action.Execute). Null when it is none of ours:
    /// an unknown verb, a field that is missing or too long. Other fields, such as a client's own, do not matter.
    /// </summary>
    public static CardAction? Parse(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return null;
        var data = value;
        string? verb = null;
        if (value.TryGetProperty("action", out var action) && action.ValueKind is JsonValueKind.Object)
        {
            verb = Text(action, "verb", LongestId);
            data = action.TryGetProperty("data", out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : action;
        }

        return (Text(data, "verb", LongestId) ?? verb) switch
        {
            "ask" => Text(data, "say", LongestText) is { } say ? new Ask(say) : null,
            "detail" => Text(data, "id", LongestId) is { } id ? new Detail(id) : null,
            "drop" => Text(data, "key", LongestText) is { } key ? new Drop(key) : null,
            "more" => new More(),
            "similar" => Text(data, "id", LongestId) is { } id ? new Similar(id) : null,
            Refresh.Verb => Text(data, "id", LongestId) is { } id ? new Refresh(id, Text(data, "seen", LongestText), Text(data, "closed", LongestId)) : null,
            RefreshList.Verb => TextsOf(data, "ids", MostListed) is { Count: > 0 } ids && TextsOf(data, "seen", MostListed) is { } seen && seen.Count == ids.Count ? new RefreshList(ids, seen) : null,
            "save" => Text(data, "id", LongestId) is { } id ? new Save(id) : null,
            "keep" => Text(data, "id", LongestId) is { } id ? new Keep(id, data.TryGetProperty("off", out var off) && off.ValueKind is JsonValueKind.True) : null,
            "insert" => data.TryGetProperty("number", out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt32(out var at) && at > 0 ? new Insert(at, Text(data, "source", LongestSource)) : null,
            "subscribe" => Text(data, "search", LongestId) is { } search ? new Subscribe(search) : null,
            "alert" => AlertOf(data),
            "post" => PostOf(data),
            "role-edit" => RoleEditOf(data),
            "compare" => IdsOf(data) is { Count: > 1 } ids ? new Compare(ids) : null,
            _ => null,
        };
    }

    private static Alert? AlertOf(JsonElement data)
    {
        if (Text(data, "do", LongestId) is not { } name || !AlertSteps.TryGetValue(name, out var step) || (Text(data, "id", LongestId) is null && step is not (AlertStep.List or AlertStep.Which)))
            return null;
        var ids = step is AlertStep.Which ? IdsOf(data) : null;
        if (step is AlertStep.Which && ids is not { Count: > 0 })
            return null;
        return new Alert(step, Text(data, "id", LongestId) ?? "")
        {
            Days = Text(data, "days", LongestText),
            Hour = Text(data, "hour", LongestId),
            Zone = Text(data, "zone", LongestId),
            Quiet = Text(data, "quiet", LongestId),
            Ids = ids ?? [],
            From = int.TryParse(Text(data, "from", LongestId), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0,
        };
    }

    private static Post? PostOf(JsonElement data) =>
        Text(data, "do", LongestId) is not { } name || !PostSteps.TryGetValue(name, out var step) || (Text(data, "id", LongestId) is null && step is not (PostStep.New or PostStep.List))
            ? null
            : new Post(step, Text(data, "id", LongestId) ?? "") { Filled = FilledIn(data), Seen = Text(data, "seen", LongestId), Source = Text(data, "source", LongestSource), Number = data.TryGetProperty("number", out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt32(out var at) && at > 0 ? at : 0 };

    private static RoleEdit? RoleEditOf(JsonElement data) =>
        Text(data, "do", LongestId) is not { } name || !RoleEditSteps.TryGetValue(name, out var step) || (Text(data, "id", LongestId) is null && step is not RoleEditStep.List)
            ? null
            : new RoleEdit(step, Text(data, "id", LongestId) ?? "") { Filled = FilledIn(data), Field = Text(data, "field", LongestId), Version = long.TryParse(Text(data, "version", LongestId), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null };

    /// <summary>What is emptied counts as filled in; what is too long is cut.</summary>
    private static Dictionary<string, string> FilledIn(JsonElement data)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Inputs)
        {
            if (data.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String && field.GetString() is { } text)
                filled.Add(name, text.Length > LongestField ? text[..LongestField] : text);
        }

        return filled;
    }

    private static string? Text(JsonElement data, string name, int longest) =>
        data.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String
        && field.GetString() is { Length: > 0 } text && text.Length <= longest
            ? text
            : null;

    private static ValueList<string>? IdsOf(JsonElement data) => TextsOf(data, "ids", MostIds) is { } ids ? new ValueList<string>(ids.Distinct()) : null;

    private static ValueList<string>? TextsOf(JsonElement data, string name, int most)
    {
        if (!data.TryGetProperty(name, out var list) || list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() > most)
            return null;
        var texts = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.String || item.GetString() is not { Length: > 0 and <= LongestInList } text)
                return null;
            texts.Add(text);
        }

        return new ValueList<string>(texts);
    }
}
