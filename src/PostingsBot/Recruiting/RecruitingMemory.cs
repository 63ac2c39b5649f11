using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting;

/// <summary>What a conversation remembers of posting and changing roles between turns. What is long stands in drafts.</summary>
internal sealed record RecruitingMemory
{
    public const int CurrentVersion = 1;

    private const int MostPeople = 20;
    private const int MostChanges = 8;

    public static RecruitingMemory Empty { get; } = new();

    public int Version { get; set; } = CurrentVersion;

    /// <summary>What each person is at, latest last.</summary>
    public IReadOnlyList<Desk> Desks { get; set; } = [];

    /// <summary>Changes that wait for a yes, latest last.</summary>
    public IReadOnlyList<PendingChange> Changes { get; set; } = [];

    /// <summary>That everybody counts as a recruiter here was said.</summary>
    public bool ToldException { get; init; }

    public string Write() => JsonSerializer.Serialize(this, RecruitingMemoryJson.Default.RecruitingMemory);

    /// <summary>Null for text of another version or shape.</summary>
    public static RecruitingMemory? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RecruitingMemoryJson.Default.RecruitingMemory) is { Version: CurrentVersion, Desks: not null, Changes: not null } memory
                && memory.Desks.All(desk => desk?.By is not null) && memory.Changes.All(change => change is { By: not null, Items: not null }) ? memory : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public Desk Of(string person) => Desks.FirstOrDefault(desk => desk.By == person) ?? new Desk(person);

    public RecruitingMemory With(Desk desk) =>
        this with { Desks = [.. Desks.Where(one => one.By != desk.By).Concat(desk.IsClear ? [] : [desk]).TakeLast(MostPeople)] };

    public PendingChange? ChangeOf(string id) => Changes.FirstOrDefault(change => change.Id == id);

    public RecruitingMemory With(PendingChange change) => this with { Changes = [.. Without(change.Id).Changes.Append(change).TakeLast(MostChanges)] };

    public RecruitingMemory Without(string change) => this with { Changes = [.. Changes.Where(one => one.Id != change)] };
}

internal enum Waits
{
    Nothing,

    /// <summary>The text of a new posting.</summary>
    ForText,

    /// <summary>Another text for a draft or a role.</summary>
    ForOtherText,

    /// <summary>What is to become of a draft.</summary>
    ForDraft,

    /// <summary>A yes to a change.</summary>
    ForYes,

    /// <summary>A yes to somebody else's draft, as <see cref="Desk.Said"/> prints it.</summary>
    ForApproval,

    /// <summary>Which role is meant.</summary>
    ForRole,
}

/// <summary>What one person is at in a conversation.</summary>
/// <param name="By">The person's id in the channel.</param>
internal sealed record Desk(string By)
{
    public Waits Waits { get; init; }

    /// <summary>The draft, the role or the change that is waited for.</summary>
    public string? Id { get; init; }

    /// <summary>What the person wants done with the role that is asked for, as said.</summary>
    public string? Said { get; init; }

    /// <summary>It was interrupted, and the person reminded.</summary>
    public bool IsReminded { get; init; }

    [JsonIgnore]
    public bool IsClear => Waits is Waits.Nothing;
}

/// <summary>A change that was shown and waits for a yes.</summary>
/// <param name="Id">What its buttons carry.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Action">What the audit will call it.</param>
/// <param name="Items">What becomes of each role, as it was when it was shown.</param>
internal sealed record PendingChange(string Id, string By, AuditAction Action, IReadOnlyList<PendingItem> Items);

/// <param name="Role">Its id.</param>
/// <param name="Version">The version that was shown.</param>
internal sealed record PendingItem(string Role, long Version)
{
    /// <summary>What changes; null when its text does or it is withdrawn.</summary>
    [JsonIgnore]
    public PostingEdit? Edit { get; init; }

    /// <summary>The same as <see cref="OverlayJson"/> writes it.</summary>
    [JsonPropertyName("edit")]
    public string? WrittenEdit
    {
        get => Edit is null ? null : OverlayJson.Write(Edit);
        init => Edit = value is null ? null : OverlayJson.ReadEdit(value);
    }

    /// <summary>The draft that holds the new text; null for none.</summary>
    public string? Text { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecruitingMemory))]
internal sealed partial class RecruitingMemoryJson : JsonSerializerContext;
