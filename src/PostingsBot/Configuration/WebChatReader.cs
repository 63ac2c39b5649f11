namespace PostingsBot.Configuration;

/// <summary>Reads <c>WebChat</c>.</summary>
internal static class WebChatReader
{
    private const int MostOrigins = 20;
    private const int ShortestSecret = 32;
    private const int LongestSecret = 500;

    public static WebChatOptions Read(IConfigurationSection section)
    {
        var known = typeof(WebChatOptions).GetProperties().Select(p => p.Name).ToList();
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } stranger)
            throw new ConfigurationErrorException($"Unknown key {stranger.Path}. Known keys: {string.Join(", ", known)}.");

        var origins = section.GetSection(nameof(WebChatOptions.Origins));
        var texts = origins.GetChildren().Select(one => one.Value).Append(origins.Value).Where(one => !string.IsNullOrWhiteSpace(one)).ToList();
        if (texts.Count > MostOrigins)
            throw new ConfigurationErrorException($"{origins.Path} names {texts.Count} addresses. Name at most {MostOrigins}.");
        var keyFile = section[nameof(WebChatOptions.KeyFile)];
        return new WebChatOptions
        {
            Enabled = OptionsReader.Flag(section, nameof(WebChatOptions.Enabled), new WebChatOptions().Enabled),
            Origins = [.. texts.Select(text => Origin(text!, origins.Path))],
            KeyFile = string.IsNullOrWhiteSpace(keyFile) ? null : InFolderThatExists(keyFile, section),
            Secret = Secret(section),
        };
    }

    /// <summary>Without TLS anybody on the way could read the tokens: only this machine is reached without.</summary>
    private static Uri Origin(string text, string key) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" } && uri.Host.Length > 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new ConfigurationErrorException($"{key} names \"{text}\". Give https addresses without a path, such as https://jobs.example.com.");

    /// <summary>It stands in a header, and is guessed at by anybody who reaches the page.</summary>
    private static string? Secret(IConfigurationSection section) => section[nameof(WebChatOptions.Secret)] switch
    {
        null or "" => null,
        { Length: >= ShortestSecret and <= LongestSecret } secret when secret.All(c => c is > ' ' and < (char)127) => secret,
        _ => throw new ConfigurationErrorException($"{section.Path}:{nameof(WebChatOptions.Secret)} must be {ShortestSecret} to {LongestSecret} characters of ASCII without spaces, made at random: openssl rand -base64 32."),
    };

    private static string InFolderThatExists(string file, IConfigurationSection section) =>
        Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) && !Directory.Exists(file)
            ? file
            : throw new ConfigurationErrorException($"{section.Path}:{nameof(WebChatOptions.KeyFile)} is \"{file}\". Give a file in a folder that exists; it is made at the first start.");
}
