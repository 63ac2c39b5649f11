using PostingsBot.Commands.Evaluation;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Parsing;

/// <summary>The promise of evidence: its lines contain its words, and the value stands in them. The rule is that of `evaluate`.</summary>
internal static class EvidenceCheck
{
    public static void Verify(ParsedDocument document, byte[] content) => Assert.Empty(EvidenceRule.Check(document, DocumentParser.LinesOf(content)!));
}
