using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Vocabulary;

public class DataFileTests
{
    [Theory]
    [InlineData("areas.tsv")]
    public void Read_UnknownFile_NamesIt(string name) =>
        Assert.Contains(name, Assert.Throws<InvalidOperationException>(() => DataFile.Read(name).Count()).Message, StringComparison.Ordinal);

    /// <summary>Reading a vocabulary fails on a phrase that stands twice, a value that does not exist, and an area within one that is not known.</summary>
    [Fact]
    public void Vocabularies_AllFiles_AreReadWithoutFault()
    {
        object[] read =
        [
            Terms.Seniorities, Terms.TitleSeniorities, Terms.Disciplines, Terms.EmploymentTypes, Terms.Workplaces, Terms.Headings, Terms.Currencies,
            Terms.Topics, Terms.Synonyms, SkillVocabulary.Default, AreaVocabulary.Default,
        ];
        Assert.DoesNotContain(null, read);
    }

    [Fact]
    public void Fault_Line_NamesFileAndLine()
    {
        var line = DataFile.Read("workplaces.tsv").First();
        Assert.Equal("workplaces.tsv line 2: it is wrong", line.Fault("it is wrong").Message);
    }
}
