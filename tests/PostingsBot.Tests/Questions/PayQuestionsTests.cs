using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Questions;

/// <summary>Amounts with their period and currency, pay by the hour, and "over" that is no amount.</summary>
public sealed class PayQuestionsTests
{
    private const string Table = """
        I'd prefer React over Angular | FindRoles skill:React
        we prefer python over ruby, remote | FindRoles skill:Python remote
        roles paid by the hour | FindRoles paid-per:hour
        python jobs with a day rate | FindRoles skill:Python paid-per:day
        jobs paid hourly or daily | FindRoles (paid-per:hour or paid-per:day)
        jobs that are not paid by the hour | FindRoles -paid-per:hour
        jobs paid per month | FindRoles paid-per:month
        at least 50 an hour | FindRoles pay:50../hour
        python, 60 euros per hour or more | FindRoles skill:Python pay:60..EUR/hour
        over 400 a day | FindRoles pay:400../day
        more than 5000 a month | FindRoles pay:5000../month
        no more than US $90k, remote | FindRoles pay:..90000USD remote
        """;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Pay_IsAsExpected(string first, string[] turns, string[] expected)
    {
        Assert.Equal(first, turns[0]);
        Assert.Equal(expected, QuestionTable.Read(turns));
    }

    [Theory]
    [InlineData("what is the hourly rate at Crunch?")]
    [InlineData("how much does Crunch pay per hour?")]
    public void Read_AsksForTheFigure_IsNoFilter(string text)
    {
        var question = QuestionTable.Read(text);

        Assert.Equal((Intent.Fact, RoleField.Pay, null), (question.Intent, question.Field, question.About));
    }

    public static TheoryData<string, string[], string[]> Rows() => QuestionTable.Rows(Table);
}
