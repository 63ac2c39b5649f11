namespace PostingsBot.Configuration;

/// <summary>The keys of the section "PostingsBot:Slack". Without any of them Slack is off. Secrets are the signing secret, both tokens and the client secret.</summary>
internal sealed record SlackOptions
{
    public const string Section = PostingsBotOptions.Section + ":Slack";

    public static readonly Uri DefaultApiAddress = new("https://slack.com/api/");

    private const int LongestName = 35;

    /// <summary>What people see and mention; at most 35 characters. Only the manifest needs it.</summary>
    public string Name { get; init; } = "PostingsBot";

    /// <summary>Slack signs with it what it posts to <c>/slack/events</c> and the other addresses; null with Socket Mode.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>"xoxb-…": the token of the only workspace. Null when workspaces install the app themselves.</summary>
    public string? BotToken { get; init; }

    /// <summary>"xapp-…": with it the bot calls Slack (Socket Mode), and needs no public address.</summary>
    public string? AppToken { get; init; }

    /// <summary>For installing into several workspaces, with <see cref="ClientSecret"/>.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>The keys that encrypt the tokens of workspaces; null for a folder in the data folder. Bots on one database share it.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Ends with a slash. Another one than Slack's is for tests.</summary>
    public Uri ApiAddress { get; init; } = DefaultApiAddress;

    public bool IsOn => (SigningSecret ?? BotToken ?? AppToken ?? ClientId ?? ClientSecret) is not null;

    /// <summary>Whether workspaces install the app themselves.</summary>
    public bool Installs => ClientId is not null;

    /// <summary>Whether an address that came with a message is one of Slack's hosts; with an API on this machine, as in tests, it is on this machine too.</summary>
    /// <param name="address">Absolute.</param>
    /// <param name="host">The first label, such as "hooks".</param>
    public bool IsSlacks(Uri address, string host) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0 }
        && ((address is { Scheme: "https", IsDefaultPort: true } && (address.IdnHost == $"{host}.slack.com" || address.IdnHost == $"{host}.slack-gov.com"))
            || (ApiAddress.IsLoopback && address.IsLoopback && address.Scheme is "http" or "https"));

    /// <exception cref="ConfigurationErrorException">A key is unknown, wrong, or lacks another that it needs. The message holds no secret.</exception>
    public static SlackOptions Read(IConfiguration configuration)
    {
        string[] known = [nameof(Name), nameof(SigningSecret), nameof(BotToken), nameof(AppToken), nameof(ClientId), nameof(ClientSecret), nameof(KeyFolder), nameof(ApiAddress)];
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ConfigurationErrorException($"Unknown key {Section}:{unknown.Key}. Known keys: {string.Join(", ", known)}.");
        var options = new SlackOptions
        {
            Name = Set(section[nameof(Name)]) ?? new SlackOptions().Name,
            SigningSecret = Set(section[nameof(SigningSecret)]),
            BotToken = Set(section[nameof(BotToken)]),
            AppToken = Set(section[nameof(AppToken)]),
            ClientId = Set(section[nameof(ClientId)]),
            ClientSecret = Set(section[nameof(ClientSecret)]),
            KeyFolder = Set(section[nameof(KeyFolder)]),
            ApiAddress = Set(section[nameof(ApiAddress)]) is { } text ? Address(text) : DefaultApiAddress,
        };
        return options.Wrong() is { } wrong ? throw new ConfigurationErrorException($"{Section}:{wrong}") : options;
    }

    public override string ToString() => $"{nameof(SlackOptions)} {Name}";

    private static string? Set(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    // Tokens go there: without TLS only to this machine.
    private static Uri Address(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var uri) && uri is { UserInfo: "", Query: "", Fragment: "" }
        && ((uri.Scheme == Uri.UriSchemeHttps && uri.IdnHost is "slack.com" or "slack-gov.com") || (uri.Scheme is "http" or "https" && uri.IsLoopback))
            ? uri
            : throw new ConfigurationErrorException($"{Section}:{nameof(ApiAddress)} is \"{text}\". Leave it empty; tests may give an address of this machine.");

    private string? Wrong()
    {
        if (Name.Length > LongestName)
            return $"{nameof(Name)} has {Name.Length} characters; at most {LongestName} are allowed.";
        if (BotToken?.StartsWith("xoxb-", StringComparison.Ordinal) is false)
            return $"{nameof(BotToken)} is no bot token. Give the Bot User OAuth Token that begins with xoxb-.";
        if (AppToken?.StartsWith("xapp-", StringComparison.Ordinal) is false)
            return $"{nameof(AppToken)} is no app-level token. Give the token with the scope connections:write that begins with xapp-.";
        if (ClientId is null != ClientSecret is null)
            return $"{(ClientId is null ? nameof(ClientId) : nameof(ClientSecret))} is not set. Installing needs both the client id and the client secret of the app.";
        if (BotToken is not null && ClientId is not null)
            return $"{nameof(BotToken)} is set beside {nameof(ClientId)}. Give the token for a single workspace, or the client id and secret for several.";
        if (IsOn && BotToken is null && ClientId is null)
            return $"{nameof(BotToken)} is not set. Give the bot token of the workspace, or {nameof(ClientId)} and {nameof(ClientSecret)} for several workspaces.";
        return IsOn && SigningSecret is null && AppToken is null ? $"{nameof(SigningSecret)} is not set. Give the app's signing secret, or {nameof(AppToken)} for Socket Mode." : null;
    }
}
