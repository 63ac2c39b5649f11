namespace PostingsBot.Configuration;

/// <summary>The keys of the section "PostingsBot:Teams": what `teams-package` writes into the app's manifest. The bot itself needs none of them.</summary>
internal sealed record TeamsAppOptions
{
    public const string Section = PostingsBotOptions.Section + ":Teams";

    /// <summary>What people see and mention; at most 30 characters.</summary>
    public string Name { get; init; } = "PostingsBot";

    /// <summary>Who runs the bot; at most 32 characters. Null when not set.</summary>
    public string? Developer { get; init; }

    /// <summary>The https address of the privacy statement; the public address when null.</summary>
    public string? Privacy { get; init; }

    /// <summary>The https address of the terms of use; the public address when null.</summary>
    public string? Terms { get; init; }

    /// <summary>The app's own id, a GUID; the bot's id when null.</summary>
    public string? AppId { get; init; }

    /// <summary>The root key MicrosoftAppId; null when the bot has none.</summary>
    public string? BotId { get; init; }

    /// <exception cref="ConfigurationErrorException">The section has an unknown key.</exception>
    public static TeamsAppOptions Read(IConfiguration configuration)
    {
        string[] known = [nameof(Name), nameof(Developer), nameof(Privacy), nameof(Terms), nameof(AppId)];
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ConfigurationErrorException($"Unknown key {Section}:{unknown.Key}. Known keys: {string.Join(", ", known)}.");
        return new TeamsAppOptions
        {
            Name = Set(section[nameof(Name)]) ?? new TeamsAppOptions().Name,
            Developer = Set(section[nameof(Developer)]),
            Privacy = Set(section[nameof(Privacy)]),
            Terms = Set(section[nameof(Terms)]),
            AppId = Set(section[nameof(AppId)]),
            BotId = Set(configuration["MicrosoftAppId"]),
        };
    }

    private static string? Set(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
