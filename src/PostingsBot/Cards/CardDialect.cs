namespace PostingsBot.Cards;

/// <summary>How a channel takes buttons.</summary>
internal enum CardDialect
{
    /// <summary>Action.Submit: Web Chat, Direct Line, the emulator, and whatever is not known.</summary>
    Submit,

    /// <summary>Action.Execute with a fallback to Action.Submit: Teams.</summary>
    UniversalActions,
}

internal static class CardDialects
{
    public static CardDialect Of(string? channelId) =>
        string.Equals(channelId, "msteams", StringComparison.OrdinalIgnoreCase) ? CardDialect.UniversalActions : CardDialect.Submit;
}
