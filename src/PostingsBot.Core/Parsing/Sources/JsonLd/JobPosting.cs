using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.JsonLd;

/// <summary>One JobPosting object as a role. What is not sane is left to the page: blank titles, pay of 0, an end before the beginning.</summary>
internal static partial class JobPosting
{
    public static RoleScope? Read(SourceFile source, DataNode job)
    {
        var title = Scalar(job["title"]) ?? Scalar(job["name"]);
        if (title is null || Blank().IsMatch(title.Text))
            return null;
        var record = new RoleRecord(source)
            .Title(title)
            .Add(Label.Company, NameOf(job["hiringOrganization"]))
            .Add(Label.Employment, job["employmentType"])
            .Add(Label.Skills, job["skills"])
            .Add(Label.Source, Scalar(job["url"]))
            .Add(Label.Contact, job["applicationContact"]?["email"] ?? job["applicationContact"]?["url"]);
        AddDates(record, job);
        AddPlaces(record, job);
        AddPay(record, job);
        record.Body(Scalar(job["description"]));
        foreach (var name in new[] { "responsibilities", "qualifications", "experienceRequirements", "educationRequirements", "jobBenefits", "incentiveCompensation" })
        {
            if (job[name] is { Kind: not DataKind.Object } text)
                record.Section(text);
        }

        return record.ToScope();
    }

    private static DataNode? Scalar(DataNode? node) => node?.Items.FirstOrDefault(item => item.IsScalar);

    private static DataNode? NameOf(DataNode? node)
    {
        var first = node?.Items.FirstOrDefault();
        return first is null || first.IsScalar ? first : Scalar(first["name"]) ?? Scalar(first["legalName"]);
    }

    private static void AddDates(RoleRecord record, DataNode job)
    {
        var posted = Scalar(job["datePosted"]);
        record.Add(Label.Posted, posted);
        if (Scalar(job["validThrough"]) is not { } end || DateReader.Read(FieldText.Day(end.Text)) is not { } last)
            return;

        // Some generators write the day of posting, or of the build, as the last day.
        if (posted is null || DateReader.Read(FieldText.Day(posted.Text)) is not { } first || last > first)
            record.Add(Label.ValidThrough, end);
    }

    private static void AddPlaces(RoleRecord record, DataNode job)
    {
        var places = job["jobLocation"]?.Items.ToList() ?? [];
        // Several places with one and the same address: their names tell them from each other.
        var areNamed = places.Count > 1 && places.TrueForAll(place => !place.IsScalar && Scalar(place["name"]) is not null)
            && places.Select(place => Scalar(place["address"]?["addressLocality"])?.Text).Distinct().Count() == 1;
        foreach (var place in places)
        {
            var address = place.IsScalar ? place : areNamed ? place["name"] : place["address"] ?? place["name"];
            foreach (var part in address?.Items ?? [])
            {
                if (part.IsScalar)
                    record.Add(Label.Location, part);
                else
                    record.AddPlace(Scalar(part["addressLocality"]), Scalar(part["addressRegion"]), NameOf(part["addressCountry"]));
            }
        }

        if (Scalar(job["jobLocationType"]) is { } kind && kind.Text.Contains("TELECOMMUTE", StringComparison.OrdinalIgnoreCase))
            record.Add(Label.Workplace, "remote", kind.Evidence);
        foreach (var area in job["applicantLocationRequirements"]?.Items ?? [])
            record.Add(Label.RemoteWithin, NameOf(area));
    }

    private static void AddPay(RoleRecord record, DataNode job)
    {
        foreach (var pay in (job["baseSalary"] ?? job["estimatedSalary"])?.Items ?? [])
        {
            var value = pay.IsScalar ? pay : pay["value"]?.Items.FirstOrDefault() ?? pay;
            var currency = (pay.IsScalar ? null : Scalar(pay["currency"])) ?? Scalar(job["salaryCurrency"]);
            if (value.Kind is DataKind.Text && value.Text.Any(char.IsLetter))
                record.Add(Label.Salary, value);
            else if (value.IsScalar)
                record.Add(FieldPay.Read(value, value, currency, pay.IsScalar ? null : pay["unitText"]));
            else
                record.Add(FieldPay.Read(value["minValue"] ?? value["value"], value["maxValue"] ?? (value["minValue"] is null ? value["value"] : null), currency ?? value["currency"], value["unitText"] ?? pay["unitText"]));
        }
    }

    [GeneratedRegex(@"^\W*(undefined|null|none|n/?a|title|job title|untitled|test)?\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Blank();
}
