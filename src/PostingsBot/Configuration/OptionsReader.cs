using System.Globalization;

namespace PostingsBot.Configuration;

/// <summary>Reads and checks our section. An unknown key is an error: a misspelt setting must not be ignored in silence.</summary>
internal static class OptionsReader
{
    public const int Megabyte = 1024 * 1024;

    private const int MostHours = 24 * 365;

    private const int MostAlertsEver = 10_000;

    /// <summary>More would not fit one array of bytes.</summary>
    public const int MostMegabytes = 2000;

    public static PostingsBotOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(PostingsBotOptions.Section);
        var known = typeof(PostingsBotOptions).GetProperties().Select(p => p.Name).ToList();
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new ConfigurationErrorException($"Unknown key {PostingsBotOptions.Section}:{child.Key}. Known keys: {string.Join(", ", known)}.");
        }

        var defaults = new PostingsBotOptions();
        var catalogue = section.GetSection(nameof(PostingsBotOptions.Catalogue));
        var paths = catalogue.GetChildren().Select(c => c.Value).OfType<string>().ToList();
        if (catalogue.Value is { Length: > 0 } single)
            paths = [single];
        var options = new PostingsBotOptions
        {
            Catalogue = [.. (paths.Count > 0 ? paths : defaults.Catalogue).Select(ExistingPath)],
            DataFolder = section[nameof(PostingsBotOptions.DataFolder)] ?? defaults.DataFolder,
            Postgres = section[nameof(PostingsBotOptions.Postgres)] is { } postgres && !string.IsNullOrWhiteSpace(postgres) ? postgres : null,
            PublicAddress = PublicAddress(section),
            Teams = TeamsAppOptions.Read(configuration),
            Slack = SlackOptions.Read(configuration),
            Watch = Flag(section, nameof(PostingsBotOptions.Watch), defaults.Watch),
            MaxDocumentMegabytes = MaxDocumentMegabytes(section),
            ForgetAfterHours = ForgetAfterHours(section),
            MostAlerts = MostAlerts(section),
            Recruiting = RecruitingOptions.Read(section.GetSection(nameof(PostingsBotOptions.Recruiting))),
            Digests = Flag(section, nameof(PostingsBotOptions.Digests), defaults.Digests),
            Retention = RetentionOptions.Read(section.GetSection(nameof(PostingsBotOptions.Retention))),
            WebChat = WebChatReader.Read(section.GetSection(nameof(PostingsBotOptions.WebChat))),
            Rates = RatesReader.Read(section.GetSection(nameof(PostingsBotOptions.Rates))),
        };
        if (string.IsNullOrWhiteSpace(options.DataFolder))
            throw new ConfigurationErrorException($"{PostingsBotOptions.Section}:DataFolder is empty. Give the folder that shall hold the database.");
        return options;
    }

    /// <summary>Null when so many megabytes make no sense.</summary>
    public static int? BytesOf(int megabytes) => megabytes is >= 1 and <= MostMegabytes ? megabytes * Megabyte : null;

    public static int MaxDocumentMegabytes(IConfigurationSection section)
    {
        var text = section[nameof(PostingsBotOptions.MaxDocumentMegabytes)];
        if (text is null)
            return new PostingsBotOptions().MaxDocumentMegabytes;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && BytesOf(size) is not null
            ? size
            : throw new ConfigurationErrorException(string.Create(
                CultureInfo.InvariantCulture,
                $"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.MaxDocumentMegabytes)} is \"{text}\". Give whole megabytes from 1 to {MostMegabytes}."));
    }

    private static int ForgetAfterHours(IConfigurationSection section) => section[nameof(PostingsBotOptions.ForgetAfterHours)] switch
    {
        null => new PostingsBotOptions().ForgetAfterHours,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= MostHours => hours,
        var text => throw new ConfigurationErrorException($"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.ForgetAfterHours)} is \"{text}\". Give whole hours from 0 (never) to {MostHours}."),
    };

    private static int MostAlerts(IConfigurationSection section) => section[nameof(PostingsBotOptions.MostAlerts)] switch
    {
        null => new PostingsBotOptions().MostAlerts,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most <= MostAlertsEver => most,
        var text => throw new ConfigurationErrorException($"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.MostAlerts)} is \"{text}\". Give a whole number from 0 (nobody may have alerts) to {MostAlertsEver}."),
    };

    public static Uri? PublicAddress(IConfigurationSection section)
    {
        var text = section[nameof(PostingsBotOptions.PublicAddress)];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", PathAndQuery: "/", Fragment: "" } && uri.Host.Length > 0
            ? uri
            : throw new ConfigurationErrorException($"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.PublicAddress)} is \"{text}\". Give the https address of this bot's page without a path, such as https://jobs.example.com, or leave it empty.");
    }

    private static string ExistingPath(string path)
    {
        if (Path.Exists(path))
            return path;
        var beside = Path.Combine(AppContext.BaseDirectory, path);
        return Path.Exists(beside)
            ? beside
            : throw new ConfigurationErrorException($"{PostingsBotOptions.Section}:Catalogue names \"{path}\", which is not there. Give a file or folder that exists.");
    }

    public static bool Flag(IConfigurationSection section, string key, bool otherwise) => section[key] switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new ConfigurationErrorException(string.Create(CultureInfo.InvariantCulture, $"{section.Path}:{key} is \"{text}\". Use true or false.")),
    };
}
