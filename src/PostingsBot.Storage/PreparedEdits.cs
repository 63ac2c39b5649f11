using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage;

/// <summary>Edits with what is stored of them: made by <see cref="ICatalogueStore.Prepare"/> before a transaction begins.</summary>
public sealed class PreparedEdits
{
    private const int WorthSharing = 8;

    private PreparedEdits(IReadOnlyList<PreparedEdit> edits) => Edits = edits;

    internal static PreparedEdits None { get; } = new([]);

    internal IReadOnlyList<PreparedEdit> Edits { get; }

    /// <param name="edits">The edits, in their order.</param>
    /// <param name="isIndexed">Whether the store that they are for holds the search index too.</param>
    internal static PreparedEdits Of(IReadOnlyList<DocumentEdit> edits, bool isIndexed)
    {
        var postings = edits.OfType<DocumentEdit.Put>().SelectMany(put => put.Document.Postings).ToArray();
        var prepared = new PreparedPosting[postings.Length];
        if (postings.Length < WorthSharing)
        {
            for (var i = 0; i < postings.Length; i++)
                prepared[i] = PreparedPosting.Of(postings[i], isIndexed);
        }
        else
        {
            Parallel.For(0, postings.Length, i => prepared[i] = PreparedPosting.Of(postings[i], isIndexed));
        }

        var all = new List<PreparedEdit>(edits.Count);
        var next = 0;
        foreach (var edit in edits)
        {
            var count = edit is DocumentEdit.Put { Document.Postings.Count: var own } ? own : 0;
            all.Add(new PreparedEdit(edit, edit is DocumentEdit.Put { Document: var document } ? DocumentJson.Write(document) : "", new ArraySegment<PreparedPosting>(prepared, next, count)));
            next += count;
        }

        return new PreparedEdits(all);
    }
}

/// <param name="Edit">What is done.</param>
/// <param name="Json">The document as it is stored; empty when it is withdrawn.</param>
/// <param name="Postings">Its postings in their order.</param>
internal sealed record PreparedEdit(DocumentEdit Edit, string Json, IReadOnlyList<PreparedPosting> Postings)
{
    public string File => Edit is DocumentEdit.Put put ? put.Document.File : ((DocumentEdit.Withdraw)Edit).File;
}

/// <summary>What is stored of a posting. <paramref name="Indexed"/>: null where the store does not hold the search index.</summary>
internal sealed record PreparedPosting(Posting Posting, string Json, RoleTraits Traits, string TraitsText, IndexedRole? Indexed)
{
    public static PreparedPosting Of(Posting posting, bool isIndexed)
    {
        var tokens = PostingTokens.Of(posting);
        var traits = RoleTraits.Of(posting, tokens);
        return new PreparedPosting(posting, PostingJson.Write(posting), traits, TraitsJson.Write(traits), isIndexed ? IndexedRole.Of(posting, tokens) : null);
    }
}
