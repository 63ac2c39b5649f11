using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Core.Answers;

/// <summary>What a role stated when it was shown: six hexadecimal digits for each field, so that a later look can name the fields that changed.</summary>
public static class RolePrint
{
    private const int Digits = 6;

    private static readonly IReadOnlyList<(string Name, Func<Posting, IEnumerable<string>> Values)> Fields =
    [
        Named(RoleField.Status),
        Named(RoleField.Title),
        Named(RoleField.Employer),
        Named(RoleField.Location),
        (TermNames.Of(RoleField.Workplace), p => [Show.Workplace(p) ?? "", p.TimeZones?.Value ?? ""]),
        Named(RoleField.Employment),
        Named(RoleField.Seniority),
        Named(RoleField.Pay),
        Named(RoleField.Posted),
        Named(RoleField.ValidThrough),
        Named(RoleField.Apply),
        (TermNames.Of(RoleField.Skills), p => p.Skills.Select(skill => $"{skill.Name} {skill.Need}").Order(StringComparer.Ordinal)),
        Named(RoleField.Degree),
        Named(RoleField.Experience),
        Named(RoleField.Visa),
        ("text", p => p.Sections.SelectMany(section => section.Passages.Select(passage => passage.Text).Prepend(section.Heading))),
    ];

    /// <summary>Another value of one of these is news to whoever was told of the role.</summary>
    private static readonly IReadOnlyList<(string Name, Func<Posting, IEnumerable<string>> Values)> Material =
        [.. Fields.Where(field => field.Name == TermNames.Of(RoleField.Title) || field.Name == TermNames.Of(RoleField.Location) || field.Name == TermNames.Of(RoleField.Workplace) || field.Name == TermNames.Of(RoleField.Pay))];

    private static readonly ConditionalWeakTable<Posting, string> Prints = [];
    private static readonly ConditionalWeakTable<Posting, string> MaterialPrints = [];

    /// <summary>Characters of a print.</summary>
    public static int Length { get; } = Fields.Count * Digits;

    /// <summary>Kept beside the posting, as <see cref="OfMaterial"/> is.</summary>
    public static string Of(Posting posting) => Prints.GetValue(posting, one => Of(Fields, one));

    /// <summary>Of the title, the place, the workplace and the pay alone. Kept beside the posting: a role that many ask for is told of as often.</summary>
    public static string OfMaterial(Posting posting) => MaterialPrints.GetValue(posting, one => Of(Material, one));

    /// <summary>The fields that read otherwise since the print was taken; none when it is not of this version's making.</summary>
    public static IReadOnlyList<string> Changed(string? print, Posting posting) => Changed(Fields, print, Of, posting);

    /// <inheritdoc cref="Changed(string?, Posting)"/>
    /// <param name="print">From <see cref="OfMaterial"/>.</param>
    /// <param name="posting">The role as it is.</param>
    public static IReadOnlyList<string> MateriallyChanged(string? print, Posting posting) => Changed(Material, print, OfMaterial, posting);

    private static string Of(IReadOnlyList<(string Name, Func<Posting, IEnumerable<string>> Values)> fields, Posting posting) =>
        string.Concat(fields.Select(field => Hash(string.Join('\u001F', field.Values(posting)))[..Digits]));

    private static IReadOnlyList<string> Changed(IReadOnlyList<(string Name, Func<Posting, IEnumerable<string>> Values)> fields, string? print, Func<Posting, string> take, Posting posting)
    {
        if (print?.Length != fields.Count * Digits)
            return [];
        var now = take(posting);
        return print == now ? [] : [.. fields.Where((_, i) => string.CompareOrdinal(print, i * Digits, now, i * Digits, Digits) != 0).Select(field => field.Name)];
    }

    /// <summary>Where the role's facts stand, beside what they are.</summary>
    public static string OfLines(Posting posting)
    {
        var detail = Assistant.Describe(posting, new LocalDate(2000, 1, 1));
        var facts = detail.Facts.Select(fact => $"{fact.Label}\u001F{fact.Value}\u001F{fact.Source?.File}\u001F{fact.Source?.Line}\u001F{fact.Source?.Text}");
        var passages = detail.Sections.SelectMany(section => section.Passages.Select(passage => $"{passage.FirstLine}\u001F{passage.Text}"));
        return Hash(string.Join('\u001E', facts.Concat(passages).Prepend(posting.File)));
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static (string Name, Func<Posting, IEnumerable<string>> Values) Named(RoleField field) => (TermNames.Of(field), posting => PostingFields.Values(field, posting));
}
