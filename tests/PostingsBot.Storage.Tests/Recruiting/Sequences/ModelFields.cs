using System.Globalization;
using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Tests.Recruiting.Sequences;

/// <summary>Postings that state six fields at random. No two of different files are the same role.</summary>
internal static class ModelFields
{
    private static readonly LocalDate FirstDay = new(2026, 12, 1);

    public static IReadOnlyList<RoleField> Random { get; } =
        [RoleField.Title, RoleField.Workplace, RoleField.Pay, RoleField.ValidThrough, RoleField.Visa, RoleField.Status];

    public static Posting Posting(string id, string file, Random random) => Filled(new Posting
    {
        Id = id,
        File = file,
        Title = Said($"Role {id}"),
        Company = Said($"Employer {id}"),
        Sections = [new Section("The role", SectionKind.Responsibilities, 5, 6, [new Evidence(6, 6, $"Work on {id}")])],
    }, random);

    /// <summary>The posting with another value of the field, or none.</summary>
    public static Posting With(Posting posting, RoleField field, Random random) => field switch
    {
        RoleField.Title => posting with { Title = Said(string.Create(CultureInfo.InvariantCulture, $"Role {posting.Id} grade {random.Next(4)}")) },
        RoleField.Workplace => posting with { Workplace = random.Next(4) is > 0 and var one ? Said((Workplace)(one - 1)) : null },
        RoleField.Pay => posting with { Salaries = random.Next(4) is > 0 and var one ? [Said(new Salary(one * 10_000, one * 20_000, "EUR", PayPeriod.Year))] : [] },
        RoleField.ValidThrough => posting with { ValidThrough = random.Next(4) is > 0 and var one ? Said(FirstDay.PlusDays(one)) : null },
        RoleField.Visa => posting with { Visa = random.Next(3) is > 0 and var one ? Said(one == 1 ? "We sponsor visas." : "No visas.") : null },
        // Always stated: open reads the same whether it is said or not.
        _ => posting with { Status = Said(random.Next(3) == 0 ? PostingStatus.Closed : PostingStatus.Open) },
    };

    /// <summary>What people read of the fields.</summary>
    public static Dictionary<RoleField, string> Texts(Posting posting) => Random.ToDictionary(field => field, field => PostingFields.Text(field, posting));

    public static Posting Closed(Posting posting) => posting with { Status = Said(PostingStatus.Closed) };

    public static Posting Opened(Posting posting) => posting with { Status = Said(PostingStatus.Open) };

    private static Posting Filled(Posting posting, Random random) => Random.Aggregate(posting, (stated, field) => With(stated, field, random));

    private static Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(1, 1, value.ToString()!));
}
