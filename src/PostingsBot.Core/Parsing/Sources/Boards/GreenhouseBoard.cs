using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Boards;

/// <summary>Greenhouse job boards (boards-api.greenhouse.io): { "jobs": […] } or one job. The text is HTML with its signs escaped once more.</summary>
internal sealed class GreenhouseBoard : ISourceReader
{
    private const decimal Cents = 0.01m;

    public SourceContent? Read(SourceFile source) => BoardJobs.Read(source, "jobs", IsJob, (job, root) => ToRecord(source, job, root));

    private static bool IsJob(DataNode job) => job["absolute_url"] is not null && job["title"] is not null && (job["location"] is { Kind: DataKind.Object } || job["internal_job_id"] is not null);

    private static RoleRecord ToRecord(SourceFile source, DataNode job, DataNode root)
    {
        var record = new RoleRecord(source)
            .Title(job["title"])
            .Add(Label.Company, job["company_name"] ?? root["name"])
            .Add(Label.Location, job["location"]?["name"])
            .Add(Label.Posted, job["first_published"])
            .Add(Label.ValidThrough, job["application_deadline"])
            .Add(Label.Apply, job["absolute_url"])
            .Body(job["content"]);
        foreach (var range in job["pay_input_ranges"]?.Items ?? [])
            record.Add(FieldPay.Read(range["min_cents"], range["max_cents"], range["currency_type"], range["interval"], Cents));
        foreach (var custom in job["metadata"]?.Items ?? [])
            AddCustom(record, custom);
        return record;
    }

    // Employers name their own fields: "Employment Type", "Workplace Type".
    private static void AddCustom(RoleRecord record, DataNode custom)
    {
        if (custom["name"] is { } name && LabelNames.Of(name.Text) is Label.Employment or Label.Workplace or Label.Level)
            record.Add(LabelNames.Of(name.Text)!.Value, custom["value"]);
        else if (custom["name"] is { } pay && custom["value"] is { Kind: DataKind.Object } range && pay.Text.Contains("salary", StringComparison.OrdinalIgnoreCase))
            record.Add(FieldPay.Read(range["min_value"], range["max_value"], range["unit"], null));
    }
}
