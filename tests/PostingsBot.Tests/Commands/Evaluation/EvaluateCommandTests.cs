using PostingsBot.Commands;
using PostingsBot.Commands.Evaluation;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Commands.Evaluation;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public async Task Evaluate_LabelsAndDocuments_PrintsTheTable()
    {
        folder.Write("corpus/a.md", "# Backend Engineer\n\nAcme hires in Berlin.\n\n## Requirements\n\n- Redis\n");
        var gold = folder.Write("gold/labels.jsonl", """
            {"file":"corpus/a.md","kind":"posting","roles":[{"title":"Backend Engineer","skills":["Redis"]}]}
            {"file":"corpus/gone.md","kind":"posting","roles":[{"title":"Data Engineer"}]}
            """);

        Assert.Equal(0, await EvaluateCommand.RunAsync(gold, folder.Path, isStrict: false, output, CancellationToken.None));

        Assert.Matches(@"title +2 +1 +1 +1\.000 +0\.500 +0\.667", output.ToString());
        Assert.Contains("document kind: 1 of 2 right", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("labelled documents that are not there: 1 of 2", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("evidence of 1 document: 0 violations", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_BrokenLabels_AreWrongUsage() => await Assert.ThrowsAsync<UsageException>(
        () => EvaluateCommand.RunAsync(folder.Write("labels.jsonl", "no JSON"), folder.Path, isStrict: false, output, CancellationToken.None));
}
