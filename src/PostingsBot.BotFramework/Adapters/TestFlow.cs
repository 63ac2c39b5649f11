using System.Runtime.CompilerServices;

namespace PostingsBot.BotFramework.Adapters;

/// <summary>
/// A scripted conversation. Each step returns a longer flow and runs when the one before it has ended; await
/// <see cref="StartTestAsync"/> to learn the outcome. A failed assertion throws <see cref="InvalidOperationException"/>.
/// </summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Task _steps;

    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _adapter = adapter;
        _callback = callback ?? ((_, _) => Task.CompletedTask);
        _steps = Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot) : this(adapter, bot.OnTurnAsync) { }

    private TestFlow(TestFlow before, Func<Task> step) =>
        (_adapter, _callback, _steps) = (before._adapter, before._callback, before.After(step));

    /// <summary>Runs the conversation to its end.</summary>
    public Task StartTestAsync() => _steps;

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback));
    }

    /// <summary>The user joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded!.Add(_adapter.Conversation.User!);
        return _adapter.ProcessActivityAsync(update, _callback);
    });

    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateReply, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateReply, description, timeout);

    public TestFlow AssertReply(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string? description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            if (expected.Type != reply.Type)
                throw Failure(description, $"a {expected.Type}", $"a {reply.Type}");
            Compare(description, expected.AsMessageActivity()?.Text, TextOf(reply), (want, got) => want?.Trim() == got?.Trim());
        },
        description, timeout);

    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () => validateActivity(await NextReplyAsync(description, timeout)));
    }

    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = 3000) => AssertReply(
        reply => Compare(description, expected, TextOf(reply), (want, got) => got?.Contains(want!, StringComparison.Ordinal) == true),
        description, timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, string? description = null, uint timeout = 3000) => AssertReply(
        reply => Compare(description, string.Join(" | ", candidates), TextOf(reply), (_, got) => candidates.Contains(got)),
        description, timeout);

    /// <summary>The turn has ended, so a reply that is not there now is not coming: nothing is waited for.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string? description = null) => Then(() =>
    {
        if (_adapter.GetNextReply() is { } reply) throw Failure(description, "no reply", TextOf(reply) ?? $"a {reply.Type}");
        return Task.CompletedTask;
    });

    private async Task<IActivity> NextReplyAsync(string? description, uint timeout)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            return await _adapter.GetNextReplyAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw Failure(description, "a reply", $"none within {timeout} ms");
        }
    }

    private static string? TextOf(IActivity reply) => reply.AsMessageActivity()?.Text;

    private static void Compare(string? description, string? expected, string? received, Func<string?, string?, bool> matches)
    {
        if (!matches(expected, received)) throw Failure(description, expected, received);
    }

    private static InvalidOperationException Failure(string? description, string? expected, string? received) =>
        new($"{description}:\nExpected: {expected}\nReceived: {received}");

    private TestFlow Then(Func<Task> step) => new(this, step);

    private async Task After(Func<Task> step)
    {
        await _steps;
        await step();
    }
}
