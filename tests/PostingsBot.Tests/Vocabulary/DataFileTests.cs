using PostingsBot.Core.Text;
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

    [Fact]
    public void Cities_Lines_AreInOrderAndWhole()
    {
        var lines = DataFile.Read("cities.tsv").ToList();
        Assert.All(lines.Zip(lines.Skip(1)), p => Assert.True(string.CompareOrdinal(p.First[0], p.Second[0]) <= 0, p.Second.Where));
        Assert.All(lines, l => Assert.Equal(l[0], string.Join(' ', Words.Split(l[0]).Select(w => w.Folded))));
        Assert.All(lines, l => Assert.NotNull(AreaVocabulary.Default.ByCode(l[1])));
        Assert.Equal(lines.Count, lines.Select(l => (l[0], l[1], l[2])).Distinct().Count());
    }

    [Fact]
    public void Metros_Cities_AreKnown()
    {
        var unknown = DataFile.Read("metros.tsv")
            .SelectMany(l => l.List(4).Where(city => !l.List(3).Any(parent => AreaVocabulary.Default.ByCode(parent + "/" + city) is not null)).Select(city => $"{l.Where}: {city}"));
        Assert.Empty(unknown);
    }
}
