using Microsoft.Extensions.Configuration;
using PostingsBot.Configuration;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Configuration;

public sealed class OptionsReaderTests
{
    [Fact]
    public void Read_NothingSet_HasTheDefaults()
    {
        var options = Read();

        Assert.EndsWith("seeds", Assert.Single(options.Catalogue), StringComparison.Ordinal);
        Assert.True(Directory.Exists(options.Catalogue[0]));
        Assert.Equal(("data", true), (options.DataFolder, options.Watch));
    }

    [Fact]
    public void Read_AllSet_TakesThem()
    {
        var options = Read(("Catalogue:0", Repository.Path("seeds")), ("Catalogue:1", Repository.Path("README.md")), ("DataFolder", "elsewhere"), ("Watch", "False"));

        Assert.Equal([Repository.Path("seeds"), Repository.Path("README.md")], options.Catalogue);
        Assert.Equal(("elsewhere", false), (options.DataFolder, options.Watch));
    }

    [Fact]
    public void Read_Rates_ConvertBothWays()
    {
        var rates = Read(("Rates:usd", "1"), ("Rates:EUR", "1.25")).Rates;

        Assert.Equal((125m, 80m, null), (rates.Convert(100, "EUR", "USD"), rates.Convert(100, "USD", "EUR"), rates.Convert(100, "EUR", "GBP")));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("Host=db;Database=jobs", "Host=db;Database=jobs")]
    public void Read_Postgres_EmptyMeansADatabaseOfItsOwn(string set, string? read) => Assert.Equal(read, Read(("Postgres", set)).Postgres);

    [Theory]
    [InlineData("", null)]
    [InlineData("https://jobs.example.com", "https://jobs.example.com/")]
    [InlineData("https://jobs.example.com:8443/", "https://jobs.example.com:8443/")]
    public void Read_PublicAddress_EmptyMeansNoLinks(string set, string? read) => Assert.Equal(read, Read(("PublicAddress", set)).PublicAddress?.AbsoluteUri);

    [Fact]
    public void Read_OnePathWithoutANumber_IsTheCatalogue() =>
        Assert.Equal([Repository.Path("seeds")], Read(("Catalogue", Repository.Path("seeds"))).Catalogue);

