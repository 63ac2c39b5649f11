using PostingsBot.BotSdk;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Saving;
using PostingsBot.Recruiting;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Dialogs;

/// <summary>What came in: the one door through which texts and buttons become questions.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    public sealed record Text(string Value) : Incoming
    {
        /// <summary>With others' mentions marked; null when nobody is mentioned.</summary>
        public string? Marked { get; init; }
    }

    /// <summary>A button: a question once the conversation is known.</summary>
    public sealed record Asked(Func<Conversation, Question> Question) : Incoming;

    /// <summary>A button about subscriptions.</summary>
    public sealed record Subscribing(CardVerb Action) : Incoming;

    /// <summary>A button about posting and changing roles.</summary>
    public sealed record Recruiting(CardVerb Action) : Incoming;

    /// <summary>Files of somebody who may post them.</summary>
    public sealed record Attached(IReadOnlyList<AttachedFile> Files) : Incoming;

    /// <summary>A button of a card that this version does not know.</summary>
    public sealed record Unknown : Incoming;

    public static Incoming Of(Activity activity)
    {
        if (activity.Value is null)
            return new Text(SpokenText.Of(activity)) { Marked = SpokenText.Marked(activity) };
        return ActivityValues.Verb(activity.Value) switch
        {
            CardVerb.Ask a => new Text(a.Say),
            CardVerb.Drop a => new Asked(conversation => QuestionReader.Drop(a.Key, conversation)),
            CardVerb.Detail a => new Asked(_ => new Question(Intent.Detail) { Targets = [new Target.Role(a.Id)] }),
            CardVerb.Similar a => new Asked(_ => new Question(Intent.Similar) { Targets = [new Target.Role(a.Id)] }),
            CardVerb.Compare a => new Asked(_ => new Question(Intent.Compare) { Targets = [.. a.Ids.Select(id => new Target.Role(id))] }),
            CardVerb.Keep a => new Asked(_ => new Question(Intent.Saving) { Saving = new SavingRequest(a.Off ? SavingAction.Remove : SavingAction.Save), Targets = [new Target.Role(a.Id)] }),
            CardVerb.More => new Asked(_ => new Question(Intent.More)),
            { } action when action is CardVerb.Subscribe or CardVerb.Alert => new Subscribing(action),
            { } action when action is CardVerb.Post or CardVerb.RoleEdit => new Recruiting(action),
            _ when !string.IsNullOrWhiteSpace(activity.Text) => new Text(activity.Text),
            _ => new Unknown(),
        };
    }
}
