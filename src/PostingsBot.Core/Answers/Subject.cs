using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Answers;

/// <summary>What a question is about, found in the catalogue: a role or an employer's own document.</summary>
internal sealed record Subject(string Name, string File, Posting? Posting, CompanyDocument? Company)
{
    public IReadOnlyList<Section> Sections => Posting?.Sections ?? Company?.Sections ?? [];

    public static Subject Of(Posting posting) => new(Show.Name(posting), posting.File, posting, null);

    public static Subject Of(Employer employer, ParsedDocument document) => new(employer.Name, document.File, null, document.Company);
}

/// <summary>What a target turned out to be.</summary>
internal abstract record Resolved
{
    private Resolved()
    {
    }

    public sealed record Role(Posting Posting) : Resolved;

    /// <summary>An employer with its own document, if there is one, and its open roles.</summary>
    public sealed record Company(Employer Employer, Subject? Document, IReadOnlyList<Posting> Postings) : Resolved;

    /// <summary>Several roles fit.</summary>
    public sealed record Several(IReadOnlyList<Posting> Postings, int Total) : Resolved;

    /// <summary>Asked for by name or description, and nothing in the catalogue fits.</summary>
    public sealed record Missing(string What) : Resolved;

    /// <summary>Nothing was named or shown before that the words could point at.</summary>
    public sealed record Nothing : Resolved;
}
