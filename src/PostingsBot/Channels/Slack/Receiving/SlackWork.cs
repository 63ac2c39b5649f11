using System.Text.Json;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>What a payload asks of the bot.</summary>
internal abstract record SlackWork
{
    private SlackWork()
    {
    }

    /// <summary>The same in each delivery of it.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is worked in order with; null when it is answered at once.</summary>
    public virtual string? Order => null;

    /// <summary>A person said or pressed something.</summary>
    public sealed record Said(IncomingMessage Message) : SlackWork
    {
        public override string Order => Message.Place.Id;
    }

    /// <summary>Somebody of another workspace did, in a channel that both share.</summary>
    public sealed record FromOutside(IncomingMessage Message) : SlackWork
    {
        public override string Order => Message.Place.Id;
    }

    /// <summary>"Share to channel" under an answer that one person sees.</summary>
    public sealed record Share(IncomingMessage Message, string Key) : SlackWork
    {
        public override string Order => Message.Place.Id;
    }

    /// <summary>Links of ours stand in a message, or in one that is being written.</summary>
    /// <param name="Team">The workspace.</param>
    /// <param name="User">Who wrote it.</param>
    /// <param name="Address">The fields by which chat.unfurl finds it.</param>
    /// <param name="Links">As written.</param>
    public sealed record Unfurl(string Team, string User, IReadOnlyList<(string Name, string Value)> Address, IReadOnlyList<string> Links) : SlackWork
    {
        public override string Order => $"{Team}:unfurl:{Address[0].Value}";
    }

    /// <summary>A person looks at the bot's Home.</summary>
    public sealed record Home(string Team, string User) : SlackWork
    {
        public override string Order => $"{Team}:home:{User}";
    }

    /// <summary>Somebody left a channel; a <paramref name="Channel"/> of null: the workspace, for good.</summary>
    public sealed record Left(string Team, string User, string? Channel) : SlackWork
    {
        public override string Order => $"{Team}:left:{User}";
    }

    /// <summary>The app was taken out of a workspace.</summary>
    public sealed record Forget(string Team) : SlackWork
    {
        public override string Order => Team;
    }

    /// <summary>A shortcut, which opens a modal.</summary>
    public sealed record Shortcut(string Team, string User, string Callback, string Trigger) : SlackWork
    {
        /// <summary>Of the message that it was chosen on; null for a global one.</summary>
        public string? Text { get; init; }

        /// <summary>Of that message.</summary>
        public string Channel { get; init; } = "";

        /// <summary>The thread that the message stands in, or begins.</summary>
        public string? Thread { get; init; }

        public Uri? ResponseUrl { get; init; }
    }

    /// <summary>A button that opens a modal with what it carries.</summary>
    /// <param name="Place">The conversation that its answer belongs to.</param>
    public sealed record Show(string Team, string Trigger, SlackView View, string? Place) : SlackWork
    {
        /// <summary>It lies over the modal that the button stands in.</summary>
        public bool IsInModal { get; init; }
    }

    /// <summary>A button on the bot's Home, whose answer is shown in a modal.</summary>
    public sealed record PressedAtHome(string Team, string User, string Trigger) : SlackWork;

    /// <summary>A modal was submitted.</summary>
    public sealed record Submitted(string Team, string User, JsonElement View) : SlackWork;

    /// <summary>A list of choices for what is typed.</summary>
    public sealed record Choices(string ActionId, string Typed) : SlackWork;

    /// <summary>Slack checks the address.</summary>
    public sealed record Challenge(string Text) : SlackWork;

    /// <summary>Slack held events back: more came in an hour than it delivers.</summary>
    public sealed record RateLimited(string Team) : SlackWork;

    /// <summary>Nothing to do: the bot's own words, another bot's, an edit, a link that was followed.</summary>
    public sealed record Nothing : SlackWork;

    /// <summary>Of a type that is not known here.</summary>
    public sealed record Unknown(string Type) : SlackWork;

    /// <summary>A field is missing or has another shape.</summary>
    public sealed record Malformed(string Reason) : SlackWork;
}

/// <summary>What a person said or pressed.</summary>
/// <param name="Place">Where.</param>
/// <param name="User">Who ("U…").</param>
/// <param name="Id">The message's ts; of a command its trigger, in a modal the view.</param>
internal sealed record IncomingMessage(SlackPlace Place, string User, string Id)
{
    /// <summary>Without mentions; null for a button.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    /// <summary>What the pressed button carries.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The message or the view whose button was pressed.</summary>
    public string? Pressed { get; init; }

    /// <summary>Where Slack takes answers for half an hour.</summary>
    public Uri? ResponseUrl { get; init; }
}
