using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Answers that need no catalogue: help, greetings, what is out of scope, questions back.</summary>
internal static class MessageAnswers
{
    public static Answer? Of(Intent intent) => intent switch
    {
        Intent.Help => Message(AnswerKind.Help, Wording.Help),
        Intent.Greeting => Message(AnswerKind.Help, Wording.Greeting),
        Intent.Thanks => Message(AnswerKind.Other, Wording.Thanks),
        Intent.StartOver => Message(AnswerKind.Other, Wording.StartedOver),
        Intent.OutOfScope => Message(AnswerKind.Other, Wording.OutOfScope),
        Intent.Unclear => Clarify(Wording.Unclear),
        _ => null,
    };

    public static Answer Clarify(string text) => new ClarifyAnswer([]) { Text = text, Suggestions = Wording.Examples };

    /// <summary>Asks which of several roles is meant.</summary>
    public static Answer WhichOf(IReadOnlyList<Posting> postings) =>
        new ClarifyAnswer([.. postings.Select((p, i) => new Choice(Show.Name(p), "the " + Ordinals[i]))]) { Text = Wording.WhichRole, Postings = postings };

    public static Answer Missing(string what) => new NothingFoundAnswer(null, []) { Text = Wording.MissingTarget(what), Total = 0, Suggestions = Wording.Examples };

    private static Answer Message(AnswerKind kind, string text) => new MessageAnswer(kind) { Text = text, Suggestions = Wording.Examples };

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
}
