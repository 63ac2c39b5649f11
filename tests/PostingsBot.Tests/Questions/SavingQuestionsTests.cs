namespace PostingsBot.Tests.Questions;

/// <summary>What is said about saved roles, and what only sounds like it.</summary>
public sealed class SavingQuestionsTests
{
    private const string Table = """
        !one save this role | Saving @it saving=Save
        !one please save it for later | Saving @it saving=Save
        !one bookmark this | Saving @it saving=Save
        !one unsave it | Saving @it saving=Remove
        python jobs | FindRoles skill:Python
        > save the second one | Saving @2 saving=Save
        > could you star #1 | Saving @1 saving=Save
        > save them | Saving @all saving=Save
        > remove the first from my saved roles | Saving @1 saving=Remove
        save the Crunch job | Saving @[at:Crunch] saving=Save
        follow the brightwheel role | Saving @[at:Brightwheel] saving=Save
        my saved roles | Saving saving=List
        show me my saved jobs please | Saving saving=List
        what have I saved? | Saving saving=List
        saved roles | Saving saving=List
        list my bookmarks | Saving saving=List
        delete all my saved roles | Saving saving=Remove
        clear my bookmarks | Saving saving=Remove
        remove everything from my bookmarks | Saving saving=Remove
        """;

    public static TheoryData<string, string[], string[]> Rows => QuestionTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_OfSavedRoles_AsMeant(string first, string[] turns, string[] expected) => Assert.Equal(expected, QuestionTable.Read(first.Length > 0 ? turns : []));

    [Theory]
    [InlineData("follow up")]
    [InlineData("jobs where I can save lives")]
    [InlineData("save this search")]
    [InlineData("my saved searches")]
    [InlineData("save it as a draft")]
    [InlineData("save the second as a file")]
    public void Read_SavingSomethingElse_NotOfRoles(string text) => Assert.DoesNotContain("saving=", QuestionTable.Read([text])[0], StringComparison.Ordinal);
}
