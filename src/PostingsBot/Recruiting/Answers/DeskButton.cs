using PostingsBot.Cards;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting.Answers;

/// <summary>A button of the recruiters' cards. No two of one card have the same title.</summary>
internal abstract record DeskButton(string Title, string Id)
{
    /// <summary>What the button does in a card's data.</summary>
    public abstract string Do { get; }

    /// <summary>The usual one, or one that cannot be taken back.</summary>
    public bool IsPositive { get; init; }

    public bool IsDestructive { get; init; }

    public sealed record Post(PostStep Step, string Title, string Id) : DeskButton(Title, Id)
    {
        public override string Do => CardVerb.NameOf(Step);

        /// <summary>Which of several, from 1; 0 for none.</summary>
        public int Number { get; init; }

        /// <summary>The print of what is shown; "" for none.</summary>
        public string Seen { get; init; } = "";
    }

    public sealed record Edit(RoleEditStep Step, string Title, string Id) : DeskButton(Title, Id)
    {
        public override string Do => CardVerb.NameOf(Step);
    }
}
