using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>No line of a posting runs to a million characters: what stands behind that is blanked, offsets stay, and a remark says so.</summary>
internal static class LineLimit
{
    private const int Longest = 1_000_000;

    public static string Bound(SourceText source, string body, List<Diagnostic> diagnostics)
    {
        char[]? bounded = null;
        for (var line = 1; line <= source.LineCount && body.Length > Longest; line++)
        {
            var length = source.Line(line).Length;
            if (length <= Longest)
                continue;
            bounded ??= body.ToCharArray();
            bounded.AsSpan(source.StartOf(line) + Longest, length - Longest).Fill(' ');
            diagnostics.Add(Diagnostics.LongLine(line, Longest));
        }

        return bounded is null ? body : new string(bounded);
    }
}
