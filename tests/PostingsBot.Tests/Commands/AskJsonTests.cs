using System.Text.Json;
using PostingsBot.Commands;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Commands;

/// <summary>The contract of <c>ask --json</c>: other programs read it.</summary>
public sealed class AskJsonTests
{
    private static readonly string[] Kinds = ["roles", "detail", "fact", "compare", "count", "company", "not_stated", "not_in_catalogue", "clarify", "help", "subscribe", "other"];

    [Theory]
    [InlineData("roles", "remote roles")]
    [InlineData("detail", "tell me about the Meadow job")]
    [InlineData("fact", "how much does Meadow pay?")]
    [InlineData("compare", "compare the Harbour Labs job and the Meadow job")]
    [InlineData("count", "how many jobs are in the catalogue?")]
    [InlineData("company", "tell me about Orchard")]
    [InlineData("not_stated", "does Meadow sponsor visas?")]
    [InlineData("not_in_catalogue", "COBOL jobs")]
    [InlineData("help", "help")]
    [InlineData("subscribe", "send me new Python jobs every morning")]
    [InlineData("other", "what will the weather be like tomorrow?")]
    public async Task Answer_OfAKind_HasItsNameAndEveryMember(string kind, string question)
    {
        var answer = await AskAsync(question);

        Assert.Equal(kind, answer.GetProperty("kind").GetString());
        Assert.Contains(kind, Kinds);
        Assert.NotEqual("", answer.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("postings").ValueKind);
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("quotes").ValueKind);
        Assert.Equal(JsonValueKind.Object, answer.GetProperty("understood").ValueKind);
    }

    [Fact]
    public void Kinds_All_AreTheContracts() =>
        Assert.Equal(Kinds.Order(StringComparer.Ordinal), Enum.GetValues<AnswerKind>().Select(AskJson.KindName).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Roles_Found_NameFileTitleAndCompany()
    {
        var answer = await AskAsync("remote roles");

        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal(
            ["""{"id":"aaaaaaaaa1","file":"roles/harbour.md","title":"Senior Backend Engineer","company":"Harbour Labs"}""", """{"id":"aaaaaaaaa3","file":"roles/nameless.md","title":"Data Engineer","company":null}"""],
            answer.GetProperty("postings").EnumerateArray().Select(posting => posting.GetRawText()));
        Assert.All(answer.GetProperty("quotes").EnumerateArray(), quote =>
        {
            Assert.NotEqual("", quote.GetProperty("text").GetString());
            Assert.StartsWith("roles/", quote.GetProperty("file").GetString(), StringComparison.Ordinal);
            Assert.InRange(quote.GetProperty("line").GetInt32(), 1, 13);
        });
        Assert.NotEmpty(answer.GetProperty("quotes").EnumerateArray());
    }

    [Fact]
    public async Task Understood_Constraints_CarryKeyLabelAndNegation()
    {
        var understood = (await AskAsync("remote but not Go")).GetProperty("understood");

        Assert.Equal("findRoles", understood.GetProperty("intent").GetString());
        Assert.Equal(
            ["""{"key":"Workplace:remote","label":"remote","negated":false}""", """{"key":"not Skill:not Go","label":"not Go","negated":true}"""],
            understood.GetProperty("constraints").EnumerateArray().Select(constraint => constraint.GetRawText()).Order(StringComparer.Ordinal));
    }

    private static async Task<JsonElement> AskAsync(string question)
    {
        var outcome = await new Assistant(Examples.Catalogue()).AskAsync(question, Conversation.Empty, Talk.Today, CancellationToken.None);
        var json = AskJson.Write("x", [outcome]);
        Assert.DoesNotContain('\n', json);
        var line = JsonSerializer.Deserialize<JsonElement>(json);
        Assert.Equal("x", line.GetProperty("id").GetString());
        return Assert.Single(line.GetProperty("answers").EnumerateArray());
    }
}
