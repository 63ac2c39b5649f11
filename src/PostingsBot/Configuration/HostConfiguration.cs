namespace PostingsBot.Configuration;

/// <summary>The settings for commands that run without the web host: the program's appsettings.json, then the environment.</summary>
internal static class HostConfiguration
{
    public static PostingsBotOptions Read() => OptionsReader.Read(new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build());
}
