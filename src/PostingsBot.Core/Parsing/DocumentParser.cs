using System.Text.RegularExpressions;
using PostingsBot.Core.Export;
using PostingsBot.Core.Parsing.Kinds;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Roles;
using PostingsBot.Core.Parsing.Sources;
using PostingsBot.Core.Parsing.Sources.JsonLd;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing;

/// <summary>Reads one document into postings. Pure and thread-safe; never throws on content: what cannot be read becomes a diagnostic.</summary>
/// <param name="maxBytes">Larger documents are refused.</param>
public sealed class DocumentParser(int maxBytes = DocumentParser.DefaultMaxBytes)
{
    public const int DefaultMaxBytes = 10 * 1024 * 1024;

    /// <summary>The most bytes a document may have.</summary>
    public int MaxBytes => maxBytes;

    /// <summary>The document's lines, mended and decoded, as evidence counts them; null when the bytes are not text.</summary>
    public static IReadOnlyList<string>? LinesOf(ReadOnlySpan<byte> content) => TextDecoder.Decode(content) is { } text ? Mojibake.Mend(text).Split('\n') : null;

    /// <param name="file">The document's path as it was given; it becomes part of the postings' ids.</param>
    /// <param name="content">The document's bytes as they stand on disk.</param>
    public ParsedDocument Parse(string file, ReadOnlySpan<byte> content) => Parse(file, content, isRole: false);

    /// <summary>As <see cref="Parse(string, ReadOnlySpan{byte})"/>, for a text that is known to advertise a role, however little it says.</summary>
    internal ParsedDocument ParseRole(string file, ReadOnlySpan<byte> content) => Parse(file, content, isRole: true);

    private ParsedDocument Parse(string file, ReadOnlySpan<byte> content, bool isRole)
    {
        if (content.Length > maxBytes)
            return Unread(file, Diagnostics.TooLarge(content.Length, maxBytes));
        if (TextDecoder.Decode(content) is not { } text)
            return Unread(file, Diagnostics.NotText());
        if (string.IsNullOrWhiteSpace(text))
            return Unread(file, Diagnostics.Empty());
        try
        {
            var source = new SourceFile(file, new SourceText(Mojibake.Mend(text)));
            if (SourceList.Read(source) is { } records)
                return Read(file, records);
            var diagnostics = new List<Diagnostic>();
            var written = OutlineReader.Read(file, source.Text, diagnostics);
            if (RoleFormat.Is(written) && Exported(file, written) is { } exported)
                return exported;
            var outline = FrontMatterText.Into(written);
            var document = new RoleScope(outline, outline.Blocks);
            return Described.Read(document, JobPostings.Find(outline, diagnostics)) is { } described
                ? Read(file, described with { Diagnostics = diagnostics })
                : Read(document, diagnostics, isRole);
        }
        catch (RegexMatchTimeoutException)
        {
            // A stage that takes too long leaves its own fact out; here it was not even clear which roles there are.
            return Unread(file, Diagnostics.TooSlow("Dividing the document into roles"));
        }
    }

    /// <summary>A role as it was exported, or written back after an edit.</summary>
    private static ParsedDocument? Exported(string file, DocumentOutline outline)
    {
        var scope = new RoleScope(outline, outline.Blocks);
        return new PostingBuilder(file).Build(scope, StageList.Read(scope, [])) is { } read && RoleFormat.Read(outline, read) is { } posting
            ? new ParsedDocument { File = file, Kind = DocumentKind.Posting, Postings = [posting] }
            : null;
    }

    private static ParsedDocument Read(string file, SourceContent content)
    {
        var diagnostics = content.Diagnostics.ToList();
        var builder = new PostingBuilder(file);
        var postings = content.Roles.Select(role => builder.Build(role, StageList.Read(role, diagnostics))).OfType<Posting>().ToList();
        return new ParsedDocument { File = file, Kind = content.Kind, Postings = postings, Diagnostics = diagnostics };
    }

