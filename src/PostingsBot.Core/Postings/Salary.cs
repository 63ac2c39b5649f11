namespace PostingsBot.Core.Postings;

/// <summary>Pay as stated; amounts per <paramref name="Period"/> in whole currency units. A minimum alone has no maximum; one flat figure has both equal.</summary>
public sealed record Salary(decimal? Min, decimal? Max, string? Currency, PayPeriod? Period);

/// <summary>Years of experience asked for; a missing maximum means "or more".</summary>
public sealed record Experience(int MinYears, int? MaxYears);

/// <summary>A degree that is asked for, with the words that name it ("B.S. in Computer Science").</summary>
public sealed record Degree(string Name, DegreeNeed Need);

/// <summary>A technology or method by its canonical name.</summary>
public sealed record Skill(string Name, SkillNeed Need, Evidence Evidence);
