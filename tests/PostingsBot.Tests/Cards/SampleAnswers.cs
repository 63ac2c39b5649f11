using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Cards;
using PostingsBot.Recruiting.Answers;

namespace PostingsBot.Tests.Cards;

/// <summary>One answer of every kind, all of whose texts are made from the one given.</summary>
internal static class SampleAnswers
{
    public static IReadOnlyList<Answer> All(string word = "word", int passages = 3, int roles = 3) =>
    [
        Roles(word, roles),
        new NothingFoundAnswer(Chip(word), [Relaxation(word)]) { Text = word, Chips = [Chip(word)], Suggestions = [word] },
        Detail(word, passages),
        new FactAnswer(word, [Fact(word), new FactRow(word, null, null)]) { Text = word, Postings = [Posting(word, 1)], Quotes = [Quote(word)], Suggestions = [word] },
        new NotStatedAnswer(word, word) { Text = word, Postings = [Posting(word, 1)], Suggestions = [word] },
        new CompareAnswer([word, word], [new CompareRow(word, [word, null], true), new CompareRow(word, [word, word], false), new CompareRow(word, [null, null], false)])
        {
            Text = word, Postings = [Posting(word, 1), Posting(word, 2)], Quotes = [Quote(word)],
        },
        new CountAnswer([new CountRow(word, 3), new CountRow(word, 1)]) { Text = word, Total = 4, Chips = [Chip(word)] },
        new CompanyAnswer([new EmployerRow(word, 2, true)]) { Text = word, Quotes = [Quote(word)], Postings = [Posting(word, 1)] },
        new CompanyAnswer([new EmployerRow(word, 2, true), new EmployerRow(word, 0, false)]) { Text = word },
        new ClarifyAnswer([new Choice(word, word)]) { Text = word, Mended = [new Mended(word, word)] },
        new MessageAnswer(AnswerKind.Help) { Text = word, Suggestions = [word, word + " 2", word + " 3", word + " 4"] },
        new MessageAnswer(AnswerKind.Other) { Text = word },
        new MessageAnswer(AnswerKind.Subscribe) { Text = word },
        new SubscriptionAnswer(Alert(word, 0), SubscriptionStage.Offered) { Text = word, Notes = [word], Preview = word, Postings = [Posting(word, 1)], Mended = [new Mended(word, word)] },
        new SubscriptionAnswer(Alert(word, 1), SubscriptionStage.Kept) { Text = word },
        new SubscriptionAnswer(Alert(word, 1), SubscriptionStage.Deleting) { Text = word },
        new SubscriptionListAnswer([.. Enumerable.Range(1, 6).Select(number => Alert(word, number))], 0, 8) { Text = word },
        new SubscriptionFormAnswer("0a1b2c3d4e", new Rhythm.OnDays(Weekdays.MondayToFriday, new LocalTime(8, 0), "Europe/Berlin"), QuietDays.Nothing) { Text = word },
        new RoleListAnswer([], HasMore: false) { Text = word, Postings = [.. Enumerable.Range(1, roles).Select(i => Posting(word, i))], Alerts = ["0a1b2c3d4e"], Suggestions = [word] },
        new RoleListAnswer([], HasMore: false) { Text = word, Postings = [.. Enumerable.Range(1, roles).Select(i => Posting(word, i))], Alerts = ["0a1b2c3d4e", "1a1b2c3d4e"], Suggestions = [word] },
        new PreviewAnswer("4f2a1b0c", Detail(word, passages))
        {
            Text = word, Notes = [word], Warnings = [new PreviewWarning(word, Quote(word)), new PreviewWarning(word, null)], Twins = [Posting(word, 1), Posting(word, 2)], Hint = word,
            Buttons = [new DeskButton.Post(PostStep.Publish, "Publish", "4f2a1b0c") { IsPositive = true }, new DeskButton.Post(PostStep.Discard, "Discard", "4f2a1b0c") { IsDestructive = true }],
        },
        new RoleChangeAnswer([.. Enumerable.Range(1, 6).Select(_ => new ChangedRole(word, [new FieldChange(RoleField.Pay, "", word), new FieldChange(RoleField.Title, word, "")]))])
        {
            Text = word, Notes = [word], More = 3, Hint = word, Buttons = [new DeskButton.Edit(RoleEditStep.Confirm, "Change it", "0a1b2c3d")],
        },
        new HistoryAnswer([.. Enumerable.Range(1, 6).Select(_ => new HistoryRow(word, word, [word, word]))]) { Text = word, HasMore = true, Buttons = [new DeskButton.Edit(RoleEditStep.Undo, "Take the latest back", "17")] },
        new DeskListAnswer([.. Enumerable.Range(1, 8).Select(number => new DeskRow(word, word) { Buttons = [new DeskButton.Post(PostStep.Pick, $"Prepare {number}", "4f2a1b0c") { Number = number }] })]) { Text = word, Notes = [word], More = 2 },
        new RoleFormAnswer("aaaaaaaaa1", new Dictionary<string, string> { ["title"] = word, ["pay"] = word }) { Text = word, Version = 7, Notes = [word] },
        new RoleFormAnswer("", new Dictionary<string, string> { ["about"] = "" }) { Text = word },
        new PublishLaterAnswer("4f2a1b0c", new LocalDate(2026, 3, 3), new LocalTime(9, 0), "Europe/Berlin") { Text = word },
        new NoticeAnswer([new NoticeRow(word, word) { Buttons = [new NoticeButton(word, word), new NoticeButton(word + " 2", word) { Do = "leave", Id = "0000000001" }] }, new NoticeRow(word, word)]) { Text = word, Suggestions = [word] },
    ];

