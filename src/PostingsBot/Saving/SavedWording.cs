using PostingsBot.Storage.Saved;

namespace PostingsBot.Saving;

/// <summary>What the bot says about saved roles.</summary>
internal static class SavedWording
{
    public const string ListWords = "My saved roles";
    public const string Nobody = "I cannot tell who you are here, so I cannot keep a role for you.";
    public const string None = "You have not saved a role yet. Open one and press “Save”, or say “save the second”.";
    public const string NothingListed = "I have not listed any roles yet. Search first, then say “save them”.";
    public const string ClosedNow = "It is closed now.";
    public const string OpenAgain = "It is open again.";
    public const string GoneNow = "It is no longer in the catalogue, and no longer among your saved roles.";
    public const string News = "News of a role that you saved.";

    public static IReadOnlyList<string> Next { get; } = ["Unsave the first", "Compare them"];

    public static string Saved(SavedRole role, bool isPrivate) => $"Saved: {role.Name}. " + (isPrivate
        ? "I tell you here when its title, place, workplace or pay changes, and when it closes or opens again."
        : "Others read along here, so I do not tell of changes in this place: save it in a chat with me alone to hear of them.");

    public static string SavedBefore(string name) => $"{name} is among your saved roles already. Say “unsave it” to take it off.";

    public static string Full(int most) => FormattableString.Invariant($"You have saved {most} roles, which is as many as I keep for one person. Unsave some first.");

    public static string SavedMany(int count, int most) => count == 0 ? Full(most) : FormattableString.Invariant($"Saved: {count} {(count == 1 ? "role" : "roles")}.");

    public static string Removed(string name) => $"{name} is no longer among your saved roles.";

    public static string NotSaved(string name) => $"{name} is not among your saved roles.";

    public static string RemovedMany(int count) => count switch
    {
        0 => "None of these was saved.",
        1 => "One role is no longer saved.",
        _ => FormattableString.Invariant($"{count} roles are no longer saved."),
    };

    public static string List(int open, IReadOnlyList<string> closed)
    {
        var gone = closed.Count switch
        {
            0 => "",
            1 => $"Closed since you saved it: {closed[0]}.",
            _ => $"Closed since you saved them: {string.Join("; ", closed)}.",
        };
        return open == 0 ? gone : string.Join(' ', new[] { open == 1 ? "You saved one open role." : FormattableString.Invariant($"You saved {open} open roles."), gone }.Where(part => part.Length > 0));
    }

    public static string Changed(IReadOnlyList<string> fields) => $"Changed: {string.Join("; ", fields)}.";
}
