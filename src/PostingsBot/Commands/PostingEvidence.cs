using PostingsBot.Core.Postings;

namespace PostingsBot.Commands;

/// <summary>The evidence of a posting's fields, by the names that `parse --json` uses.</summary>
internal static class PostingEvidence
{
    public static IEnumerable<(string Field, Evidence Evidence)> Of(Posting posting)
    {
        var fields = new (string Field, Evidence? Evidence)[]
        {
            ("title", posting.Title.Evidence),
            ("company", posting.Company?.Evidence),
            ("locations", First(posting.Locations)),
            ("workplace", posting.Workplace?.Evidence),
            ("remoteWithin", First(posting.RemoteWithin)),
            ("employmentTypes", First(posting.EmploymentTypes)),
            ("seniority", First(posting.Seniorities)),
            ("disciplines", First(posting.Disciplines)),
            ("salary", First(posting.Salaries)),
            ("posted", posting.Posted?.Evidence),
            ("validThrough", posting.ValidThrough?.Evidence),
            ("applyUrl", posting.ApplyUrl?.Evidence),
            ("skills", posting.Skills.Count > 0 ? posting.Skills[0].Evidence : null),
            ("degree", posting.Degree?.Evidence),
            ("experience", posting.Experience?.Evidence),
            ("visa", posting.Visa?.Evidence),
            ("timeZones", posting.TimeZones?.Evidence),
            ("language", posting.Language?.Evidence),
            ("status", posting.Status?.Evidence),
        };
        return fields.Where(field => field.Evidence is not null).Select(field => (field.Field, field.Evidence!));
    }

    private static Evidence? First<T>(IReadOnlyList<Stated<T>> values)
        where T : notnull => values.Count > 0 ? values[0].Evidence : null;
}
