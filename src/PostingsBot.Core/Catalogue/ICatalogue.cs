using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Catalogue;

/// <summary>
/// Reads the catalogue. A role that stands in several documents is one posting: its newest text, with the others as sources. Only open postings are
/// searched; closed and draft ones are found by id, or where they are asked for. A broken database throws.
/// </summary>
public interface ICatalogue
{
    Task<SearchPage> SearchAsync(Search search, CancellationToken ct);

    Task<int> CountAsync(Match match, CancellationToken ct);

    /// <summary>Closed and draft roles that match, the newest entries first; of very many only the newest three hundred are looked at.</summary>
    Task<IReadOnlyList<Posting>> NotOpenAsync(Match match, int take, CancellationToken ct);

    /// <summary>The posting with this id, or the one that is shown for the same role; null when it is not in the catalogue (any more).</summary>
    Task<Posting?> FindPostingAsync(string id, CancellationToken ct);

    /// <summary>The document with its postings as it states them, or null when no such file is in the catalogue.</summary>
    Task<ParsedDocument?> FindDocumentAsync(string file, CancellationToken ct);

    /// <summary>Every employer named by a posting or a company document, by name. Cheap: the same list until a name comes or goes.</summary>
    Task<IReadOnlyList<Employer>> EmployersAsync(CancellationToken ct);

    /// <summary>Passages of the whole catalogue that hold at least one of the word tokens, best first by BM25.</summary>
    Task<IReadOnlyList<PassageHit>> PassagesAsync(IReadOnlyList<string> words, int take, CancellationToken ct);
}

/// <summary>An employer. <paramref name="DocumentFile"/> is its company document, if there is one.</summary>
public sealed record Employer(string Name, string? DocumentFile);

/// <summary>A passage, the file it stands in and the employer it speaks of, if one is named.</summary>
public sealed record PassageHit(string File, Section Section, Evidence Passage, string? Employer);
