using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Web and mail addresses that may be offered to people: http, https and mailto only.</summary>
internal static partial class Addresses
{
    /// <summary>The address in a form that can be followed, or null: relative links, other schemes and addresses that were shortened ("…/jobs/12...") are none.</summary>
    public static string? Absolute(string url)
    {
        var trimmed = url.Trim();
        if (trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var mail = Mail().Match(Uri.UnescapeDataString(trimmed));
            return mail.Success ? "mailto:" + mail.Value : null;
        }

        return Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0 && !Cut().IsMatch(trimmed) ? trimmed : null;
    }

    /// <summary>The first address in running text, or null.</summary>
    public static string? In(string text)
    {
        foreach (Match web in Web().Matches(text))
        {
            if (!Cut().IsMatch(web.Value))
                return Absolute(web.Value.TrimEnd('.', ',', ';', ')', '>', '"', '\'', '*'));
        }

        return MailIn(text);
    }

    public static string? MailIn(string text) => MailsIn(text).FirstOrDefault();

    /// <summary>The mail addresses in running text, those that are spelled out last.</summary>
    public static IEnumerable<string> MailsIn(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (Match mail in Mail().Matches(text))
                yield return "mailto:" + mail.Value.TrimEnd('.');
        }

        if (text.AsSpan().ContainsAny("[("))
        {
            foreach (Match spelled in Spelled().Matches(text))
                yield return "mailto:" + At().Replace(Dot().Replace(spelled.Value, "."), "@");
        }
    }

    public static string? Of(LabelledValue value) => value.Urls.Select(Absolute).FirstOrDefault(url => url is not null) ?? In(value.Value);

    [GeneratedRegex(@"https?://[^\s<>""]+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Web();

    // Shortened where it was shown: it leads nowhere.
    [GeneratedRegex(@"(\.\.|…)\W*$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Cut();

    // "jobs [at] heron.example", "jobs(at)heron(dot)example": spelled out for people.
    [GeneratedRegex(@"[A-Za-z0-9_.%+-]+ ?[\[(] ?(at|@) ?[\])] ?[A-Za-z0-9-]+(( ?[\[(] ?(dot|punkt|ponto|punto) ?[\])] ?|\.)[A-Za-z0-9-]+)*( ?[\[(] ?(dot|punkt|ponto|punto) ?[\])] ?|\.)[A-Za-z]{2,24}(?![A-Za-z0-9])", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Spelled();

    [GeneratedRegex(@" ?[\[(] ?(at|@) ?[\])] ?", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex At();

    [GeneratedRegex(@" ?[\[(] ?(dot|punkt|ponto|punto) ?[\])] ?", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Dot();

    [GeneratedRegex(@"[A-Za-z0-9_.%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}(?![A-Za-z0-9])", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Mail();
}
