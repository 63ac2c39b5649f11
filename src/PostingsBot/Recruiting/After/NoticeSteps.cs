namespace PostingsBot.Recruiting.After;

/// <summary>What buttons of notices do with a role, as cards name it.</summary>
internal static class NoticeSteps
{
    public const string Longer = "longer";
    public const string Close = "close";
    public const string Leave = "leave";
    public const string KeepMine = "keep-mine";
    public const string TakeFiles = "take-files";
}
