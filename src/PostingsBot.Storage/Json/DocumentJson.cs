using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Json;

/// <summary>A document as it is stored: all but its postings, which have rows of their own.</summary>
internal static class DocumentJson
{
    public static string Write(ParsedDocument document) => JsonOut.Object(json =>
    {
        json.WriteString("file", document.File);
        json.WriteString("kind", document.Kind.ToString());
        if (document.Company is { } company)
        {
            json.WriteStartObject("company");
            json.Said("name", company.Name, PostingJson.WriteText);
            json.Each("aliases", company.Aliases, (into, alias) => into.WriteStringValue(alias));
            json.Each("skills", company.Skills, SectionJson.WriteSkill);
            json.Said("careersUrl", company.CareersUrl, PostingJson.WriteText);
            json.Said("workplace", company.Workplace, PostingJson.WriteTerm);
            json.Each("sections", company.Sections, SectionJson.Write);
            json.WriteEndObject();
        }

        json.Each("diagnostics", document.Diagnostics, (into, diagnostic) =>
        {
            into.WriteStartObject();
            into.WriteString("code", diagnostic.Code);
            into.WriteString("message", diagnostic.Message);
            if (diagnostic.Line is { } line)
                into.WriteNumber("line", line);
            into.WriteEndObject();
        });
    });

    public static ParsedDocument Read(string text, IReadOnlyList<Posting> postings) => JsonIn.Object(text, json => new ParsedDocument
    {
        File = json.Text("file"),
        Kind = json.GetProperty("kind").Term<DocumentKind>(),
        Postings = postings,
        Company = json.TryGetProperty("company", out var company) ? ReadCompany(company) : null,
        Diagnostics = json.Each("diagnostics", item => new Diagnostic(item.Text("code"), item.Text("message"), item.NumberOrNull("line"))),
    });

    private static CompanyDocument ReadCompany(JsonElement json) => new()
    {
        Name = json.Said("name", PostingJson.ReadText),
        Aliases = json.Each("aliases", item => item.GetString()!),
        Skills = json.Each("skills", SectionJson.ReadSkill),
        CareersUrl = json.Said("careersUrl", PostingJson.ReadText),
        Workplace = json.Said("workplace", JsonIn.Term<Workplace>),
        Sections = json.Each("sections", SectionJson.Read),
    };
}
