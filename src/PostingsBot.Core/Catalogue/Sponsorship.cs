using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Catalogue;

/// <summary>Whether a posting's remark about visas offers one. A remark that refuses, or that asks for a permit, offers none.</summary>
internal static partial class Sponsorship
{
    public static bool IsOffered(Posting posting) => posting.Visa is { Value: var remark } && Subject().IsMatch(remark) && !Refusal().IsMatch(remark) && (Offer().IsMatch(remark) || !Demand().IsMatch(remark));

    [GeneratedRegex(@"\b(visas?|sponsor\w*|h-?1b|visum|visado|visto)\b|ビザ|签证|簽證|비자", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(no|false|not|non|cannot|\w+n['’]t|unable|without|neither|nor|never|unfortunately|kein\w*|nicht|ohne|pas|sans|aucune?|sin|ning[uú]n\w*|não|sem|nessun\w*|geen|niet)\b|不提供|无法|無法|不支持|不可|불가|없", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b(sponsors?|sponsorship|sponsoring|visa support|visa assistance)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(must|valid|requires?|required|existing|already|currently|citizens?|citizenship|erforderlich|gültig\w*|requis|valide|necesario|válido|necessário)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Demand();
}
