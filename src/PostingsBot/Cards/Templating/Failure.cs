namespace PostingsBot.Cards.Templating;

/// <summary>The value of an expression that could not be evaluated; callers decide whether it matters.</summary>
internal sealed record Failure(string Problem);
