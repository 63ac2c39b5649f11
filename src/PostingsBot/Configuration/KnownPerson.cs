using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Teams;
using PostingsBot.Recruiting;

namespace PostingsBot.Configuration;

/// <summary>Somebody whom the configuration names.</summary>
/// <param name="Channel">"msteams", "slack", "web" or "terminal".</param>
/// <param name="User">On Teams the ids of the tenant and of the person in its directory with a colon between them, on Slack those of the workspace and the person, on the chat page what the host site calls them.</param>
/// <param name="Name">What people call them: others are told whom to ask.</param>
internal sealed record KnownPerson(string Channel, string User, string Name)
{
    private const int LongestName = 80;
    private const int MostEmployers = 100;

    /// <summary>Whose roles they may post and change; empty for all.</summary>
    public IReadOnlyList<string> Employers { get; init; } = [];

    public static KnownPerson Read(IConfigurationSection entry, bool isScoped)
    {
        string[] keys = [nameof(Channel), nameof(User), nameof(Name)];
        RecruitingOptions.Known(entry, isScoped ? keys.Append(nameof(Employers)) : keys);
        var channel = Required(entry, nameof(Channel)).ToLowerInvariant();
        var user = Required(entry, nameof(User));
        if (!IsUser(channel, user))
            throw new ConfigurationErrorException($"{entry.Path} names \"{user}\" on \"{channel}\". Give msteams with \"tenant id:object id\", slack with \"workspace id:user id\", web with the id that the host site signs in, without \"dl_\", or terminal with \"user\"; the bot tells everybody their own when they say “who am I”.");
        var name = Required(entry, nameof(Name));
        if (name.Length > LongestName)
            throw new ConfigurationErrorException($"{entry.Path}:{nameof(Name)} has more than {LongestName} characters. Give a shorter one.");
        var employers = entry.GetSection(nameof(Employers));
        var named = employers.GetChildren().Select(one => one.Value).Append(employers.Value).OfType<string>().Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one.Trim()).ToList();
        return named.Count <= MostEmployers ? new KnownPerson(channel, user, name) { Employers = named } : throw new ConfigurationErrorException($"{employers.Path} names {named.Count} employers. Name at most {MostEmployers}; none means all.");
    }

    /// <summary>Whether ids of the channel look so.</summary>
    public static bool IsUser(string channel, string user) => (channel, user.Split(':')) switch
    {
        (TeamsScope.Channel, [var tenant, var person]) => Guid.TryParseExact(tenant, "D", out _) && Guid.TryParseExact(person, "D", out _),
        (SlackAdapter.ChannelId, [{ Length: > 0 }, { Length: > 0 }]) => true,
        (Identity.Web, _) => DirectLineUser.IsName(user),
        (Identity.Terminal, ["user"]) => true,
        _ => false,
    };

    private static string Required(IConfigurationSection entry, string key) => entry[key] is { } value && !string.IsNullOrWhiteSpace(value)
        ? value.Trim()
        : throw new ConfigurationErrorException($"{entry.Path}:{key} is missing. Name each person with Channel, User and Name.");
}
