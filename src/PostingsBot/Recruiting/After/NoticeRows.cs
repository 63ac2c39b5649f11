using PostingsBot.Cards;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Recruiting.After;

/// <summary>Rows of notices about roles: what they say and what their buttons do. A number tells the buttons of several rows apart.</summary>
internal static class NoticeRows
{
    public static NoticeRow Closing(EditableRole role, int? number) => Of(role, number, AfterWording.ClosesOn(role.Shown.ValidThrough!.Value)) with
    {
        Buttons =
        [
            Button(RoleEditStep.Longer, role, $"Extend{Numbered(number)} two weeks", $"extend {AfterWording.Called(role)} by two weeks"),
            Button(RoleEditStep.Close, role, $"Close{Numbered(number)} now", $"close {AfterWording.Called(role)}"),
            Button(RoleEditStep.Leave, role, $"Leave{Numbered(number) ?? " it"}", ""),
        ],
    };

    public static NoticeRow Listed(EditableRole role, int? number, IEnumerable<UnansweredTopic> questions) => Of(role, number, AfterWording.Row(role.Shown, questions)) with
    {
        Buttons =
        [
            Button(RoleEditStep.Leave, role, $"Still open{Numbered(number)}", ""),
            Button(RoleEditStep.Close, role, $"Close{Numbered(number)}", $"close {AfterWording.Called(role)}"),
        ],
    };

    private static NoticeRow Of(EditableRole role, int? number, string note) =>
        new(number is { } at ? AfterWording.NumberOf(at, AfterWording.Name(role)) : AfterWording.Name(role), note) { Role = role.Id, OnlyWhileOpen = true };

    private static NoticeButton Button(RoleEditStep step, EditableRole role, string title, string say) => new(title, say) { Do = CardVerb.NameOf(step), Id = role.Id };

    private static string? Numbered(int? number) => number is { } at ? FormattableString.Invariant($" {at}") : null;
}
