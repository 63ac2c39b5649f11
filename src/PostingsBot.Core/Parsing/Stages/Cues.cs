using System.Buffers;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Texts of a role with their evidence, in the orders that several stages need.</summary>
internal static class Cues
{
    private static readonly SearchValues<char> AnswerEnds = SearchValues.Create(",;!()（），。\"'");

    public static IEnumerable<(string Text, Evidence Evidence)> Texts(this RoleScope role, params Label[] labels) =>
        Array.Exists(labels, role.HasLabel) ? role.Labels.Where(value => labels.Contains(value.Label)).Select(value => (value.Value, value.Evidence)) : [];

    /// <summary>The title as it was written, decoration included, and the title as it was found.</summary>
    public static IEnumerable<(string Text, Evidence Evidence)> TitleTexts(this Findings found)
    {
        if (found.Title is not { } title)
            yield break;
        yield return (title.Value, title.Evidence);
        if (title.Evidence.Text != title.Value)
            yield return (title.Evidence.Text, title.Evidence);
    }

    /// <summary>"[ ] Part time": a choice that nobody made.</summary>
    public static bool IsUnticked(string text) => text.AsSpan().TrimStart().StartsWith("[ ]");

    public static bool Says(string value) => Answer(value) is "true" or "yes" or "1" or "是" or "oui" or "ja" or "sim" or "y";

    public static bool Denies(string value) => Answer(value) is "false" or "no" or "0" or "否" or "非" or "非远程" or "非遠端" or "non" or "nein" or "não" or "n";

    // "❌ No (office in Berlin)": the answer ends with the first mark behind it.
    private static string Answer(string value)
    {
        var start = 0;
        while (start < value.Length && !char.IsLetterOrDigit(value[start]))
            start++;
        var length = value.AsSpan(start).IndexOfAny(AnswerEnds);
        return (length < 0 ? value[start..] : value.Substring(start, length)).Trim().TrimEnd('.').ToLowerInvariant();
    }
}
