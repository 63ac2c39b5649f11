namespace PostingsBot.Storage.Sqlite;

/// <summary>A copy lacks rows that were copied before.</summary>
internal sealed class IndexOutOfStepException(string message) : Exception(message);
