using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;

namespace PostingsBot.Core.Parsing.Sources.Boards;

/// <summary>Workable accounts (apply.workable.com/api/v1/widget/accounts): { "name", "jobs": […] }; the account's name is the employer's.</summary>
internal sealed class WorkableBoard : ISourceReader
{
    public SourceContent? Read(SourceFile source) => BoardJobs.Read(source, "jobs", IsJob, (job, root) => ToRecord(source, job, root));

    private static bool IsJob(DataNode job) => job["title"] is not null && job["shortcode"] is not null;

    private static RoleRecord ToRecord(SourceFile source, DataNode job, DataNode root)
    {
        var record = new RoleRecord(source)
            .Title(job["title"])
            .Add(Label.Company, root["name"])
            .Add(Label.Employment, job["employment_type"])
            .Add(Label.Level, job["experience"])
            .Add(Label.Posted, job["published_on"] ?? job["created_at"])
            .Add(Label.Apply, job["application_url"] ?? job["url"] ?? job["shortlink"])
            .Body(job["description"])
            .Section(job["requirements"])
            .Section(job["benefits"]);
        var places = (job["locations"]?.Items ?? []).Where(place => place["hidden"]?.Text != "true").ToList();
        foreach (var place in places)
            record.AddPlace(place["city"], place["region"], place["country"]);
        if (places.Count == 0 && job["location"] is { Kind: DataKind.Object } nested)
            AddNested(record, nested);
        else if (places.Count == 0)
            record.AddPlace(job["city"], job["state"], job["country"]);
        record.Add(Label.Workplace, job["workplace_type"]);
        return job["workplace_type"] is null ? record.Add(Label.Remote, job["telecommuting"]) : record;
    }

    private static void AddNested(RoleRecord record, DataNode place)
    {
        if (place["location_str"] is { } written)
            record.Add(Label.Location, written);
        else
            record.AddPlace(place["city"], place["region"], place["country"] ?? place["country_code"]);
        record.Add(Label.Workplace, place["workplace_type"]);
        if (place["workplace_type"] is null)
            record.Add(Label.Remote, place["telecommuting"]);
    }
}
