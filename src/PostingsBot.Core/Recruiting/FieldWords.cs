using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Recruiting;

/// <summary>How recruiters name the fields of a posting.</summary>
internal static class FieldWords
{
    private const int MostWords = 3;

    private static readonly Dictionary<string, RoleField> Fields = new (RoleField Field, string Names)[]
    {
        (RoleField.Title, "title; job title; role title; name of the role; role name; headline"),
        (RoleField.Employer, "company; employer; company name; employer name; hiring company"),
        (RoleField.Location, "location; locations; place; places; city; cities; office; office location; job location; place of work"),
        (RoleField.Workplace, "workplace; work mode; workplace type; remote policy; work arrangement; remote status"),
        (RoleField.EligibleFrom, "region; regions; remote region; remote limits; remote limit; remote within; eligible countries; countries; remote area; where it can be done from"),
        (RoleField.TimeZones, "time zone; time zones; timezone; timezones"),
        (RoleField.Employment, "employment type; employment; contract type; type of contract; job type; type of employment; employment types; hours"),
        (RoleField.Seniority, "level; seniority; seniority level; experience level; levels; grade"),
        (RoleField.Pay, "salary; salaries; salary range; pay; pay range; compensation; comp; wage; wages; rate; hourly rate; day rate; daily rate; salary band; pay band; budget; remuneration; base salary; base pay; base"),
        (RoleField.Posted, "posting date; date posted; posted date; post date; publication date; posted"),
        (RoleField.ValidThrough, "deadline; closing date; end date; expiry; expiry date; expiration date; application deadline; close date; valid through; valid until; apply by; applications close; due date; expiration"),
        (RoleField.Apply, "apply link; application link; apply url; application url; apply address; application address; apply; how to apply; application email; contact; contact email; apply email; link to apply; apply at; apply via"),
        (RoleField.Skills, "skills; skill; stack; tech stack; technologies; technology; tools; required skills; requirements"),
        (RoleField.Degree, "degree; education; degree requirement; qualification"),
        (RoleField.Experience, "experience; years of experience; years; years experience; required experience"),
        (RoleField.Visa, "visa; visa sponsorship; sponsorship; visas; work permit; visa support; work authorization; work authorisation"),
        (RoleField.Status, "status"),
    }.SelectMany(field => field.Names.Split("; ").Select(name => (name, field.Field))).ToDictionary(entry => entry.name, entry => entry.Field, StringComparer.Ordinal);

    /// <summary>The field that is named at a word, by its longest name; the word behind it.</summary>
    public static (RoleField Field, int End)? At(IReadOnlyList<Word> words, int i)
    {
        for (var end = Math.Min(words.Count, i + MostWords); end > i; end--)
        {
            if (Fields.TryGetValue(string.Join(' ', words.Skip(i).Take(end - i).Select(word => word.Folded)), out var field))
                return (field, end);
        }

        return null;
    }
}
