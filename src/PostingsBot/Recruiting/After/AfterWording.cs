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

    public static string Edited(string role, int fields) => fields == 1
        ? $"The files of {role} changed beneath your edit. What you wrote is still shown."
        : $"The files of {role} changed beneath {Number(fields)} of your edits. What you wrote is still shown.";

    public static string EditedGone(string role) => $"{role} is in no file any more, and so your edits of it are gone with it.";

    public static string Conflict(string edited, string under, string now) =>
        $"Your edit says {Said(edited)}. The file says {Said(now)} now; it said {Said(under)} when you edited it.";

    public static string ConflictField(RoleField field) => Capital(TermNames.Of(field));

    private static string Asked(UnansweredTopic topic) => $"{(Enum.TryParse<RoleField>(topic.Topic, out var field) ? TermNames.Of(field) : topic.Topic)} ({(topic.People == 1 ? "1 person" : $"{Number(topic.People)} people")})";

    private static string Said(string value) => value.Length == 0 ? "nothing of it" : $"“{value}”";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
