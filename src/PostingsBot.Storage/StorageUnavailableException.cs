namespace PostingsBot.Storage;

/// <summary>The store cannot be reached or written just now; the same may work later. Nothing is half done. The message names the place and never a secret.</summary>
public class StorageUnavailableException : StorageException
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
