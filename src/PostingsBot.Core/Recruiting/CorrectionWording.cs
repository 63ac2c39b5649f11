using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <summary>What the reader of corrections says of what it could not read, and of what it took for granted.</summary>
internal static class CorrectionWording
{
    private const int Longest = 80;

    public const string Empty = "Nothing to change was said. Write for example “salary is 90–110k EUR”, “hybrid in Austin” or “deadline is 15 January”.";

    public const string NoTitle = "A role needs a title, so it cannot be taken away: write “title: …” with the new one.";

    public const string NoStatus = "A role is open, closed or a draft: write “close it” or “reopen it”.";

    public const string AsBefore = "The role says so already, so nothing would change.";

    public const string NoDeadline = "The role states no closing date to move. Write the day, such as “deadline is 15 January 2027”.";

    public static string Unread(string text) => $"I could not read “{Cut(text)}”. Write for example “salary is 90–110k EUR”, “hybrid in Austin”, “remote in the EU only”, “add Kubernetes” or “deadline is 15 January”.";

    public static string UnreadValue(RoleField field, string value) => $"I could not read “{Cut(value)}” as the {TermNames.Of(field)}. Write {Sample(field)}.";

    public static string MissingValue(RoleField field) => $"Say what the {TermNames.Of(field)} shall be: write {Sample(field)}, or “no {Name(field)}” to take it away.";

    public static string UnknownCurrency(string word) => $"I do not know “{Cut(word)}” as a currency. Write the three letters of one, such as EUR, USD or GBP: “90–110k EUR per year”.";

    public static string NoPartOfPay(string word) => $"“{Cut(word)}” is no part of pay that I can keep. Write amounts, currency and period alone, such as “90–110k EUR per year”; the rest belongs in the text.";

    public static string NoFigure(string value) => $"“{Cut(value)}” is no figure. Give an amount or a range such as “90–110k EUR per year”, or write “no salary”.";

    public static string NoPayToRaise(string verb) => $"The role states no pay to {verb}. Write the whole, such as “salary is 90–110k EUR per year”.";

    public static string BelowZero => "That would leave nothing of the pay. Write the whole instead, such as “salary is 90–110k EUR per year”.";

    public static string MinAboveMax => "The minimum would be above the maximum. Write both, such as “salary is 90–110k EUR per year”.";

    public static string UnknownSkill(string name) => $"I do not know “{Cut(name)}” as a skill, so it was not added: only skills I know can be searched for. Name it in the text instead.";

    public static string NotAmongSkills(string name) => $"{name} is not among the skills of this role.";

    public static string NotHttps(string address) => $"“{Cut(address)}” cannot be used to apply. Give a link that begins with https://, or a mail address.";

    public static string WhatInstead(string value) => $"Say what it is instead of “{Cut(value)}”, such as “now hybrid in Austin”.";

    public static string Past(string day) => $"The closing date {day} has passed already; with it the role would be closed at once.";

    public static string Kept(string what) => $"Kept as before: {what}.";

    public static string TakenAway(string what) => $"Taken away with it: {what}.";

    public static string AsGuessed(string what) => $"Not said, so taken as: {what}.";

    public static string Replaces(string before) => $"Replaces {before}; write a range such as “90–110k” to state one.";

    public static string LevelOfTitle(string level) => $"The level follows the title: {level}.";

    private static string Name(RoleField field) => field switch
    {
        RoleField.Pay => "salary",
        RoleField.ValidThrough => "deadline",
        RoleField.Apply => "apply link",
        RoleField.EligibleFrom => "remote limit",
        RoleField.Visa => "visa remark",
        RoleField.Employment => "employment type",
        RoleField.Experience => "experience",
        RoleField.Seniority => "level",
        _ => TermNames.Of(field),
    };

    private static string Sample(RoleField field) => field switch
    {
        RoleField.Title => "“title: Staff Engineer”",
        RoleField.Employer => "“company: Acme GmbH”",
        RoleField.Location => "“location: Berlin, Germany”",
        RoleField.Workplace => "“remote”, “hybrid” or “onsite”",
        RoleField.EligibleFrom => "“remote in the EU only” or “remote anywhere”",
        RoleField.TimeZones => "“within 2 hours of CET”",
        RoleField.Employment => "“full-time”, “part-time”, “contract”, “temporary” or “internship”",
        RoleField.Seniority => "“level: senior” (junior, mid, senior, staff, lead, head)",
        RoleField.Pay => "“salary is 90–110k EUR per year”",
        RoleField.Posted => "“posting date: 2026-01-15”",
        RoleField.ValidThrough => "“deadline is 15 January 2027”",
        RoleField.Apply => "“apply at https://…” or a mail address",
        RoleField.Skills => "“add Kubernetes” or “drop PHP”",
        RoleField.Degree => "“bachelor's degree required”",
        RoleField.Experience => "“5 years of experience”",
        RoleField.Visa => "“no visa sponsorship” or “we sponsor visas”",
        _ => "“status: open” or “status: closed”",
    };

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
}
