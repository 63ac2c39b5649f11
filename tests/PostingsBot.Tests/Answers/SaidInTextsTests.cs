using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>What no field holds is found in the texts, and the line that says it is shown.</summary>
public class SaidInTextsTests
{
    private readonly Talk talk = new(new MemoryCatalogue([
        Document("a1", "Tide Reader", "We work a four-day week.", "fr"),
        Document("a2", "Boat Builder", "Four calls a day, one report a week.", "en"),
    ]));

    [Fact]
    public async Task Find_WordsOfAPhraseApart_AreNotThePhrase()
    {
        var answer = Assert.IsType<RoleListAnswer>(await talk.SayAsync("jobs with a 4-day week"));

        Assert.Equal(["Tide Reader"], answer.Postings.Select(p => p.Title.Value));
        Assert.Contains(answer.Quotes, quote => quote.Text == "We work a four-day week.");
    }

    [Fact]
    public async Task Find_WordOfTheText_IsQuoted() =>
        Assert.Contains((await talk.SayAsync("roles that mention reports")).Quotes, quote => quote.Text == "Four calls a day, one report a week.");

    [Fact]
    public async Task Find_AmountWithoutACurrency_SaysThatItCountsInEach()
    {
        var paid = new Talk(new MemoryCatalogue([Document("a3", "Tide Reader", "USD", "en", new Salary(90_000, null, "USD", PayPeriod.Year)), Document("a4", "Lock Keeper", "TWD", "en", new Salary(40_000, null, "TWD", PayPeriod.Month))]));

        Assert.Contains("You named no currency, so the amount counts in each: ", (await paid.SayAsync("jobs that pay over 50k")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no currency", (await paid.SayAsync("jobs that pay over 50k USD")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_TwoAgainstEachOther_CountsEach() =>
        Assert.Equal(
            [("written in French", 1), ("written in English", 1)],
            Assert.IsType<CountAnswer>(await talk.AskAsync(new Question(Intent.Count) { Each = [new WrittenInConstraint(["French"]), new WrittenInConstraint(["English"])] })).Breakdown.Select(row => (row.Label, row.Count)));

    [Fact]
    public async Task Find_LanguageThatNobodyAsksFor_OffersWhatIsWrittenInIt() =>
        Assert.Contains(Assert.IsType<NothingFoundAnswer>(await talk.SayAsync("jobs where I need to speak French")).Relaxations, relaxation => relaxation is { Label: "Written in French", Count: 1 });

    private static ParsedDocument Document(string id, string title, string text, string language, params Salary[] pay)
    {
        var file = id + ".md";
        var said = new Evidence(3, 3, text, file);
        return new ParsedDocument
        {
            File = file,
            Kind = DocumentKind.Posting,
            Postings =
            [
                new Posting
                {
                    Id = id + "00000000",
                    File = file,
                    Title = new(title, new(1, 1, title, file)),
                    Language = new(language, said),
                    Salaries = [.. pay.Select(salary => new Stated<Salary>(salary, said))],
                    Sections = [new Section("", SectionKind.About, 3, 3, [said])],
                },
            ],
        };
    }
}
