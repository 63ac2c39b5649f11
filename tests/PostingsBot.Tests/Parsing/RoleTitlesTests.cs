using PostingsBot.Core.Parsing.Stages;

namespace PostingsBot.Tests.Parsing;

public class RoleTitlesTests
{
    [Theory]
    [InlineData("Senior Software Engineer")]
    [InlineData(".Net Developer Ssr.")]
    [InlineData("Group Treasurer")]
    [InlineData("Teamleiter Service Center")]
    [InlineData("Projektmanager:in")]
    [InlineData("Supportexpert:in Finanzbuchhaltung")]
    [InlineData("Développeuse Java")]
    [InlineData("Enfermera de quirófano")]
    [InlineData("Pessoa Engenheira de Dados")]
    [InlineData("PHP Sênior")]
    [InlineData("クラウド エンジニア")]
    [InlineData("儲備幹部")]
    [InlineData("백엔드 개발자")]
    [InlineData("Customer Support - London")]
    [InlineData("Software Engineer - Early Careers")]
    public void IsRole_Title_True(string text) => Assert.True(RoleTitles.IsRole(text));

    [Theory]
    [InlineData("About us")]
    [InlineData("Development")]
    [InlineData("Remote DevOps Jobs")]
    [InlineData("Titles for Programmers")]
    [InlineData("Engineering career ladder")]
    [InlineData("We are looking for an engineer.")]
    [InlineData("$8k contract → 5%")]
    [InlineData("Who we are")]
    [InlineData("Einführung")]
    public void IsRole_OtherText_False(string text) => Assert.False(RoleTitles.IsRole(text));

    [Theory]
    [InlineData("[Remoto] Dev Go @Arara - Vaga de Emprego", "Dev Go")]
    [InlineData("Ingénieur qualité H/F", "Ingénieur qualité")]
    [InlineData("Kfz-Aufbereiter (m/w/d) gesucht", "Kfz-Aufbereiter")]
    [InlineData("Manager (F/M/*)", "Manager")]
    [InlineData("We're hiring a Data Engineer", "Data Engineer")]
    [InlineData("📋 Data Engineer 🛂", "Data Engineer")]
    [InlineData("PHP FullStack no Tucano", "PHP FullStack")]
    [InlineData("Frontend Developer - London", "Frontend Developer - London")]
    [InlineData("Security Analyst @ Tel Aviv", "Security Analyst")]
    public void Clean_DecoratedTitle_IsTheTitle(string written, string title) => Assert.Equal(title, RoleTitles.Clean(written));

    [Theory]
    [InlineData("Dev Go @Arara - Vaga de Emprego", "Arara")]
    [InlineData("Back-end Developer na Arena.im", "Arena.im")]
    [InlineData("Engineer at Acme", "Acme")]
    [InlineData("Security Analyst @ Tel Aviv", null)]
    [InlineData("Frontend Developer", null)]
    public void EmployerIn_Title_IsTheNameBehind(string written, string? employer) => Assert.Equal(employer, RoleTitles.EmployerIn(written));

    [Theory]
    [InlineData("Acme: Engineer", "Engineer")]
    [InlineData("Engineer - Acme", "Engineer")]
    [InlineData("Acme | Engineer", "Engineer")]
    [InlineData("Acme Engineer", "Acme Engineer")]
    [InlineData("Engineer", "Engineer")]
    public void WithoutEmployer_KnownEmployer_LeavesTheTitle(string written, string title) => Assert.Equal(title, RoleTitles.WithoutEmployer(written, "Acme"));

    [Theory]
    [InlineData("Kariera", true)]
    [InlineData("Our open positions", true)]
    [InlineData("Vacatures", true)]
    [InlineData("Careers Adviser", false)]
    [InlineData("Recruitment Manager", false)]
    [InlineData("Jobs Analyst", false)]
    public void IsCareersWord_TitleOfAPage_IsNoRole(string title, bool expected) => Assert.Equal(expected, RoleTitles.IsCareersWord(title));
}
