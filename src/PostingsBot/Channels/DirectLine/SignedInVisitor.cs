namespace PostingsBot.Channels.DirectLine;

/// <summary>Marks a turn of somebody whom a host site signed in: the id in the activity is proven.</summary>
internal sealed record SignedInVisitor;