    [Theory]
    [InlineData("DataFoldr", "x", "PostingsBot:DataFoldr")]
    [InlineData("Colour:Deep", "blue", "PostingsBot:Colour")]
    [InlineData("Catalogue:0", "no-such-folder", "no-such-folder")]
    [InlineData("Catalogue", "no-such-folder", "no-such-folder")]
    [InlineData("Watch", "perhaps", "PostingsBot:Watch is \"perhaps\"")]
    [InlineData("Watch", "", "PostingsBot:Watch")]
    [InlineData("DataFolder", " ", "PostingsBot:DataFolder")]
    [InlineData("PublicAddress", "jobs.example.com", "PostingsBot:PublicAddress is \"jobs.example.com\"")]
    [InlineData("PublicAddress", "http://jobs.example.com", "PostingsBot:PublicAddress")]
    [InlineData("PublicAddress", "https://jobs.example.com/bot", "PostingsBot:PublicAddress")]
    [InlineData("PublicAddress", "https://me@jobs.example.com", "PostingsBot:PublicAddress")]
    [InlineData("PublicAddress", "https://jobs.example.com/?a=1", "PostingsBot:PublicAddress")]
    [InlineData("MostAlerts", "many", "PostingsBot:MostAlerts is \"many\"")]
    [InlineData("MostAlerts", "-1", "PostingsBot:MostAlerts")]
    [InlineData("MostAlerts", "10001", "PostingsBot:MostAlerts")]
    [InlineData("ForgetAfterHours", "soon", "PostingsBot:ForgetAfterHours is \"soon\"")]
    [InlineData("ForgetAfterHours", "-1", "PostingsBot:ForgetAfterHours")]
    [InlineData("Recruiting:Admin:0:User", "x", "Unknown key PostingsBot:Recruiting:Admin")]
    [InlineData("Recruiting:Admins:0:Employers:0", "x", "Unknown key PostingsBot:Recruiting:Admins:0:Employers")]
    [InlineData("Recruiting:UndoHours", "a day", "PostingsBot:Recruiting:UndoHours is \"a day\"")]
    [InlineData("Recruiting:Approval", "maybe", "PostingsBot:Recruiting:Approval is \"maybe\"")]
    [InlineData("Recruiting:WriteBackFolder", "no-such-folder", "PostingsBot:Recruiting:WriteBackFolder names \"no-such-folder\"")]
    [InlineData("Recruiting:WeeklyList", "Mondays", "PostingsBot:Recruiting:WeeklyList is \"Mondays\"")]
    [InlineData("Retention:Days", "3", "Unknown key PostingsBot:Retention:Days")]
    [InlineData("Retention:ConversationDays", "-1", "PostingsBot:Retention:ConversationDays is \"-1\"")]
    [InlineData("Retention:DraftDays", "a year", "PostingsBot:Retention:DraftDays is \"a year\"")]
    [InlineData("Retention:UnansweredDays", "3651", "PostingsBot:Retention:UnansweredDays is \"3651\"")]
    [InlineData("Rates:Dollar", "1", "PostingsBot:Rates:Dollar")]
    [InlineData("Rates:EUR", "0", "PostingsBot:Rates:EUR is \"0\"")]
    [InlineData("Rates:EUR", "1.1", "PostingsBot:Rates names only EUR")]
    public void Read_BadSetting_IsRefusedByName(string key, string value, string named)
    {
        var refused = Assert.Throws<ConfigurationErrorException>(() => Read((key, value)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Recruiting_TakesPeopleWithTheirEmployers()
    {
        var recruiting = Read(
            ("Recruiting:Admins:0:Channel", "Slack"), ("Recruiting:Admins:0:User", "T1:U1"), ("Recruiting:Admins:0:Name", " Ana Silva "),
            ("Recruiting:Recruiters:0:Channel", "msteams"), ("Recruiting:Recruiters:0:User", "11111111-1111-1111-1111-111111111111:22222222-2222-2222-2222-222222222222"),
            ("Recruiting:Recruiters:0:Name", "Bob"), ("Recruiting:Recruiters:0:Employers:0", "Brightwheel"), ("Recruiting:Approval", "true"), ("Recruiting:UndoHours", "2")).Recruiting;

        Assert.Equal(("slack", "T1:U1", "Ana Silva"), (recruiting.Admins[0].Channel, recruiting.Admins[0].User, recruiting.Admins[0].Name));
        Assert.Equal(["Brightwheel"], Assert.Single(recruiting.Recruiters).Employers);
        Assert.Equal((true, 2, null), (recruiting.Approval, recruiting.UndoHours, recruiting.WriteBackFolder));
    }

    [Fact]
    public void Read_RecruitingNotSet_NamesNobody()
    {
        var recruiting = Read().Recruiting;

        Assert.Empty(recruiting.Admins);
        Assert.Empty(recruiting.Recruiters);
        Assert.Equal((false, 24), (recruiting.Approval, recruiting.UndoHours));
    }

    [Theory]
    [InlineData("slack", "U1", "names \"U1\" on \"slack\"")]
    [InlineData("msteams", "me@example.com", "who am I")]
    [InlineData("webchat", "dl_1", "names \"dl_1\" on \"webchat\"")]
    [InlineData("web", "dl_ana@example.com", "without \"dl_\"")]
    [InlineData("web", "anonymous-AAAA", "names \"anonymous-AAAA\"")]
    [InlineData("slack", " ", "PostingsBot:Recruiting:Admins:0:User is missing")]
    public void Read_RecruitingPersonNotKnownSo_IsRefusedByName(string channel, string user, string named)
    {
        var refused = Assert.Throws<ConfigurationErrorException>(() => Read(("Recruiting:Admins:0:Channel", channel), ("Recruiting:Admins:0:User", user), ("Recruiting:Admins:0:Name", "Ana")));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    private static PostingsBotOptions Read(params (string Key, string Value)[] settings) => OptionsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>("PostingsBot:" + s.Key, s.Value)))
        .Build());
}
