using System.Globalization;
using NodaTime.Text;
using PostingsBot.Cards.Models;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Cards;

/// <summary>Recruiters' answers as lines: an indent and its text.</summary>
internal static class RecruitingText
{
    public static void Of(Answer answer, Action<string, string> line)
    {
        switch (answer)
        {
            case PreviewAnswer a:
                foreach (var note in a.Notes)
                    line("", note);
                line("", a.Warnings.Count > 0 ? "Worth a look before it is published:" : "");
                foreach (var warning in a.Warnings)
                    line("! ", warning.Source is { } source ? $"{warning.Text} “{source.Text}” [{Sources.Of(source)}]" : warning.Text);
                foreach (var twin in a.Twins)
                    line("", $"It reads much like: {Show.Name(twin)} [{Sources.Of(twin.File, twin.Title.Evidence.FirstLine)}]");
                line("", a.Hint ?? "");
                break;
            case RoleChangeAnswer a:
                Changes(a, line);
                break;
            case HistoryAnswer a:
                foreach (var row in a.Rows)
                {
                    line("- ", $"{row.What} ({row.When})");
                    foreach (var change in row.Changes)
                        line("    ", change);
                }

                line("", a.HasMore ? "and earlier ones" : "");
                break;
            case DeskListAnswer a:
                foreach (var row in a.Rows)
                    line("- ", row.Note is { } note ? $"{row.Title} – {note}" : row.Title);
                line("", a.More > 0 ? $"and {a.More.ToString(CultureInfo.InvariantCulture)} more" : "");
                foreach (var note in a.Notes)
                    line("", note);
                break;
            case RoleFormAnswer a:
                foreach (var note in a.Notes)
                    line("", note);
                line("", "Say a field and its value, for example “pay: EUR 90,000–110,000 per year”.");
                break;
            case PublishLaterAnswer a:
                line("", $"Say for example “publish on {LocalDatePattern.Iso.Format(a.Day)} at {RhythmWords.Of(a.Hour)}”.");
                break;
        }
    }

    private static void Changes(RoleChangeAnswer answer, Action<string, string> line)
    {
        foreach (var note in answer.Notes)
            line("", note);
        foreach (var role in answer.Roles)
        {
            line("- ", role.Name);
            foreach (var change in role.Changes)
                line("    ", $"{FactData.Capital(TermNames.Of(change.Field))}: {RecruitingModel.Shown(change.After)}, before: {RecruitingModel.Shown(change.Before)}");
        }

        line("", answer.More > 0 ? $"and {Show.Count(answer.More, "more role", "more roles")}" : "");
        line("", answer.Hint ?? "");
    }
}
