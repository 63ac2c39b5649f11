namespace PostingsBot.Core.Recruiting;

/// <summary>The warnings before a posting is published.</summary>
internal static class WarningWording
{
    public const string NoPay = "No pay is stated. Say “salary is 90–110k EUR per year” to add a range; people who search by pay will not find it otherwise.";

    public const string NoRange = "The pay is one figure. Say “salary is 90–110k EUR per year” if there is a range.";

    public const string NoPlace = "No place is stated, and not that it is remote. Say “location: Berlin, Germany” or “remote in the EU only”.";

    public const string NoApply = "It does not say how to apply. Say “apply at https://…” or give a mail address.";

    public const string UnknownCurrency = "The pay has no currency that I know. Say the whole, such as “salary is 90–110k EUR per year”.";

    public const string Script = "There is a script or a placeholder in the text. It is shown as plain text and does nothing.";

    public const string Mention = "There is a mention in the text. It is shown as plain text and calls nobody.";

    public static string PastClosing(string day) => $"The closing date {day} has passed, so the role would be closed at once. Say “deadline is 15 January” to set another, or “no deadline”.";

    public static string LookAlike(string name) => $"It looks like a role that is open: {name}. If it is the same, update that one instead.";

    public static string Hint(string written, WordingHint hint) => $"“{written}” {hint.Effect}. Better: {hint.Instead}.";
}
