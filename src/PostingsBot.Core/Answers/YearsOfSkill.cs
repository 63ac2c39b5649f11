using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>"How many years of Java?": the line that holds a number of years beside the skill.</summary>
internal static partial class YearsOfSkill
{
    public static bool AreAsked(string question) =>
        Words.Split(question).Any(word => word.Folded is "years" or "year" or "jahre" or "ans" or "annees" or "anos" or "yrs");

    public static bool AreSaid(string passage, IEnumerable<string> skills) =>
        Years().IsMatch(passage) && SkillVocabulary.Default.Find(passage).Any(match => skills.Contains(match.Value.Name));

    [GeneratedRegex(@"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|ten)\+? ?(\w+ ){0,3}(years?|yrs|jahre\w*|ans|années|años|anos)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Years();
}
