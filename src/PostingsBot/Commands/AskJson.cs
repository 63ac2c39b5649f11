using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;

namespace PostingsBot.Commands;

/// <summary>Answers in the shape of `ask --json`.</summary>
internal static class AskJson
{
    public static string Write(string? id, IEnumerable<Outcome> outcomes) =>
        JsonSerializer.Serialize(new ConversationJson(id, [.. outcomes.Select(Of)]), AskJsonContext.Default.ConversationJson);

    private static AnswerJson Of(Outcome outcome)
    {
        var answer = outcome.Answer;
        return new AnswerJson(
            KindName(answer.Kind),
            PlainText.Of(answer),
            [.. answer.Postings.Select(p => new PostingJson(p.Id, p.File, p.Title.Value, p.Company?.Value))],
            answer.Documents ?? answer.Total,
            Of(outcome.Question),
            [.. answer.Quotes.Select(q => new QuoteJson(q.Text, q.File, q.Line))]);
    }

    private static UnderstoodJson Of(Question question) => new(
        JsonNamingPolicy.CamelCase.ConvertName(question.Intent.ToString()),
        [.. question.Constraints.Select(c => new ConstraintJson(c.Key, c.Label, c.Negated))],
        question.Field is { } field ? JsonNamingPolicy.CamelCase.ConvertName(field.ToString()) : null,
        question.About?.Label,
        [.. question.Topic],
        [.. question.Mended.Select(m => new MendedJson(m.Written, m.Read))]);

    internal static string KindName(AnswerKind kind) => kind switch
    {
        AnswerKind.NotStated => "not_stated",
        AnswerKind.NotInCatalogue => "not_in_catalogue",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

internal sealed record AskedConversation(string? Id, string? Today, IReadOnlyList<string>? Turns);

internal sealed record ConversationJson(string? Id, IReadOnlyList<AnswerJson> Answers);

internal sealed record AnswerJson(
    string Kind,
    string Text,
    IReadOnlyList<PostingJson> Postings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total,
    UnderstoodJson Understood,
    IReadOnlyList<QuoteJson> Quotes);

internal sealed record PostingJson(string Id, string File, string Title, string? Company);

internal sealed record UnderstoodJson(
    string Intent,
    IReadOnlyList<ConstraintJson> Constraints,
    string? Field,
    string? About,
    IReadOnlyList<string> Topic,
    IReadOnlyList<MendedJson> Mended);

internal sealed record ConstraintJson(string Key, string Label, bool Negated);

internal sealed record MendedJson(string Written, string Read);

internal sealed record QuoteJson(string Text, string File, int Line);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(ConversationJson))]
[JsonSerializable(typeof(AskedConversation))]
internal sealed partial class AskJsonContext : JsonSerializerContext
{
    static AskJsonContext() => Default = new AskJsonContext(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
