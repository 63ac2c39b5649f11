using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Teams;

/// <summary>
/// The message extension that finds roles. It understands what the chat understands, each query by itself: no conversation is read or written. What it
/// does not understand it says instead of showing results, because a list of results has no room for remarks.
/// </summary>
internal sealed class RoleQuery(Assistant assistant, RoleResults results, TimeProvider clock)
{
    public const string Command = "findRoles";
    public const string Parameter = "question";
    public const int PageSize = 25;

    /// <summary>Teams sends it, with "true", when the extension is opened and nothing is typed yet.</summary>
    private const string InitialRun = "initialRun";

    private const int MostSkipped = 10_000;
    private const int MostParameters = 5;

    /// <summary>Teams waits five seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4.5);

    public async Task<Invoked<MessagingExtensionResponse>> FindAsync(Activity activity, MessagingExtensionQuery query, CancellationToken ct)
    {
        var (skip, count) = (query.QueryOptions?.Skip ?? 0, query.QueryOptions?.Count ?? PageSize);
        if (Refusal(query, skip, count) is { } refusal)
            return Invoked<MessagingExtensionResponse>.Refuse(refusal);
        using var time = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        try
        {
            return new MessagingExtensionResponse(await FindAsync(TextOf(query), skip, Math.Min(count, PageSize), AskDialog.Today(activity, clock), either.Token));
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new MessagingExtensionResponse(RoleResults.Message(TeamsWording.TookTooLong));
        }
    }

    private async Task<MessagingExtensionResult> FindAsync(string? text, int skip, int take, LocalDate today, CancellationToken ct)
    {
        var question = text is null ? new Question(Intent.FindRoles) { Order = SearchOrder.Newest } : await assistant.ReadAsync(text, Conversation.Empty, today, ct);
        if (question is { Intent: Intent.FindRoles, IsCut: false, Unread.Count: 0, Unused.Count: 0 })
        {
            var page = await assistant.PageAsync(question, skip, take, ct);
            // A page past the end is empty, so that the client stops asking for more.
            if (page.Count > 0 || skip > 0)
                return results.Of(page, today);
        }

        var answer = (await assistant.AnswerAsync(question, Conversation.Empty, today, ct)).Answer;
        return question.Intent is Intent.FindRoles || answer.Postings.Count == 0
            ? RoleResults.Message(TeamsWording.Instead(answer))
            : results.Of([.. answer.Postings.Skip(skip).Take(take)], today);
    }

    private static string? Refusal(MessagingExtensionQuery query, int skip, int count) => query switch
    {
        { CommandId: not Command } => $"The command must be {Command}.",
        { Parameters: null or { Count: 0 or > MostParameters } } => $"The query must have the parameter {Parameter} or {InitialRun}.",
        _ when query.Parameters.All(parameter => parameter?.Name is not (Parameter or InitialRun)) => $"The query must have the parameter {Parameter} or {InitialRun}.",
        _ when skip is < 0 or > MostSkipped => $"queryOptions.skip must be from 0 to {MostSkipped}.",
        _ when count is < 1 or > MostSkipped => $"queryOptions.count must be from 1 to {MostSkipped}; at most {PageSize} are returned.",
        _ => null,
    };

    /// <summary>Null when nothing is asked yet.</summary>
    private static string? TextOf(MessagingExtensionQuery query) =>
        query.Parameters!.FirstOrDefault(parameter => parameter?.Name is Parameter)?.Value?.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
