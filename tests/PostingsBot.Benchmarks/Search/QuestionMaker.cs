namespace PostingsBot.Benchmarks.Search;

/// <summary>Questions of one type, as people write them.</summary>
internal sealed record QuestionType(string Name, double LimitAt100Thousand, double LimitAtMillion, IReadOnlyList<string> Texts)
{
    /// <summary>The types of the search prototypes and a few more, 200 of each.</summary>
    public static IReadOnlyList<QuestionType> All(PostingMaker maker)
    {
        const int count = 200;
        string[] countries = ["Germany", "Canada", "France", "the UK", "the US", "India", "Spain", "Australia", "Ireland", "Poland"];
        string[] levels = ["senior", "junior", "staff", "lead"];
        string[] kinds = ["jobs", "roles", "positions"];
        var random = new Random(7);
        string Skill() => maker.SkillNames[(int)(Math.Pow(random.NextDouble(), 2) * 120)];
        string Country() => countries[random.Next(countries.Length)];
        string Kind() => kinds[random.Next(kinds.Length)];
        string Common() => maker.Vocabulary.Words[5 + random.Next(60)];
        string Middle() => maker.Vocabulary.Words[60 + random.Next(1_500)];
        QuestionType Of(string name, Func<int, string> text, double small = 10, double large = 100) => new(name, small, large, [.. Enumerable.Range(0, count).Select(text)]);
        return
        [
            Of("facets", i => i % 2 == 0 ? $"{levels[i / 2 % 4]} {Skill()} {Kind()} in {Country()}" : $"remote {Skill()} {Kind()}"),
            Of("words and facets", _ => $"{Skill()} {Kind()} in {Country()} mentioning {Middle()}"),
            Of("three words, all", _ => $"{Kind()} mentioning {Middle()} and {Middle()} and {Common()}"),
            Of("three words, any", _ => $"{Kind()} mentioning {Middle()} or {Middle()} or {Common()}", 40, 400),
            Of("common word and country", _ => $"{Kind()} in {Country()} mentioning {Common()}"),
            Of("pay, days and skill", _ => $"{Skill()} {Kind()} over {80 + random.Next(60)}k posted in the last 7 days"),
            Of("with not", i => i % 2 == 0 ? $"{Skill()} {Kind()} but not {levels[i / 2 % 4]}" : $"{Skill()} {Kind()} mentioning {Middle()} but not in {Country()}"),
            Of("broad", i => (i % 4) switch { 0 => "all jobs", 1 => "remote jobs", 2 => "newest jobs", _ => "best paid jobs" }, 40, 400),
            Of("nothing found", _ => $"{Skill()} internships in Iceland over {400 + random.Next(90)}k"),
            Of("count by", i => i % 2 == 0 ? $"how many {Skill()} {Kind()} by country" : $"how many remote {Skill()} {Kind()} by level"),
            Of("which companies", _ => $"which companies hire {Skill()} developers"),
            Of("company", _ => $"tell me about {maker.Names[random.Next(maker.Names.Count)].Employer}"),
        ];
    }
}
