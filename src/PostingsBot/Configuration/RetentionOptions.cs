using System.Globalization;

namespace PostingsBot.Configuration;

/// <summary>The keys of the section "PostingsBot:Retention": for how many days what is kept of people is kept; 0 keeps it for ever. The audit is kept for ever.</summary>
internal sealed record RetentionOptions
{
    private const string Section = PostingsBotOptions.Section + ":Retention";
    private const int MostDays = 3650;

    /// <summary>What a conversation remembers, since its last word.</summary>
    public int ConversationDays { get; init; } = 30;

    /// <summary>Drafts that nobody changed since, but for scheduled ones.</summary>
    public int DraftDays { get; init; } = 90;

    /// <summary>That somebody asked for what a role does not state, and its owner was not told yet.</summary>
    public int UnansweredDays { get; init; } = 90;

    /// <exception cref="ConfigurationErrorException">A key is unknown or wrong; the message names it.</exception>
    public static RetentionOptions Read(IConfigurationSection section)
    {
        var known = typeof(RetentionOptions).GetProperties().Select(property => property.Name).ToList();
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ConfigurationErrorException($"Unknown key {Section}:{unknown.Key}. Known keys: {string.Join(", ", known)}.");
        var defaults = new RetentionOptions();
        return new RetentionOptions
        {
            ConversationDays = Days(section, nameof(ConversationDays), defaults.ConversationDays),
            DraftDays = Days(section, nameof(DraftDays), defaults.DraftDays),
            UnansweredDays = Days(section, nameof(UnansweredDays), defaults.UnansweredDays),
        };
    }

    private static int Days(IConfigurationSection section, string key, int otherwise) => section[key] switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays => days,
        var text => throw new ConfigurationErrorException(string.Create(CultureInfo.InvariantCulture, $"{Section}:{key} is \"{text}\". Give whole days from 0 (for ever) to {MostDays}.")),
    };
}
