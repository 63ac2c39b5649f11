using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Recruiting;

/// <summary>A posted document as it was before an order.</summary>
/// <param name="File">Its file.</param>
/// <param name="Content">Null: there was none.</param>
internal sealed record DocumentBefore(string File, DocumentContent? Content);

/// <param name="Json">The document without its postings, as it is stored.</param>
/// <param name="Postings">Its postings as they are stored, with the ids of their roles.</param>
/// <param name="Text">What it was read from.</param>
/// <param name="Owner">The number of who posted it.</param>
internal sealed record DocumentContent(string Json, IReadOnlyList<(string Json, string Role)> Postings, string Text, long? Owner)
{
    public ParsedDocument Document() => DocumentJson.Read(Json, [.. Postings.Select(posting => PostingJson.Read(posting.Json))]);
}

/// <summary>What undoing restores of documents, as it stands in the audit.</summary>
internal static class DocumentsBefore
{
    public static string? Write(IReadOnlyList<DocumentBefore> documents) => documents.Count == 0 ? null : JsonOut.Object(json => json.Each("documents", documents, (into, document) =>
    {
        into.WriteStartObject();
        into.WriteString("file", document.File);
        if (document.Content is { } content)
        {
            into.WriteString("json", content.Json);
            into.Each("postings", content.Postings, (to, posting) =>
            {
                to.WriteStartObject();
                to.WriteString("json", posting.Json);
                to.WriteString("role", posting.Role);
                to.WriteEndObject();
            });
            into.WriteString("text", content.Text);
            if (content.Owner is { } owner)
                into.WriteNumber("owner", owner);
        }

        into.WriteEndObject();
    }));

    public static IReadOnlyList<DocumentBefore> Read(string? text) => text is null ? [] : JsonIn.Object(text, json => json.Each("documents", item => new DocumentBefore(
        item.Text("file"),
        item.TextOrNull("json") is not { } document
            ? null
            : new DocumentContent(
                document,
                item.Each("postings", posting => (posting.Text("json"), posting.Text("role"))),
                item.Text("text"),
                item.TryGetProperty("owner", out var owner) ? owner.GetInt64() : null))));
}
