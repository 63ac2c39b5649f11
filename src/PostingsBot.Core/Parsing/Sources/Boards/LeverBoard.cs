using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Sources.Data;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Boards;

/// <summary>Lever postings (api.lever.co/v0/postings): a bare list. The title is "text"; the lists carry their headings.</summary>
internal sealed class LeverBoard : ISourceReader
{
    public SourceContent? Read(SourceFile source) => BoardJobs.Read(source, "", IsJob, (job, _) => ToRecord(source, job));

    private static bool IsJob(DataNode job) => job["text"] is not null && (job["hostedUrl"] is not null || job["categories"] is { Kind: DataKind.Object });

    private static RoleRecord ToRecord(SourceFile source, DataNode job)
    {
        var categories = job["categories"];
        var record = new RoleRecord(source)
            .Title(job["text"])
            .Add(Label.Location, categories?["allLocations"] ?? categories?["location"])
            .Add(Label.Employment, categories?["commitment"])
            .Add(Label.Level, categories?["level"])
            .Add(Label.Workplace, job["workplaceType"])
            .Add(Label.Posted, job["createdAt"])
            .Add(Label.Apply, job["applyUrl"] ?? job["hostedUrl"])
            .Add(Label.Skills, job["tags"])
            .Body(job["opening"] ?? job["openingPlain"])
            .Body(job["descriptionBody"] ?? job["description"] ?? job["descriptionBodyPlain"] ?? job["descriptionPlain"]);
        if (job["salaryRange"] is { } range)
            record.Add(FieldPay.Read(range["min"], range["max"], range["currency"], range["interval"]));
        foreach (var list in job["lists"]?.Items ?? [])
            record.Body(list["content"], list["text"] is { } heading ? new Stated<string>(heading.Text, heading.Evidence) : null);
        return record.Body(job["additional"] ?? job["additionalPlain"]).Body(job["salaryDescription"] ?? job["salaryDescriptionPlain"]);
    }
}
