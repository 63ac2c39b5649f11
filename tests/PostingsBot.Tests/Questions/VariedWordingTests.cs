namespace PostingsBot.Tests.Questions;

/// <summary>Classes of wording in which a constraint was once dropped or turned round.</summary>
public sealed class VariedWordingTests
{
    private const string Table = """
        what is different between Crunch and Brightwheel | Compare @[at:Crunch] @[at:Brightwheel]
        jobs mentioning robotics or fintech or kites | FindRoles (skill:Robotics|Fintech or words:kites)
        mentioning beekeeping, falconry or origami | FindRoles (words:beekeeping or words:falconry or words:origami)
        remote roles that also have an office in London | FindRoles remote words:office in:GB-ENG/london
        I am a backend dev who hates Java | FindRoles discipline:backend -skill:Java
        fintech jobs, I have done Java for eight years | FindRoles skill:Fintech skill:Java
        neither Python nor Go | FindRoles -skill:Python -skill:Go
        for someone with 2 years of experience | FindRoles years:..2
        3+ years of python | FindRoles years:3.. skill:Python
        fintech, at least five years of experience | FindRoles skill:Fintech years:5..
        can a Brazilian apply to any of these | FindRoles from:BR
        posted in the last decade | FindRoles posted:2016-03-02..2026-03-02
        roles that keep quiet about money | FindRoles -stated:Pay
        openings nearest to Oakland | FindRoles in:US-CA/oakland
        I want management, not coding | FindRoles title:manager
        no agencies, senior jobs only | FindRoles -words:agencies level:senior
        jobs at startups building robots | FindRoles text:startup words:building words:robots
        """;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_VariedWording_IsAsExpected(string first, string[] turns, string[] expected)
    {
        Assert.Equal(first, turns[0]);
        Assert.Equal(expected, QuestionTable.Read(turns));
    }

    [Fact]
    public void Read_WordThatIsNoConstraintOfTheSearch_IsNamed() => Assert.Equal(["building", "houses"], QuestionTable.Read("show me python jobs building houses").Unused);

    public static TheoryData<string, string[], string[]> Rows() => QuestionTable.Rows(Table);
}
