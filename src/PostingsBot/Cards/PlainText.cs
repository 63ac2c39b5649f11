using System.Globalization;
using System.Text;
using PostingsBot.Cards.Models;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Cards;

/// <summary>An answer as lines of plain text: for the terminal, for `ask`, and wherever a card cannot be shown.</summary>
internal static class PlainText
{
    private const int LongestQuote = 300;
    private const int LongestPassage = 200;

    public static string Of(Answer answer)
    {
        var lines = new StringBuilder();
        if (answer.Mended.Count > 0)
            Line(lines, "", Parts.MendedLine(answer));
        Line(lines, "", answer.Text);
        Body(lines, answer);
        if (answer.Chips.Count > 0)
            Line(lines, "", "Understood as: " + string.Join(" · ", answer.Chips.Select(c => c.Label)));
        if (answer.Suggestions.Count > 0)
            Line(lines, "", "Try: " + string.Join(" · ", answer.Suggestions.Select(s => $"“{s}”")));
        return lines.ToString().TrimEnd('\n');
    }

    private static void Body(StringBuilder lines, Answer answer)
    {
        switch (answer)
        {
            case RoleListAnswer a:
                Roles(lines, a);
                if (a.HasMore || a.First > 1)
                    Line(lines, "", RoleListModel.Range(a) + (a.HasMore ? " – say “more” for the next ones" : ""));
                Narrowings(lines, "Narrow down:", a.Facets);
                Line(lines, "", a.Alerts.Count > 0 ? "Say “list my alerts” to pause, change or stop it." : "");
                break;
            case NothingFoundAnswer a:
                Narrowings(lines, "What would match:", a.Relaxations);
                break;
            case DetailAnswer a:
                Detail(lines, a);
                break;
            case FactAnswer a:
                Facts(lines, a.Facts, a.Text);
                Quotes(lines, a.Quotes.Except(a.Facts.Select(f => f.Source).OfType<Quote>()));
                break;
            case CompareAnswer a:
                Compare(lines, a);
                break;
            case CountAnswer a:
                foreach (var row in a.Breakdown)
                    Line(lines, "  ", $"{row.Count.ToString(CultureInfo.InvariantCulture),5}  {row.Label}");
                break;
            case CompanyAnswer a:
                Quotes(lines, a.Quotes);
                if (a.Employers.Count > 1)
                {
                    foreach (var employer in a.Employers)
                        Line(lines, "- ", $"{employer.Name} ({employer.Roles.ToString(CultureInfo.InvariantCulture)} {(employer.Roles == 1 ? "role" : "roles")})");
                }

                Roles(lines, a);
                break;
            case ClarifyAnswer a:
                foreach (var choice in a.Choices)
                    Line(lines, "- ", choice.Label == choice.Say ? choice.Say : $"{choice.Label}: say “{choice.Say}”");
                break;
            case NoticeAnswer a:
                foreach (var row in a.Rows)
                {
                    Line(lines, "- ", $"{row.Title}: {row.Note}");
                    var said = row.Buttons.Where(button => button.Say.Length > 0).Select(button => $"“{button.Say}”").ToList();
                    Line(lines, "  ", said.Count > 0 ? $"Say {string.Join(" or ", said)}." : "");
                }

                break;
            case SubscriptionAnswer a:
                Subscription(lines, a);
                break;
            case SubscriptionListAnswer a:
                foreach (var row in a.Rows)
                    Line(lines, $"{row.Number.ToString(CultureInfo.InvariantCulture)}. ", $"{row.What} – {row.When} – {row.Where} – {SubscriptionModel.StateOf(row)}");
                break;
            case SubscriptionFormAnswer:
                Line(lines, "", "Say for example “weekdays at 8, Berlin time”.");
                break;
            case PreviewAnswer a:
                Detail(lines, a.Role);
                RecruitingText.Of(a, (indent, text) => Line(lines, indent, text));
                break;
            case RoleChangeAnswer or HistoryAnswer or DeskListAnswer or RoleFormAnswer or PublishLaterAnswer:
                RecruitingText.Of(answer, (indent, text) => Line(lines, indent, text));
                break;
            default:
                Quotes(lines, answer.Quotes);
                break;
        }
    }

