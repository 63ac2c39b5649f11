namespace PostingsBot.Commands;

/// <summary>What a command ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Something was missing, left out or wrong; the rest was done.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line makes no sense, or names what the command needs and is not there: nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>What shells expect of a program that Ctrl+C ended.</summary>
    public const int Interrupted = 130;
}

/// <summary>The command line is wrong; the message says how it is right.</summary>
internal sealed class UsageException(string message) : Exception(message);
