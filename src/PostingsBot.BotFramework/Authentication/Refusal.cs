namespace PostingsBot.BotFramework.Authentication;

/// <summary>Why a request is not served: the HTTP status, a sentence without anything personal, and for 503 when to come again.</summary>
internal sealed record Refusal(int Status, string Reason, TimeSpan? RetryAfter = null);