    private static void Roles(StringBuilder lines, Answer answer)
    {
        for (var i = 0; i < answer.Postings.Count; i++)
        {
            var posting = answer.Postings[i];
            var source = Sources.ForRole(answer, i);
            Line(lines, $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. ", $"{posting.Title.Value} – {RoleFacts.Employer(posting)}");
            Line(lines, "   ", $"{RoleFacts.Where(posting)} · {RoleFacts.Rest(posting)}");
            Quote(lines, "   ", source);
        }
    }

    private static void Subscription(StringBuilder lines, SubscriptionAnswer answer)
    {
        foreach (var (label, value) in SubscriptionModel.Facts(answer.Row))
            Line(lines, "", $"{label}: {value}");
        foreach (var note in answer.Notes)
            Line(lines, "", note);
        Line(lines, "", answer.Preview ?? "");
        Roles(lines, answer);
        if (answer.Stage is SubscriptionStage.Offered or SubscriptionStage.Deleting)
            Line(lines, "", "Say “yes” or “no”.");
    }

    private static void Detail(StringBuilder lines, DetailAnswer answer)
    {
        Line(lines, "", $"{answer.Posting.Title.Value} – {RoleFacts.Employer(answer.Posting)}");
        Facts(lines, answer.Facts, "");
        if (answer.NotStated.Count > 0)
            Line(lines, "", "Not stated: " + string.Join(", ", answer.NotStated));
        if (Sources.Others(answer.Posting) is { } others)
            Line(lines, "", others);
        foreach (var section in answer.Sections)
        {
            Line(lines, "", $"{section.Heading} ({Sources.Of(answer.Posting.File, section.FirstLine)})");
            foreach (var passage in section.Passages)
                Line(lines, "  - ", CardText.Cut(passage.Text, LongestPassage));
        }
    }

    /// <summary>Each fact once: what the sentence above says already is only quoted.</summary>
    private static void Facts(StringBuilder lines, IReadOnlyList<FactRow> facts, string said)
    {
        var heading = "";
        foreach (var fact in facts)
        {
            var isNew = fact.Label != heading;
            heading = fact.Label;
            if (fact.IsQuoted())
                Line(lines, "", isNew && fact.Label.Length > 0 ? FactData.Capital(fact.Label).TrimEnd(':') + ":" : "");
            else if (fact.Value is null || !said.Contains(fact.Value, StringComparison.Ordinal))
                Line(lines, "", $"{FactData.Capital(fact.Label)}: {fact.Value ?? "not stated"}");
            if (fact.Source is { } source)
                Quote(lines, "   ", source);
        }
    }

    private static void Compare(StringBuilder lines, CompareAnswer answer)
    {
        foreach (var row in answer.Rows)
        {
            Line(lines, "", FactData.Capital(row.Label) + (row.Differs ? "" : " (the same)"));
            for (var i = 0; i < row.Values.Count && i < answer.Columns.Count; i++)
                Line(lines, "  ", $"{answer.Columns[i]}: {row.Values[i] ?? "not stated"}");
        }

        Quotes(lines, answer.Quotes);
    }

    private static void Narrowings(StringBuilder lines, string heading, IReadOnlyList<Relaxation> relaxations)
    {
        if (relaxations.Count > 0)
            Line(lines, "", $"{heading} {string.Join(" · ", relaxations.Select(r => $"{r.Label} ({r.Count.ToString(CultureInfo.InvariantCulture)})"))}");
    }

    private static void Quotes(StringBuilder lines, IEnumerable<Quote> quotes)
    {
        foreach (var quote in quotes)
            Quote(lines, "  ", quote);
    }

    private static void Quote(StringBuilder lines, string indent, Quote quote) =>
        Line(lines, indent, $"“{CardText.Cut(quote.Text, LongestQuote)}” [{Sources.Of(quote)}]");

    private static void Line(StringBuilder lines, string indent, string text)
    {
        if (text.Length > 0)
            lines.Append(indent).Append(CardText.Plain(text)).Append('\n');
    }
}
