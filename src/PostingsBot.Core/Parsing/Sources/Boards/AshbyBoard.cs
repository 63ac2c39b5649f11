using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;

namespace PostingsBot.Core.Parsing.Sources.Boards;

/// <summary>Ashby job boards (api.ashbyhq.com/posting-api/job-board): { "jobs": […] }. Only salaries count as pay, not equity or bonus.</summary>
internal sealed class AshbyBoard : ISourceReader
{
    public SourceContent? Read(SourceFile source) => BoardJobs.Read(source, "jobs", IsJob, (job, _) => ToRecord(source, job), job => job["isListed"]?.Text != "false");

    private static bool IsJob(DataNode job) => job["title"] is not null && job["jobUrl"] is not null && (job["publishedAt"] is not null || job["employmentType"] is not null || job["descriptionHtml"] is not null);

    private static RoleRecord ToRecord(SourceFile source, DataNode job)
    {
        var record = new RoleRecord(source)
            .Title(job["title"])
            .Add(Label.Location, job["location"])
            .Add(Label.Employment, job["employmentType"])
            .Add(Label.Workplace, job["workplaceType"])
            .Add(Label.Posted, job["publishedAt"])
            .Add(Label.Apply, job["applyUrl"] ?? job["jobUrl"])
            .Body(job["descriptionHtml"] ?? job["descriptionPlain"]);
        foreach (var place in job["secondaryLocations"]?.Items ?? [])
            record.Add(Label.Location, place.IsScalar ? place : place["location"]);
        if (job["workplaceType"] is null)
            record.Add(Label.Remote, job["isRemote"]);
        AddPay(record, job["compensation"]);
        return record;
    }

    // Tiers give pay by place or level; the summary spans all of them.
    private static void AddPay(RoleRecord record, DataNode? compensation)
    {
        var tiers = (compensation?["compensationTiers"]?.Items ?? []).SelectMany(tier => tier["components"]?.Items ?? []).Where(IsSalary).ToList();
        foreach (var pay in tiers.Count > 0 ? tiers : (compensation?["summaryComponents"]?.Items ?? []).Where(IsSalary))
            record.Add(FieldPay.Read(pay["minValue"], pay["maxValue"], pay["currencyCode"], pay["interval"]));
        record.Add(Label.Salary, compensation?["scrapeableCompensationSalarySummary"] ?? compensation?["compensationTierSummary"]);
    }

    private static bool IsSalary(DataNode component) => component["compensationType"]?.Text == "Salary";
}
