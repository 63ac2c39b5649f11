namespace PostingsBot.Configuration;

/// <summary>The start is refused; the message is one sentence that names the key or the file and says what to do.</summary>
internal sealed class ConfigurationErrorException(string message) : Exception(message);
