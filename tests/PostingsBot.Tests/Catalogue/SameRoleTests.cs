using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Catalogue;

public class SameRoleTests
{
    private const string Job = "https://acme.com/jobs/12";
    private const string OtherJob = "https://acme.com/jobs/13";
    private const string Board = "https://board.example/backend-engineer-acme-4711";
    private const string Careers = "https://acme.com/careers";

    private static readonly Advert A = new("a.md");
    private static readonly Advert B = new("b.md");

    public static TheoryData<string, object, object> Same => new()
    {
        { "one address", A with { Url = Job }, B with { Url = Job + "?utm_source=hn" } },
        { "one address, the text written anew", A with { Url = Job, Text = 1 }, B with { Url = Job, Text = 2 } },
        { "other slug, other board, the same text", A with { Url = Job, Text = 1 }, B with { Url = Board, Text = 1 } },
        { "a newer version of the text", A with { Text = 1 }, B with { Text = 1, Changed = 30 } },
        { "a row of a list and the page it leads to", A with { Url = Job }, B with { Url = Job, Text = 1 } },
        { "a row without address, and the page", A with { Place = "Berlin" }, B with { Url = Job, Place = "Berlin", Text = 1 } },
        { "a remote row without address, and the page", A with { IsRemote = true }, B with { Url = Job, IsRemote = true, Text = 1 } },
        { "two lists that lead to the same careers page", A with { Url = Careers }, B with { Url = Careers } },
        { "legal forms and case of the employer", A with { Employer = "Acme GmbH & Co. KG", Url = Job }, B with { Employer = "ACME", Url = Job } },
        { "signs in the title", A with { Title = "Backend Engineer - Payments", Url = Job }, B with { Title = "Backend Engineer, Payments", Url = Job } },
        { "the city and its country", A with { Url = Job, Place = "Berlin" }, B with { Url = Job, Place = "Germany" } },
        { "one place of several", A with { Url = Job, Place = "Berlin;Paris" }, B with { Url = Job, Place = "Paris" } },
        { "a quarter and its city", A with { Url = Job, Place = "Old Street, London" }, B with { Url = Job, Place = "London" } },
        { "a place and none", A with { Url = Job, Place = "Berlin" }, B with { Url = Job } },
        { "a level and none", A with { Url = Job, Level = Seniority.Senior }, B with { Url = Job } },
        { "pay that overlaps", A with { Url = Job, Pay = Euros(70_000, 90_000) }, B with { Url = Job, Pay = Euros(80_000, 100_000) } },
        { "pay in two currencies", A with { Url = Job, Pay = Euros(70_000, 90_000) }, B with { Url = Job, Pay = Euros(200_000, 300_000) with { Currency = "PLN" } } },
        { "hidden employer, one address", A with { Employer = null, Url = Job }, B with { Employer = null, Url = Job } },
        { "hidden employer, one mail box, the same text", A with { Employer = null, Url = "mailto:a@b.c", Text = 1 }, B with { Employer = null, Url = "mailto:a@b.c", Text = 1 } },
        { "twice in one list with one address", A with { Url = Job }, A with { Url = Job, Line = 9 } },
    };

    public static TheoryData<string, object, object> Different => new()
    {
        { "another employer", A with { Url = Job, Text = 1 }, B with { Employer = "Beta", Url = Job, Text = 1 } },
        { "another title", A with { Url = Job, Text = 1 }, B with { Title = "Senior Backend Engineer", Url = Job, Text = 1 } },
        { "another city", A with { Url = Job, Place = "Berlin", Text = 1 }, B with { Url = Job, Place = "Paris", Text = 1 } },
        { "another quarter", A with { Place = "Old Street, London", Text = 1 }, B with { Place = "Angel, London", Text = 1 } },
        { "places that only meet in part", A with { Url = Job, Place = "Berlin;Paris" }, B with { Url = Job, Place = "Berlin;Rome" } },
        { "an unknown place", A with { Url = Job, Place = "Base Alpha" }, B with { Url = Job, Place = "Base Beta" } },
        { "another limit of remote work", A with { Url = Job, Within = "Germany" }, B with { Url = Job, Within = "Canada" } },
        { "another level", A with { Url = Job, Level = Seniority.Senior }, B with { Url = Job, Level = Seniority.Junior } },
        { "another employment", A with { Url = Job, Type = EmploymentType.Internship }, B with { Url = Job, Type = EmploymentType.FullTime } },
        { "pay far apart", A with { Url = Job, Pay = Euros(40_000, 50_000) }, B with { Url = Job, Pay = Euros(80_000, 100_000) } },
        { "two rows with addresses of their own", A with { Url = Job }, B with { Url = OtherJob } },
        { "a row and a page with addresses of their own", A with { Url = Job }, B with { Url = OtherJob, Text = 1 } },
        { "other texts", A with { Url = Careers, Text = 1 }, B with { Url = Careers, Text = 2 } },
        { "texts that share less than half", A with { Text = 1 }, B with { Text = 1, Changed = 80 } },
        { "rows that name no place", A, B },
        { "rows in two places", A with { Place = "Berlin" }, B with { Place = "Germany" } },
        { "an open row and a closed one", A with { Place = "Berlin" }, B with { Place = "Berlin", Status = PostingStatus.Closed } },
        { "twice in one list", A with { Place = "Berlin" }, A with { Place = "Berlin", Line = 9 } },
        { "twice in one list with a careers page", A with { Url = Careers }, A with { Url = Careers, Line = 9 } },
        { "twice in one document with one text", A with { Text = 1 }, A with { Text = 1, Line = 9 } },
        { "hidden employers, the same text", A with { Employer = null, Text = 1 }, B with { Employer = null, Text = 1 } },
        { "hidden employers, one mail box, other texts", A with { Employer = null, Url = "mailto:a@b.c", Text = 1 }, B with { Employer = null, Url = "mailto:a@b.c", Text = 2 } },
        { "a legal form is all of the name", A with { Employer = "SAS", Url = Job }, B with { Employer = "Company", Url = Job } },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Is_OneRole_Holds(string why, object one, object other) => Assert.Equal((why, true), (why, Is(one, other)));

    [Theory]
    [MemberData(nameof(Different))]
    public void Is_TwoRoles_DoesNotHold(string why, object one, object other) => Assert.Equal((why, false), (why, Is(one, other)));

    private static bool Is(object one, object other)
    {
        var (a, b) = (((Advert)one).Traits, ((Advert)other).Traits);
        Assert.Equal(SameRole.Is(a, b), SameRole.Is(b, a));
        return SameRole.Is(a, b);
    }

    private static Salary Euros(decimal min, decimal max) => new(min, max, "EUR", PayPeriod.Year);
}
