namespace PostingsBot.Core.Vocabulary;

/// <summary>Skills that say another one too: implied-skills.tsv.</summary>
internal static class ImpliedSkills
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> ByName = new(() => DataFile.Read("implied-skills.tsv").ToDictionary(line => line[0], line => line.List(1), StringComparer.Ordinal));

    /// <summary>The skill, and those that imply it.</summary>
    public static IEnumerable<string> AndImplying(string skill) => ByName.Value.TryGetValue(skill, out var implying) ? implying.Prepend(skill) : [skill];
}
