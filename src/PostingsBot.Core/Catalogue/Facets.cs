using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>Which tokens divide a result, and what people call them.</summary>
public static class Facets
{
    /// <summary>How the tokens of one division begin.</summary>
    public static string Prefix(CountBy by) => by switch
    {
        CountBy.Employer => PostingTokens.Employer(""),
        CountBy.Country or CountBy.City => PostingTokens.In(""),
        CountBy.Workplace => "work:",
        CountBy.Seniority => "level:",
        CountBy.Discipline => PostingTokens.OwnDiscipline(""),
        CountBy.Skill => PostingTokens.Skill(""),
        _ => "type:",
    };

    /// <summary>Carried by each posting that has a value of the division; null where no single token tells.</summary>
    public static string? StatedToken(CountBy by) => by switch
    {
        CountBy.Employer => PostingTokens.States(RoleField.Employer),
        CountBy.Skill => PostingTokens.States(RoleField.Skills),
        _ => null,
    };

    /// <summary>Null for a token that is no value of the division: a city or a group of countries when countries are asked for.</summary>
    /// <remarks>An employer's label is its folded name; a store knows better.</remarks>
    public static string? LabelOf(CountBy by, string token)
    {
        var prefix = Prefix(by);
        if (!token.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var value = token[prefix.Length..];
        return by switch
        {
            CountBy.Country => AreaVocabulary.Default.ByCode(value) is { Kind: AreaKind.Country, Name: var country } ? country : null,
            CountBy.City => AreaVocabulary.Default.ByCode(value) is { Kind: AreaKind.City, Name: var city } ? city : null,
            CountBy.Skill => SkillVocabulary.Default.ByName(value.Replace('_', ' '))?.Name ?? value.Replace('_', ' '),
            CountBy.Employer or CountBy.Discipline => value.Replace('_', ' '),
            _ => value,
        };
    }
}
