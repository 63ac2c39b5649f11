namespace PostingsBot.Storage;

/// <summary>The search index is being made; answers come when it is whole. The message is for the person who asked.</summary>
public sealed class WarmingUpException : StorageUnavailableException
{
    public WarmingUpException()
        : base("I am warming up: the search index is being rebuilt. Please ask again in a minute.")
    {
    }

    public WarmingUpException(string message)
        : base(message)
    {
    }

    public WarmingUpException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
