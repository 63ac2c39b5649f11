using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>What is stored of a posting, made before the write lock is taken, on as many cores as there are.</summary>
internal sealed record PreparedPosting(string Json, IndexedRole Indexed, RoleTraits Traits)
{
    private const int WorthSharing = 8;

    public static IReadOnlyDictionary<Posting, PreparedPosting> Of(IReadOnlyList<DocumentEdit> edits)
    {
        var postings = edits.OfType<DocumentEdit.Put>().SelectMany(put => put.Document.Postings).Distinct(ReferenceEqualityComparer.Instance).Cast<Posting>().ToArray();
        var prepared = new PreparedPosting[postings.Length];
        if (postings.Length < WorthSharing)
        {
            for (var i = 0; i < postings.Length; i++)
                prepared[i] = Of(postings[i]);
        }
        else
        {
            Parallel.For(0, postings.Length, i => prepared[i] = Of(postings[i]));
        }

        var byPosting = new Dictionary<Posting, PreparedPosting>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < postings.Length; i++)
            byPosting.Add(postings[i], prepared[i]);
        return byPosting;
    }

    private static PreparedPosting Of(Posting posting)
    {
        var tokens = PostingTokens.Of(posting);
        return new PreparedPosting(PostingJson.Write(posting), IndexedRole.Of(posting, tokens), RoleTraits.Of(posting, tokens));
    }
}
