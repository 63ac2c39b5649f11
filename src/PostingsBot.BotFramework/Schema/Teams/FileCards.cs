namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>Asks a person in a personal chat whether the bot may put a file into their OneDrive.</summary>
public class FileConsentCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    public string? Description { get; set; }
    public long? SizeInBytes { get; set; }
    public object? AcceptContext { get; set; }
    public object? DeclineContext { get; set; }
}

/// <summary>Value of the invoke "fileConsent/invoke"; <see cref="Action"/> is accept or decline.</summary>
public class FileConsentCardResponse
{
    public string? Action { get; set; }

    /// <summary>What the consent card held for this answer. It comes from a client: check it.</summary>
    public object? Context { get; set; }
    public FileUploadInfo? UploadInfo { get; set; }
}

/// <summary>Where the bytes of an accepted file go (<see cref="UploadUrl"/>) and where they are then found.</summary>
public class FileUploadInfo
{
    public string? Name { get; set; }
    public string? UploadUrl { get; set; }
    public string? ContentUrl { get; set; }
    public string? UniqueId { get; set; }
    public string? FileType { get; set; }
}

/// <summary>Shows a file that was uploaded.</summary>
public class FileInfoCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    public string? UniqueId { get; set; }
    public string? FileType { get; set; }
}

/// <summary>A file that a person sent; <see cref="DownloadUrl"/> needs no token and is short-lived.</summary>
public class FileDownloadInfo
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    public string? DownloadUrl { get; set; }
    public string? UniqueId { get; set; }
    public string? FileType { get; set; }
}
