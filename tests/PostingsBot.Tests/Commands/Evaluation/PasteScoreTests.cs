using System.Text;
using System.Text.Json;
using PostingsBot.Commands.Evaluation;

namespace PostingsBot.Tests.Commands.Evaluation;

public sealed class PasteScoreTests
{
    private const string Document = "# Senior Baker\n\nCompany: Acme\nLocation: Berlin\nSalary: 40-50k EUR per year\n\n## Requirements\n\n- Bread\n";

    [Theory]
    [InlineData("""{"title":"Senior Baker","company":"Acme","locations":["Berlin"],"seniority":"senior","salary":{"min":40000,"max":50000,"currency":"EUR","period":"year"}}""", 1, 0)]
    [InlineData("""{"title":"Senior Baker","company":"Acme","locations":["Berlin"],"seniority":"senior","salary":{"min":40000,"max":60000,"currency":"USD","period":"year"}}""", 0, 1)]
    [InlineData("""{"title":"Senior Baker","company":"Acme","locations":["Hamburg"],"seniority":"senior","apply_url":"https://acme.example"}""", 0, 3)]
    public void Add_OneRole_CountsFieldsToCorrect(string role, int clean, int corrections)
    {
        var score = new PasteScore();

        score.Add(LabelOf(role), Encoding.UTF8.GetBytes(Document));

        Assert.Equal((1, 0, clean, corrections), (score.Postings, score.NotRead, score.Clean, score.Corrections));
    }

    [Fact]
    public void Add_RefusedOrOfAnotherKind_SaidSo()
    {
        var score = new PasteScore();

        score.Add(LabelOf("""{"title":"Baker"}"""), "https://acme.example"u8);
        score.Add(new Label("b.md", JsonDocument.Parse("""{"file":"b.md","kind":"company","roles":[]}""").RootElement), Encoding.UTF8.GetBytes(Document));

        Assert.Equal((1, 1, 0), (score.Postings, score.NotRead, score.Clean));
    }

    private static Label LabelOf(string role) => new("a.md", JsonDocument.Parse($$"""{"file":"a.md","kind":"posting","roles":[{{role}}]}""").RootElement);
}
