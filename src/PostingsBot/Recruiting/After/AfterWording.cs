using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>What people are told of their roles unasked, and what they are told when they press a button of it.</summary>
internal static class AfterWording
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM yyyy");

    public const string MyRoles = "My roles";

    public static string For(Actor person, string text) => $"For {person.Name}: {text}";

    public static string Closing(int roles) => roles == 1 ? "One of your roles closes soon." : $"{Number(roles)} of your roles close soon.";

    public static string ClosesOn(LocalDate day) => $"Closes on {Day.Format(day)}; after that day it is closed by itself.";

    public static string Weekly(int roles) => roles == 1 ? "You have one open role. Is it still open?" : $"You have {Number(roles)} open roles. Are they still open?";

    public static string Further(int more) => $" The others, {Number(more)} more, are in the list of your roles.";

    /// <summary>"Posted on … · closes on … · 5 people asked about visa sponsorship."</summary>
    public static string Row(Posting role, IEnumerable<UnansweredTopic> questions)
    {
        var parts = new List<string>();
        if (role.Posted is { Value: var posted })
            parts.Add($"Posted on {Day.Format(posted)}");
        parts.Add(role.ValidThrough is { Value: var last } ? $"closes on {Day.Format(last)}" : "closing date not stated");
        var asked = questions.Select(Asked).ToList();
        return string.Join(" · ", parts) + "." + (asked.Count > 0 ? $" Not stated, but asked for: {string.Join(", ", asked)}." : "");
    }

    public static string NumberOf(int row, string title) => $"{Number(row)}. {title}";

    public static string Name(EditableRole role) => Show.Name(role.Shown);

    /// <summary>As somebody calls it in a sentence.</summary>
    public static string Called(EditableRole role) => role.Shown.Company is { } company ? $"the {role.Shown.Title.Value} role at {company.Value}" : $"the {role.Shown.Title.Value} role";

    public static string Edited(string role, int fields) => fields == 1
        ? $"The files of {role} changed beneath your edit. What you wrote is still shown."
        : $"The files of {role} changed beneath {Number(fields)} of your edits. What you wrote is still shown.";

    public static string EditedGone(string role) => $"{role} is in no file any more, and so your edits of it are gone with it.";

    public static string Conflict(string edited, string under, string now) =>
        $"Your edit says {Said(edited)}. The file says {Said(now)} now; it said {Said(under)} when you edited it.";

    public static string ConflictField(RoleField field) => Capital(TermNames.Of(field));

    public const string RoleGone = "That role is not in the catalogue any more.";

    public const string NoEdit = "There is no such edit any more: the role shows what its files say.";

    public const string TooBusy = "That role is being changed by others at the moment. Press it once more.";

    public static string NotYours(string role) => $"You may not change {role}. Ask one of the admins.";

    public static string Left(Posting role) => role switch
    {
        { IsOpen: false } => $"{Show.Name(role)} is closed. Say “reopen it” to open it again.",
        { ValidThrough.Value: var last } => $"{Show.Name(role)} stays open until {Day.Format(last)}.",
        _ => $"{Show.Name(role)} stays open.",
    };

    public static string KeptMine(RoleField field) => $"Your edit stays: {TermNames.Of(field)} is shown as you wrote it.";

    public static string TookFiles(RoleField field, string value) => $"Your edit is gone: {TermNames.Of(field)} is shown as the file says it, {(value.Length == 0 ? "not stated" : $"“{value}”")}.";

    private static string Asked(UnansweredTopic topic) => $"{(Enum.TryParse<RoleField>(topic.Topic, out var field) ? TermNames.Of(field) : topic.Topic)} ({(topic.People == 1 ? "1 person" : $"{Number(topic.People)} people")})";

    private static string Said(string value) => value.Length == 0 ? "nothing of it" : $"“{value}”";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
