using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Recruiting;

/// <summary>How a grant stands in the audit and in its row.</summary>
internal static class GrantWords
{
    public static string Of(Grant grant) => grant.Kind is GrantKind.Admin ? "admin" : "recruiter";

    public static string Employers(Grant grant) => string.Join(", ", grant.Employers);

    public static IReadOnlyList<string> ReadEmployers(string text)
    {
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetString()!)];
    }
}
