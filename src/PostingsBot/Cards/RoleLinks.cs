using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Cards;

/// <summary>The web addresses of roles: the chat page, opened at one role.</summary>
internal sealed class RoleLinks
{
    /// <summary>The page's route for a role.</summary>
    public const string Route = "/roles/{id}";

    private const string Path = "/roles/";
    private const int Longest = 2_000;

    /// <summary>See <see cref="Core.Postings.Posting.Id"/>.</summary>
    private const int IdLength = 10;

    /// <summary>Teams on Windows opens no link of more characters.</summary>
    private const int LongestTeamsLink = 1_900;

    private const int LongestMessage = 300;
    private const int Shortening = 20;

    private RoleLinks(Uri? address, string? appId) => (Address, AppId) = (address, appId);

    /// <summary>Roles have no links.</summary>
    public static RoleLinks None { get; } = new(null, null);

    public Uri? Address { get; }

    /// <summary>The bot's id on Teams; null when it is not there.</summary>
    private string? AppId { get; }

    /// <param name="address">An https address without a path; null for no links to the page.</param>
    /// <param name="appId">The bot's app id; null for no links into Teams.</param>
    public static RoleLinks At(Uri? address, string? appId = null) => new(address, string.IsNullOrWhiteSpace(appId) ? null : appId);

    /// <summary>Null when roles have no links.</summary>
    public string? Of(string id) => Address is null ? null : new Uri(Address, Path + id).AbsoluteUri;

    /// <summary>Opens a chat with the bot in Teams, with a question about the role ready to be sent; null when the bot is not on Teams.</summary>
    public string? ToChat(Posting posting)
    {
        if (AppId is null)
            return null;
        for (var longest = LongestMessage; ; longest -= Shortening)
        {
            var link = $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(AppId)}&message={Uri.EscapeDataString(CardText.Cut(CardText.Plain($"Tell me about {Show.Name(posting)}"), longest))}";
            if (link.Length < LongestTeamsLink)
                return link;
        }
    }

    /// <summary>Whether the address is of our page, be it a role's or not.</summary>
    public bool IsOurs(string? address) => Parse(address) is not null;

    /// <summary>The id of the role that an address leads to; null when it is none of our role links.</summary>
    public string? IdOf(string? address) =>
        Parse(address) is { } uri && uri.AbsolutePath.StartsWith(Path, StringComparison.Ordinal) && uri.AbsolutePath[Path.Length..].TrimEnd('/') is { Length: IdLength } id && id.All(char.IsAsciiHexDigitLower) ? id : null;

    private Uri? Parse(string? address) =>
        Address is not null && address is { Length: > 0 and <= Longest } && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Address.Scheme && uri.UserInfo.Length == 0 && uri.Port == Address.Port && string.Equals(uri.IdnHost, Address.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? uri
            : null;
}
