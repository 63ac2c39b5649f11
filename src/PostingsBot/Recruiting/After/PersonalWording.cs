using System.Globalization;

namespace PostingsBot.Recruiting.After;

/// <summary>What people are told about what is kept of them.</summary>
internal static class PersonalWording
{
    public const string ForgetYes = "Yes, forget me";
    public const string ForgetNo = "No, keep it all";

    public const string Export = "This is all that I keep of you.";

    public const string OnlyAlone = "Others read along here. Say it again where we are alone, and I will show you all that I keep of you.";

    public const string AskForget =
        "Shall I forget you? Your alerts, drafts and rights go, and where I reach you. What you posted stays in the catalogue, and the record of changes stays as somebody’s. This cannot be undone.";

    public const string Forgotten = "Done: I have forgotten you. Roles that you edited say “edited by somebody” from now on.";

    /// <summary>Where the channel does not prove who speaks, nothing is done in anybody's name.</summary>
    public const string ForgottenHere = "Done: your alerts are gone, and so is what I remembered here. This channel does not prove who you are, so I know of nothing else of yours.";

    public const string Kept = "Nothing was changed.";

    public static string TooLong(int characters) => string.Create(
        CultureInfo.InvariantCulture, $"The rest, {characters:N0} characters, is too long for a chat. Ask whoever runs this bot for it: postingsbot audit --person with your name lists all changes.");
}