    private static ParsedDocument Read(RoleScope document, List<Diagnostic> diagnostics, bool isRole)
    {
        IReadOnlyList<RoleScope> listed = ListedRoles.Find(document.Outline);
        var kind = KindReader.Read(document, listed);
        var enumerated = kind is DocumentKind.List ? [] : EnumeratedRoles.Find(document, kind is DocumentKind.Company);
        if (kind is DocumentKind.Company && enumerated.Count < listed.Count && listed.All(LinkedRoles.LeadsToFile))
            enumerated = listed;
        if (enumerated.Count > 0 && ((kind is DocumentKind.Other && !LookAlikes.IsNone(document)) || EnumeratedRoles.IsAdvert(document)))
            kind = DocumentKind.Posting;
        if (kind is DocumentKind.Posting && enumerated.Count > 1 && KindReader.IsCareersPage(document))
            kind = DocumentKind.Company;
        if (kind is DocumentKind.Company or DocumentKind.Other && FrontMatterRoles.Find(document) is { Count: > 0 } kept)
            (kind, enumerated) = (DocumentKind.Company, kept);
        kind = isRole && kind is DocumentKind.Other ? DocumentKind.Posting : kind;
        if (kind is DocumentKind.Company && EnumeratedRoles.AreOfSeveralEmployers(enumerated))
            (kind, listed) = (DocumentKind.List, enumerated);
        var company = kind is DocumentKind.Company ? CompanyReader.Read(document) : null;
        var builder = new PostingBuilder(document.Outline.File);
        var postings = RolesOf(document, kind, kind is DocumentKind.List ? listed : enumerated, company, diagnostics).Select(role => builder.Build(role.Scope, role.Found)).OfType<Posting>().ToList();
        return new ParsedDocument { File = document.Outline.File, Kind = kind, Company = company, Postings = postings, Diagnostics = diagnostics };
    }

    private static IEnumerable<(RoleScope Scope, Findings Found)> RolesOf(
        RoleScope document, DocumentKind kind, IReadOnlyList<RoleScope> divided, CompanyDocument? company, List<Diagnostic> diagnostics) => kind switch
    {
        DocumentKind.Posting => OfPosting(document, divided, diagnostics),
        DocumentKind.Company => OfCompany(document, divided, company!, diagnostics),
        DocumentKind.List => OfList(document, divided, diagnostics),
        _ => [],
    };

    private static IEnumerable<(RoleScope Scope, Findings Found)> OfPosting(RoleScope document, IReadOnlyList<RoleScope> enumerated, List<Diagnostic> diagnostics)
    {
        foreach (var role in enumerated)
            yield return (role, StageList.Read(role, diagnostics));
        var several = enumerated.Count == 0 ? LinkedRoles.FindSeveral(document) : [];
        if (several.Count + enumerated.Count == 0)
        {
            var scope = EnumeratedRoles.WithHeader(document);
            yield return (scope, StageList.Read(scope, diagnostics));
        }

        foreach (var role in several)
        {
            var scope = new RoleScope(document.Outline, document.Blocks, role.Title);
            var found = StageList.Read(scope, diagnostics);
            found.ApplyUrl = role.Url;
            yield return (scope, found);
        }
    }

    private static IEnumerable<(RoleScope Scope, Findings Found)> OfCompany(
        RoleScope document, IReadOnlyList<RoleScope> enumerated, CompanyDocument company, List<Diagnostic> diagnostics)
    {
        var linked = LinkedRoles.Find(document.Blocks);
        var places = linked.Count > 0 ? PlaceSentences.OfAll(document.Blocks.Lines()) : [];
        var mail = enumerated.Count > 0 || linked.Exists(role => role.Url is null) ? ApplyStage.MailOf(document) : null;
        // A role's own text says more than the link to it.
        var isTold = linked.Count < enumerated.Count || (enumerated.Count > 0 && linked.Count == enumerated.Count && enumerated.All(role => role.Blocks.Count > 1 && LinkedRoles.LeadsToFile(role)));
        foreach (var role in isTold ? enumerated : [])
        {
            var found = StageList.Read(role, diagnostics);
            found.Company = company.Name ?? found.Company;
            found.ApplyUrl ??= mail;
            yield return (role, found);
        }

        foreach (var role in isTold ? [] : linked)
        {
            var scope = new RoleScope(document.Outline, [role.Block], role.Title);
            var found = StageList.Read(scope, diagnostics);
            found.Company = company.Name ?? found.Company;
            found.Workplace ??= company.Workplace;
            if (places.Count > 0)
                found.Places ??= new PlaceFindings(places, []);
            found.ApplyUrl = role.Url ?? mail;
            yield return (scope, found);
        }
    }

    private static IEnumerable<(RoleScope Scope, Findings Found)> OfList(RoleScope document, IReadOnlyList<RoleScope> listed, List<Diagnostic> diagnostics)
    {
        var workplace = ListedRoles.WorkplaceOfAll(document.Outline, listed);
        var internships = ListedRoles.InternshipsOf(document.Outline, listed);
        for (var i = 0; i < listed.Count; i++)
        {
            var found = StageList.Read(listed[i], diagnostics);
            found.Workplace ??= workplace;
            if (internships[i] is { } internship)
                found.EmploymentTypes ??= [internship];
            yield return (listed[i], found);
        }
    }

    private static ParsedDocument Unread(string file, Diagnostic reason) => new() { File = file, Kind = DocumentKind.Other, IsRead = false, Diagnostics = [reason] };
}
