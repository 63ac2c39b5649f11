namespace PostingsBot.Storage.Recruiting;

/// <summary>Who does something: a person of a channel, or the bot itself. Two with the same channel and user are the same, whatever their names.</summary>
/// <param name="Channel">The channel's id ("msteams", "slack"); "system" for the bot itself; empty for somebody who was forgotten.</param>
/// <param name="User">The person's id in it, with the tenant or workspace where ids are not unique without.</param>
/// <param name="Name">As people read it.</param>
public sealed record Actor(string Channel, string User, string Name)
{
    public const string Itself = "system";

    /// <summary>Files that are read.</summary>
    public static Actor Import { get; } = new(Itself, "import", "import");

    /// <summary>Closing dates that pass.</summary>
    public static Actor Expiry { get; } = new(Itself, "expiry", "the closing date");

    /// <summary>What a person asked the bot to do with all that it keeps of them.</summary>
    public static Actor Privacy { get; } = new(Itself, "privacy", "a request to be forgotten");

    /// <summary>Stands in the audit for people who were forgotten.</summary>
    public static Actor Somebody { get; } = new("", "", "somebody");

    public bool IsSame(Actor other) => Channel == other.Channel && User == other.User;
}
