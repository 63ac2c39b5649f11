namespace PostingsBot.Core.Questions.Reading;

/// <summary>The degree that is asked for: a role states it when one of the level's names stands in its text.</summary>
internal static class DegreeLevels
{
    private static readonly (string Name, string[] Spellings)[] Levels =
    [
        ("PhD", ["phd", "ph.d", "phds", "doctorate", "doctoral", "promotion", "doctorat", "doctorado", "doutorado"]),
        ("master's degree", ["master", "masters", "master's", "msc", "m.sc", "m.s", "mestrado", "maestria"]),
        ("bachelor's degree", ["bachelor", "bachelors", "bachelor's", "bsc", "b.sc", "b.s", "bs", "undergraduate"]),
    ];

    /// <summary>Null when the text names no level: "degree", "diploma".</summary>
    public static EitherConstraint? Of(string text)
    {
        var words = text.Split(' ');
        return Array.Find(Levels, level => words.Any(level.Spellings.Contains)) is ({ } name, var spellings)
            ? new EitherConstraint([.. spellings.Select(spelling => new WordsConstraint([spelling]))]) { Name = name }
            : null;
    }
}
