using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Boards;

/// <summary>SmartRecruiters postings (api.smartrecruiters.com/v1/companies/…/postings): { "content": […] } or one posting with its text.</summary>
internal sealed class SmartRecruitersBoard : ISourceReader
{
    public SourceContent? Read(SourceFile source) => BoardJobs.Read(source, "content", IsJob, (job, _) => ToRecord(source, job));

    private static bool IsJob(DataNode job) =>
        job["name"] is not null && (job["releasedDate"] is not null || job["jobAd"] is not null) && (job["typeOfEmployment"] is not null || job["location"] is { Kind: DataKind.Object });

    private static RoleRecord ToRecord(SourceFile source, DataNode job)
    {
        var place = job["location"];
        var record = new RoleRecord(source)
            .Title(job["name"])
            .Add(Label.Company, job["company"]?["name"])
            .Add(Label.Employment, job["typeOfEmployment"]?["label"])
            .Add(Label.Level, job["experienceLevel"]?["label"])
            .Add(Label.Posted, job["releasedDate"])
            .Add(Label.Apply, job["applyUrl"] ?? job["postingUrl"])
            .Add(Label.Open, job["active"]);
        if (place?["fullLocation"] is { } written)
            record.Add(Label.Location, written);
        else
            record.AddPlace(place?["city"], place?["region"], place?["country"]);
        AddWorkplace(record, place);
        foreach (var section in job["jobAd"]?["sections"]?.Children ?? [])
            record.Body(section["text"], section["title"] is { } title ? new Stated<string>(title.Text, title.Evidence) : null);
        return record;
    }

    // Two flags for three states; both false says on site.
    private static void AddWorkplace(RoleRecord record, DataNode? place)
    {
        if (place?["hybrid"] is { Text: "true" } hybrid)
            record.Add(Label.Workplace, "hybrid", hybrid.Evidence);
        else
            record.Add(Label.Remote, place?["remote"]);
    }
}
