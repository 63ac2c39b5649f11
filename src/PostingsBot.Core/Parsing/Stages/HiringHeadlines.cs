using System.Text.RegularExpressions;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Headlines that name employer and role: "Heron (YC W21) is hiring a data engineer in Berlin (heron.example)".</summary>
internal static partial class HiringHeadlines
{
    /// <summary>Employer, role and place; null where the headline lacks employer or role.</summary>
    public static (string Employer, string Title, string? Place)? Read(string text)
    {
        if (text.AsSpan().ContainsAny('聘', '募') && Recruits().Match(text.Trim()) is { Success: true } recruits)
            return (recruits.Groups["name"].Value.Trim(), recruits.Groups["title"].Value.Trim(), null);
        if (!text.Contains("hiring", StringComparison.OrdinalIgnoreCase) || Headline().Match(text.Trim()) is not { Success: true } match)
            return null;
        var title = match.Groups["title"].Value.Trim();
        if (Behind().Match(title) is { Success: true } place && AreaVocabulary.Default.Resolve(place.Groups["name"].Value) is not null)
            return Read(title[..place.Index], place.Groups["name"].Value, match);
        return Read(title, null, match);
    }

    private static (string Employer, string Title, string? Place)? Read(string title, string? place, Match match) =>
        RoleTitles.IsRole(title) || (match.Groups["one"].Success && RoleTitles.CanBeTitle(title)) ? (match.Groups["name"].Value.Trim(), title, place) : null;

    [GeneratedRegex(@"^(?!(?:we|who|who['’]s|everyone|nobody|now|my|our|the)\b)(?<name>[\p{L}\d][^|:–—()]{0,60}?)(?:,? \([^()]{2,20}\))? (?:is|are) (?:now |currently |actively |still )?hiring (?:for )?(?<one>an? |its |their ){0,2}(?<title>.{3,140}?)(?: \([\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\))?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Headline();

    // "Heron 前端招聘", "苍鹭后端工程师招聘": the employer, the field of work and the word for hiring.
    [GeneratedRegex(@"^(?<name>[^|｜\[\]【】:：]{2,30}?)[ -]*(?<title>(?:高级|資深|资深|中级|初级)?(?:前端|后端|後端|全栈|全棧|大前端|移动端|客户端|测试|运维|算法|数据|设计师?|产品(?:经理)?|运营|Java|Python|Golang|Go|PHP|iOS|Android|Web|Node(?:\.js)?|C\+\+|\.NET|Rust)[^|｜]{0,12}?)\s*(?:招聘|诚聘|招募|招人)(?:启事|啟事|信息|公告)?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Recruits();

    [GeneratedRegex(@" in (?<name>\p{Lu}[\p{L} ,.-]{1,40})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Behind();
}
