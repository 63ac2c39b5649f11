using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Questions;

/// <summary>
/// Tables of "text | question"; a line that starts with ">" goes on with the conversation above, one that starts with "!one" begins with one role in focus.
/// The conversation moves on as the answers would move it: a search lists the roles a and b, a fact puts a role in focus.
/// </summary>
internal static class QuestionTable
{
    private const string OneInFocus = "!one ";

    private static readonly string[] Employers = ["Parallel Learning", "Packback", "Brightwheel", "Crunch"];
    private static readonly QuestionReader Reader = new(new CatalogueNames([.. Employers.Select(name => new Employer(name, null))]));

    public static LocalDate Today { get; } = new(2026, 3, 2);

    public static TheoryData<string, string[], string[]> Rows(string table)
    {
        var rows = new TheoryData<string, string[], string[]>();
        var (turns, expected) = (new List<string>(), new List<string>());
        foreach (var line in table.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line[0] != '>' && turns.Count > 0)
            {
                rows.Add(turns[0], [.. turns], [.. expected]);
                turns.Clear();
                expected.Clear();
            }

            var bar = line.LastIndexOf(" | ", StringComparison.Ordinal);
            turns.Add(line[..bar].TrimStart('>').Trim());
            expected.Add(line[(bar + 3)..].Trim());
        }

        rows.Add(turns[0], [.. turns], [.. expected]);
        return rows;
    }

    public static string[] Read(string[] turns)
    {
        var conversation = turns[0].StartsWith(OneInFocus, StringComparison.Ordinal) ? new Conversation { Listed = ["a"], Role = "a", Shown = ["a"] } : Conversation.Empty;
        var read = new List<string>();
        foreach (var turn in turns)
        {
            var question = Reader.Read(turn.Replace(OneInFocus, "", StringComparison.Ordinal), conversation, Today);
            read.Add(QuestionText.Of(question));
            conversation = Next(conversation, question);
        }

        return [.. read];
    }

    public static Question Read(string text) => Read(text, Conversation.Empty);

    public static Question Read(string text, Conversation conversation) => Reader.Read(text, conversation, Today);

    private static Conversation Next(Conversation c, Question q) => q.Intent switch
    {
        Intent.FindRoles or Intent.Count => c with
        {
            Previous = q.Constraints.Equals(c.Constraints) ? c.Previous : c.Constraints, Constraints = q.Constraints, Order = q.Order, Listed = ["a", "b"], Shown = ["a", "b"], Role = null, Field = null, Employers = [],
            Employer = q.Constraints.OfType<EmployerConstraint>().FirstOrDefault(e => !e.Negated)?.AnyOf[0],
        },
        Intent.Employers => c with { Employers = [.. Employers.Take(3)], Listed = [], Role = null },
        Intent.Compare => c with { Listed = ["a", "b"], Role = null, Field = q.Field },
        Intent.Fact or Intent.Detail or Intent.Company => c with
        {
            Role = q.Targets[0] is Target.Company ? null : c.Role ?? "a",
            Employer = q.Targets[0] is Target.Company company ? company.Name : c.Employer,
            Field = q.Field,
        },
        Intent.StartOver => Conversation.Empty,
        _ => c,
    };
}
