using System.Text.Json;
using PostingsBot.Commands;
using PostingsBot.Core.Answers;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Commands;

public sealed class AskStdinTests
{
    [Fact]
    public async Task Run_Conversations_AnswersEachWithOneLineInOrder()
    {
        var (code, lines, errors) = await RunAsync(
            """{"id":"a","turns":["remote roles","only with Go"]}""",
            "",
            """{"id":"b","turns":["only with Go"]}""",
            """{"turns":[]}""");

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(["a", "b", null], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal([2, 1, 0], lines.Select(line => line.GetProperty("answers").GetArrayLength()));
    }

    [Fact]
    public async Task Run_Conversations_KnowNothingOfEachOther()
    {
        var (_, lines, _) = await RunAsync(
            """{"id":"a","turns":["remote roles"]}""",
            """{"id":"b","turns":["tell me about the second"]}""");

        Assert.Empty(lines[1].GetProperty("answers")[0].GetProperty("postings").EnumerateArray());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":"x","turns":"hello"}""")]
    [InlineData("""{"id":"x","turns":[null]}""")]
    [InlineData("""{"id":7,"turns":["hello"]}""")]
    [InlineData("""{"id":"x","today":"tomorrow","turns":["hello"]}""")]
    public async Task Run_BadLine_IsNamedAndTheRestGoesOn(string bad)
    {
        var (code, lines, errors) = await RunAsync("""{"id":"a","turns":["hello"]}""", bad, """{"id":"b","turns":["hello"]}""");

        Assert.Equal(1, code);
        Assert.StartsWith("line 2: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Equal(["a", "b"], lines.Select(line => line.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("2026-03-02", 1)]
    [InlineData("2026-06-01", 0)]
    public async Task Run_Today_IsWhatDatesCountFrom(string today, int found)
    {
        var (_, lines, _) = await RunAsync($$"""{"id":"a","today":"{{today}}","turns":["roles posted in the last 30 days"]}""");

        Assert.Equal(found, lines[0].GetProperty("answers")[0].GetProperty("total").GetInt32());
    }

    private static async Task<(int Code, IReadOnlyList<JsonElement> Lines, string Errors)> RunAsync(params string[] input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var read = new StringReader(string.Join('\n', input));
        var code = await AskStdin.RunAsync(new Assistant(Examples.Catalogue()), read, output, errors, Talk.Today, CancellationToken.None);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        return (code, lines, errors.ToString());
    }
}
