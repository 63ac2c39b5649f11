using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>Rows of notices about roles: what they say and what their buttons do. A number tells the buttons of several rows apart.</summary>
internal static class NoticeRows
{
    public static NoticeRow Closing(EditableRole role, int? number) => Of(role, number, AfterWording.ClosesOn(role.Shown.ValidThrough!.Value)) with
    {
        Buttons =
        [
            Button(NoticeSteps.Longer, role, $"Extend{Numbered(number)} two weeks", $"Extend {AfterWording.Name(role)} by two weeks"),
            Button(NoticeSteps.Close, role, $"Close{Numbered(number)} now", $"Close {AfterWording.Name(role)}"),
            Button(NoticeSteps.Leave, role, $"Leave{Numbered(number) ?? " it"}", $"Leave {AfterWording.Name(role)} as it is"),
        ],
    };

    public static NoticeRow Listed(EditableRole role, int? number, IEnumerable<UnansweredTopic> questions) => Of(role, number, AfterWording.Row(role.Shown, questions)) with
    {
        Buttons =
        [
            Button(NoticeSteps.Leave, role, $"Still open{Numbered(number)}", $"Leave {AfterWording.Name(role)} as it is"),
            Button(NoticeSteps.Close, role, $"Close{Numbered(number)}", $"Close {AfterWording.Name(role)}"),
        ],
    };

    private static NoticeRow Of(EditableRole role, int? number, string note) =>
        new(number is { } at ? AfterWording.NumberOf(at, AfterWording.Name(role)) : AfterWording.Name(role), note) { Role = role.Id, OnlyWhileOpen = true };

    private static NoticeButton Button(string step, EditableRole role, string title, string say) => new(title, say) { Do = step, Id = role.Id };

    private static string? Numbered(int? number) => number is { } at ? FormattableString.Invariant($" {at}") : null;
}
