using System.Buffers;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Ids of the page's users in tokens and activities. A host site that signs people in gives them ids of its own, "dl_ana@example.com"; everybody else gets a random
/// one that begins as no host's may.
/// </summary>
internal static class DirectLineUser
{
    /// <summary>Direct Line's own: an id that begins so comes from the token, and no client may choose it.</summary>
    public const string Prefix = "dl_";

    public const string AnonymousPrefix = "dl_anonymous-";

    private const int LongestName = 100;

    private static readonly SearchValues<char> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+:=-");

    /// <summary>Whether a host site may call somebody so, without the prefix: 1 to 100 letters of ASCII, digits, and ". _ @ + : = -".</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAnyExcept(Characters) && !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !(Prefix + name).StartsWith(AnonymousPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the host site calls somebody, from the id of an activity.</summary>
    public static string NameIn(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
}
