namespace PostingsBot.Storage.Recruiting;

/// <summary>Who does something: a person of a channel, or the bot itself. Two with the same channel and user are the same, whatever their names.</summary>
/// <param name="Channel">The channel's id ("msteams", "slack"); "system" for the bot itself; empty for somebody who was forgotten.</param>
/// <param name="User">The person's id in it, with the tenant or workspace where ids are not unique without.</param>
/// <param name="Name">As people read it.</param>
public sealed record Actor(string Channel, string User, string Name)
{
    public const string Itself = "system";

    private const int LongestName = 200;

    /// <summary>Files that are read.</summary>
    public static Actor Import { get; } = new(Itself, "import", "import");

    /// <summary>Closing dates that pass.</summary>
    public static Actor Expiry { get; } = new(Itself, "expiry", "the closing date");

    /// <summary>What a person asked the bot to do with all that it keeps of them.</summary>
    public static Actor Privacy { get; } = new(Itself, "privacy", "a request to be forgotten");

    /// <summary>Stands in the audit for people who were forgotten.</summary>
    public static Actor Somebody { get; } = new("", "", "somebody");

    /// <summary>The name as it is kept: people choose their own, of any length.</summary>
    internal string StoredName
    {
        get
        {
            var name = Name.Replace("\0", "", StringComparison.Ordinal);
            return name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
        }
    }

    public bool IsSame(Actor other) => Channel == other.Channel && User == other.User;
}