    public static RoleListAnswer Roles(string word, int roles) => new([Relaxation(word)], HasMore: true)
    {
        Text = word,
        Total = roles + 2,
        First = 1,
        Postings = [.. Enumerable.Range(1, roles).Select(i => Posting(word, i))],
        Chips = [Chip(word)],
        Mended = [new Mended(word, word)],
        Suggestions = [word],
    };

    public static DetailAnswer Detail(string word, int passages)
    {
        var posting = Posting(word, 1);
        var section = new Section(word, SectionKind.Requirements, 4, 90, [.. Enumerable.Range(5, passages).Select(line => new Evidence(line, line, word))]);
        return new DetailAnswer(posting, [Fact(word), Fact(word), Fact(word)], [word, "pay"], [section, section with { Heading = word + " 2" }])
        {
            Text = word,
            Postings = [posting],
            Suggestions = [word],
        };
    }

    public static Posting Posting(string word, int number) => new()
    {
        Id = $"00000000{number:00}",
        File = "seeds/sample.txt",
        Title = new(word, Line(word)),
        Company = new(word, Line(word)),
        Locations = [new(new Place(word, null, null, null, null), Line(word))],
        Workplace = new(Workplace.Remote, Line(word)),
        RemoteWithin = [new(new Place(word, null, null, "Germany", "DE"), Line(word))],
        Seniorities = [new(Seniority.Senior, Line(word))],
        Salaries = [new(new Salary(90000, 120000.5m, "EUR", PayPeriod.Year), Line(word))],
        Posted = new(new LocalDate(2017, 7, 27), Line(word)),
        ApplyUrl = new(word, Line(word)),
    };

    private static SubscriptionRow Alert(string word, int number) =>
        new() { Id = "0a1b2c3d4e", Number = number, What = word, When = word, Where = word, Next = word, State = word, IsActive = number % 2 == 0 };

    private static Evidence Line(string word) => new(3, 3, word);

    private static Quote Quote(string word) => new(word, "seeds/sample.txt", 7);

    private static FactRow Fact(string word) => new(word, word, Quote(word));

    private static Chip Chip(string word) => new("Words:" + word, word);

    private static Relaxation Relaxation(string word) => new(word, word, 2);
}
