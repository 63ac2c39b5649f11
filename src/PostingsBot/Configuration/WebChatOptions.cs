namespace PostingsBot.Configuration;

/// <summary>The chat page at <c>/</c> and the Direct Line behind it.</summary>
internal sealed class WebChatOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Where people open the page from besides this machine. Empty: nowhere else.</summary>
    public IReadOnlyList<Uri> Origins { get; init; } = [];

    /// <summary>The secret that signs the page's tokens; null for a file in the data folder. Bots behind one address share it.</summary>
    public string? KeyFile { get; init; }

    /// <summary>What a host site that signs people in proves itself with; null for nobody signs in. Bots behind one address share it.</summary>
    public string? Secret { get; init; }
}
