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

    private RoleLinks(Uri? address) => Address = address;

    /// <summary>Roles have no links.</summary>
    public static RoleLinks None { get; } = new(null);

    public Uri? Address { get; }

    /// <param name="address">An https address without a path; null for no links.</param>
    public static RoleLinks At(Uri? address) => address is null ? None : new RoleLinks(address);

    /// <summary>Null when roles have no links.</summary>
    public string? Of(string id) => Address is null ? null : new Uri(Address, Path + id).AbsoluteUri;

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
