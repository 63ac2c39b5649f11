using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;

namespace PostingsBot.Recruiting.Drafting;

internal enum DraftState
{
    /// <summary>Begun, and neither kept nor dropped yet.</summary>
    Open,

    /// <summary>Kept by a word of its owner.</summary>
    Saved,

    /// <summary>To be published at a set time.</summary>
    Scheduled,

    /// <summary>Another text for a role of the catalogue.</summary>
    OtherText,
}

/// <summary>A posting that is being prepared, as <see cref="Storage.Recruiting.Draft.Json"/>.</summary>
internal sealed record PostingDraft
{
    public const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    public DraftState State { get; init; }

    /// <summary>As it was pasted or attached.</summary>
    public required string Text { get; init; }

    /// <summary>What its document will be called.</summary>
    public required string File { get; init; }

    /// <summary>Which of the roles that the text holds, from 1; 0 while that is not chosen.</summary>
    public int Role { get; init; }

    /// <summary>What was corrected.</summary>
    [JsonIgnore]
    public RoleOverlay Edits { get; init; } = RoleOverlay.Empty;

    /// <summary>The same as <see cref="OverlayJson"/> writes it.</summary>
    [JsonPropertyName("edits")]
    public string? WrittenEdits
    {
        get => OverlayJson.Write(Edits);
        init => Edits = value is null ? RoleOverlay.Empty : OverlayJson.Read(value);
    }

    /// <summary>The draft of the whole text from which this role was picked.</summary>
    public string? Picked { get; init; }

    /// <summary>The roles of the text that are done with.</summary>
    public IReadOnlyList<int> Done { get; set; } = [];

    /// <summary>Channel and conversation where it was begun.</summary>
    public string From { get; set; } = "";

    /// <summary>A copy of another role: it is published under a text that states what was corrected, since a text that states the same would be the same role.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The yes of a second person; null while there is none.</summary>
    public Approval? Approved { get; init; }

    /// <summary>Why it was not published when its time came; null when it was not tried.</summary>
    public string? Failed { get; init; }

    public string Write() => JsonSerializer.Serialize(this, PostingDraftJson.Default.PostingDraft);

    /// <summary>Null for text of another version or shape.</summary>
    public static PostingDraft? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PostingDraftJson.Default.PostingDraft) is { Version: CurrentVersion, Text: not null, File: not null, Edits: not null } draft ? draft : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <param name="Print">Of what was approved.</param>
/// <param name="By">The name of whoever did.</param>
internal sealed record Approval(string Print, string By);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PostingDraft))]
internal sealed partial class PostingDraftJson : JsonSerializerContext;
