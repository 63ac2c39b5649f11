using PostingsBot.Core.Answers;
using PostingsBot.Core.Text;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// The talk about what is kept of a person, open to everybody. The yes to being forgotten is a sentence of its own: nothing else that is said can be taken for it, and no memory
/// is needed to understand it.
/// </summary>
internal sealed class PersonalTalk(PersonalDataRequests requests)
{
    /// <summary>Characters of one message.</summary>
    private const int Longest = 3_000;

    private const int MostMessages = 12;

    /// <param name="stores">Where everything of people is kept.</param>
    /// <param name="book">Where they are reached.</param>
    /// <param name="clock">The time.</param>
    public static PersonalTalk Over(OpenStores stores, DestinationBook book, TimeProvider clock)
    {
        var places = new OwnerPlaces(stores.State, book, clock);
        var notices = new OwnerNotices(stores.State, stores.Outbox, stores.Recruiting.Unanswered, places, clock);
        return new PersonalTalk(new PersonalDataRequests(stores.Subscriptions, stores.Saved, stores.Recruiting.People, places, notices, book, new OwnerNames(stores.State), new OwnerLeaving(stores.Subscriptions, stores.Outbox, new OwnerNames(stores.State), clock), clock));
    }

    public async Task<PersonalReply> ExportAsync(PersonAsking who, CancellationToken ct)
    {
        if (who.IsShared)
            return Say(PersonalWording.OnlyAlone);
        var json = await requests.ExportAsync(who, ct);
        var parts = Parts(json).ToList();
        var rest = parts.Skip(MostMessages).Sum(part => part.Length);
        return Say(PersonalWording.Export) with { Messages = [.. parts.Take(MostMessages).Select(part => $"```\n{part}\n```"), .. rest > 0 ? [PersonalWording.TooLong(rest)] : Array.Empty<string>()] };
    }

    public static PersonalReply AskForget() =>
        new(new ClarifyAnswer([new Choice(PersonalWording.ForgetYes, PersonalWording.ForgetYes), new Choice(PersonalWording.ForgetNo, PersonalWording.ForgetNo)]) { Text = PersonalWording.AskForget });

    /// <summary>The answer to <see cref="AskForget"/>; null for anything else that is said.</summary>
    public async Task<PersonalReply?> AnsweredAsync(string text, Func<PersonAsking> who, CancellationToken ct)
    {
        if (Is(text, PersonalWording.ForgetNo))
            return Say(PersonalWording.Kept);
        if (!Is(text, PersonalWording.ForgetYes))
            return null;
        var person = who();
        await requests.ForgetAsync(person, ct);
        return Say(person.Proven is null ? PersonalWording.ForgottenHere : PersonalWording.Forgotten) with { ForgetsConversation = !person.IsShared };
    }

    private static PersonalReply Say(string text) => new(new MessageAnswer(AnswerKind.Other) { Text = text });

    private static bool Is(string text, string sentence) => text.Length < 2 * sentence.Length && Folded(text).SequenceEqual(Folded(sentence), StringComparer.Ordinal);

    private static IEnumerable<string> Folded(string text) => Words.Split(text).Select(word => word.Folded);

    /// <summary>Cut at line ends where there is one. The fence of a part must not be closed by what it holds.</summary>
    private static IEnumerable<string> Parts(string json)
    {
        var text = json.Replace("```", "'''", StringComparison.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + Longest, text.Length);
            if (end < text.Length && text.LastIndexOf('\n', end - 1, end - start) is var line && line > start)
                end = line;
            else if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            yield return text[start..end];
            start = end < text.Length && text[end] == '\n' ? end + 1 : end;
        }
    }
}

/// <param name="Answer">What is answered.</param>
internal sealed record PersonalReply(Answer Answer)
{
    /// <summary>Sent after the answer, one by one.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>What the conversation remembers goes.</summary>
    public bool ForgetsConversation { get; init; }
}
