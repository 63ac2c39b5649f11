using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Questions;

public sealed class QuestionReaderTests
{
    [Theory]
    [InlineData("pyhton jobs", "pyhton", "python")]
    [InlineData("remtoe jobs", "remtoe", "remote")]
    [InlineData("kuberntes", "kuberntes", "kubernetes")]
    [InlineData("Brightweel job", "Brightweel", "brightwheel")]
    public void Read_Misspelt_SaysWhatWasMended(string text, string written, string read) =>
        Assert.Equal([new Mended(written, read)], QuestionTable.Read(text).Mended);

    [Theory]
    [InlineData("jobs at Spotify")]
    [InlineData("who are the investors of Crunch?")]
    [InlineData("which postings involve mentoring?")]
    public void Read_RightlySpelt_MendsNothing(string text) => Assert.Empty(QuestionTable.Read(text).Mended);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("…!")]
    public void Read_NothingToRead_Unclear(string text) => Assert.Equal(Intent.Unclear, QuestionTable.Read(text).Intent);

    [Fact]
    public void Read_TenThousandCharacters_ReadsTheFirstTwoThousand()
    {
        var question = QuestionTable.Read("python jobs " + string.Concat(Enumerable.Repeat("please ", 2_000)) + "ruby");

        Assert.Equal(2_000, question.Text.Length);
        Assert.Equal([new SkillConstraint(["Python"])], question.Constraints);
    }

    [Theory]
    [InlineData("PYTHON JOBS IN BERLIN")]
    [InlineData("in Berlin, python jobs")]
    [InlineData("Could you please show me Python jobs in Berlin? Thanks!")]
    public void Read_OtherOrderCaseOrPoliteness_SameConstraints(string text)
    {
        var plain = QuestionTable.Read("python jobs in berlin").Constraints.Select(c => c.Key).Order();

        Assert.Equal(plain, QuestionTable.Read(text).Constraints.Select(c => c.Key).Order());
    }

    [Fact]
    public void Drop_OneChip_KeepsTheOthers()
    {
        Constraint python = new SkillConstraint(["Python"]);
        Constraint remote = new WorkplaceConstraint([Workplace.Remote]);
        var conversation = Conversation.Empty with { Constraints = [python, remote] };

        Assert.Equal([remote], QuestionReader.Drop(python.Key, conversation).Constraints);
    }

    [Theory]
    [InlineData("anything new this week?", "2026-03-04", "2026-03-02", "2026-03-04")]
    [InlineData("posted last week", "2026-03-04", "2026-02-23", "2026-03-01")]
    [InlineData("jobs from yesterday", "2026-03-01", "2026-02-28", "2026-02-28")]
    [InlineData("jobs since Monday", "2026-03-04", "2026-03-02", null)]
    public void Read_RelativeDates_CountFromToday(string text, string today, string from, string? to)
    {
        var reader = new QuestionReader(CatalogueNames.Empty);
        var day = NodaTime.Text.LocalDatePattern.Iso;

        var posted = reader.Read(text, Conversation.Empty, day.Parse(today).Value).Constraints.OfType<PostedConstraint>().Single();

        Assert.Equal(day.Parse(from).Value, posted.From);
        Assert.Equal(to is null ? (LocalDate?)null : day.Parse(to).Value, posted.To);
    }
}
