using PostingsBot.Core.Answers;

namespace PostingsBot.Configuration;

/// <summary>The settings for commands that run without the web host: the program's appsettings.json, then the environment.</summary>
internal static class HostConfiguration
{
    public static PostingsBotOptions Read() => OptionsReader.Read(Build());

    /// <summary>The one setting that commands need which do not open the catalogue.</summary>
    public static int MaxDocumentBytes() => OptionsReader.Megabyte * OptionsReader.MaxDocumentMegabytes(Build().GetSection(PostingsBotOptions.Section));

    public static CurrencyRates Rates() => RatesReader.Read(Build().GetSection(PostingsBotOptions.Section).GetSection(nameof(PostingsBotOptions.Rates)));

    /// <summary>What the Teams package is made from.</summary>
    public static (TeamsAppOptions Options, Uri? PublicAddress) TeamsApp()
    {
        var configuration = Build();
        return (TeamsAppOptions.Read(configuration), OptionsReader.PublicAddress(configuration.GetSection(PostingsBotOptions.Section)));
    }

    /// <summary>What Slack's manifest is made from.</summary>
    /// <param name="address">Instead of the configured one.</param>
    public static (SlackOptions Options, Uri? PublicAddress) SlackApp(string? address)
    {
        var configuration = Build();
        var section = configuration.GetSection(PostingsBotOptions.Section);
        if (address is not null)
            section[nameof(PostingsBotOptions.PublicAddress)] = address;
        return (SlackOptions.Read(configuration), OptionsReader.PublicAddress(section));
    }

    private static IConfigurationRoot Build() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
