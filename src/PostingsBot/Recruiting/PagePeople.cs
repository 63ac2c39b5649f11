namespace PostingsBot.Recruiting;

/// <summary>Whom the bot knows on its chat page.</summary>
internal enum PagePeople
{
    Nobody,

    /// <summary>Those whom a host site signed in.</summary>
    SignedIn,

    /// <summary>The bot is in development, nobody signs in, and this machine alone reaches the page: everybody on it counts as a recruiter.</summary>
    Everybody,
}
