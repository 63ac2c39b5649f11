namespace PostingsBot.Storage;

/// <summary>The store cannot do its work. The message is a sentence for people: what is wrong, where, what to do.</summary>
public class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
