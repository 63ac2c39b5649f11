using System.Text;
using PostingsBot.Core.Parsing;

namespace PostingsBot.Tests.Parsing;

public class SpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Specs");
    private static readonly DocumentParser Parser = new();

    public static TheoryData<string, string> Examples()
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).Where(file => !file.EndsWith("README.md", StringComparison.Ordinal)))
        {
            foreach (var example in SpecFile.Read(file))
                rows.Add(Path.GetFileName(file), example.Name);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Parse_Example_ReadsWhatTheSpecificationSays(string file, string name)
    {
        var example = SpecFile.Read(Path.Combine(Folder, file)).Single(example => example.Name == name);

        var document = Parser.Parse(example.File, Encoding.UTF8.GetBytes(example.Document));

        foreach (var (field, expected) in example.Expected)
        {
            var read = SpecFields.Read(document, field);
            if (SpecFields.IsAtLeast(field))
                Assert.Empty(expected.Split("; ").Except(read.Split("; ")));
            else if (field == "sections")
                Assert.All(expected.Split("; "), section => Assert.Contains(section, read.Split("; ")));
            else
                Assert.Equal(expected, read);
        }
    }

    [Fact]
    public void Examples_AreFound() => Assert.True(Examples().Count > 20);
}
