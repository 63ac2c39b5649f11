using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Catalogue;

/// <summary>Whether a posting's remark about visas offers one. A remark that refuses, or that asks for a permit, offers none.</summary>
internal static partial class Sponsorship
{
    public static bool IsOffered(Posting posting) => posting.Visa is { Value: var remark } && Subject().IsMatch(remark) && !Refusal().IsMatch(remark) && (Offer().IsMatch(remark) || !Demand().IsMatch(remark));

    /// <summary>The countries of the remark "must be authorised to work in the United States"; empty when it makes that depend on something.</summary>
    public static IReadOnlyList<Area> WorkIsAllowedIn(Posting posting) =>
        posting.Visa is { Value: var remark } && RightToWork().Match(remark) is { Success: true } right && !Condition().IsMatch(remark)
            ? [.. AreaVocabulary.Default.Find(right.Groups["where"].Value).Select(found => found.Value).Where(area => area.Kind is AreaKind.Country or AreaKind.Group && area.Code != AreaData.World).Distinct()]
            : [];

    [GeneratedRegex(@"\b(authori[sz]ed|eligible|entitled|permitted|able|allowed|right|authori[sz]ation|permit) to (legally |lawfully )?(live and |reside and )?work (legally |lawfully )?(in|within|for any employer in)\b(?<where>.{2,80})", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex RightToWork();

    [GeneratedRegex(@"\b(if|unless|whether|where you (live|are)|country (of|in which)|your (country|location)|respective|relevant country|depending)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(visas?|sponsor\w*|h-?1b|visum|visado|visto)\b|ビザ|签证|簽證|비자", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(no|false|not|non|cannot|\w+n['’]t|unable|without|neither|nor|never|unfortunately|kein\w*|nicht|ohne|pas|sans|aucune?|sin|ning[uú]n\w*|não|sem|nessun\w*|geen|niet)\b|不提供|无法|無法|不支持|不可|불가|없", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b(sponsors?|sponsorship|sponsoring|visa support|visa assistance)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(must|valid|requires?|required|existing|already|currently|citizens?|citizenship|erforderlich|gültig\w*|requis|valide|necesario|válido|necessário)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Demand();
}
