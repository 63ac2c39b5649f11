namespace PostingsBot.Channels.Teams;

/// <summary>The answer to an invoke, or why it is refused as malformed; never both.</summary>
internal readonly record struct Invoked<T>(T? Body, string? Refused)
    where T : class
{
    public static Invoked<T> Refuse(string reason) => new(null, reason);

    public static implicit operator Invoked<T>(T body) => new(body, null);
}
