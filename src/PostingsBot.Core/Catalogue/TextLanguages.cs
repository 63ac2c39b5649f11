namespace PostingsBot.Core.Catalogue;

/// <summary>The languages that a text is told to be in, by ISO 639-1 code and English name.</summary>
internal static class TextLanguages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["en"] = "English", ["de"] = "German", ["fr"] = "French", ["es"] = "Spanish", ["pt"] = "Portuguese", ["it"] = "Italian", ["nl"] = "Dutch", ["pl"] = "Polish",
        ["ja"] = "Japanese", ["zh"] = "Chinese", ["ko"] = "Korean",
    };

    /// <summary>The code itself where no name is known.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    public static bool IsKnown(string name) => Names.ContainsValue(name);
}
