using System.Text.RegularExpressions;
using PostingsBot.Core.Digests;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>What a sentence says of days without news: "tell me also when there is nothing new", "say nothing on quiet days", "only when there is something new".</summary>
internal static partial class QuietReader
{
    /// <summary>Words that such a clause has at most.</summary>
    private const int MostWords = 16;

    private const string Quiet =
        "(?:(?:when|whenever|if|though|on days when|on a day when|on days) )?(?:there(?:'?s)? (?:(?:is|are|was|were) )?(?:nothing|no)(?: (?:new|news|roles|role|ones|match|matches|to report|to say|to tell))*"
        + "|nothing(?:'s)? (?:(?:is|was|has) )?(?:new|there|came|comes|changed|matches|appeared)(?: (?:up|in))?|(?:it's|its|it is|all is) quiet)"
        + "|(?:on )?(?:a |the )?quiet days?|(?:on days? )?(?:without|with no) (?:any )?(?:news|anything new|new roles|new ones)|on days? with nothing new";

    /// <summary>Without one of these no sentence speaks of quiet days.</summary>
    private static readonly HashSet<string> Telling = ["quiet", "nothing", "nothing's", "without", "something", "anything", "news", "no"];

    /// <summary>Whether a sentence may speak of quiet days at all: a look that costs little.</summary>
    public static bool MayBeIn(RhythmText t)
    {
        for (var i = 0; i < t.Count; i++)
        {
            if (Telling.Contains(t[i]))
                return true;
        }

        return false;
    }

    /// <summary>A clause that begins with a word.</summary>
    /// <param name="t">The sentence.</param>
    /// <param name="i">The word.</param>
    public static (int End, QuietDays Quiet)? At(RhythmText t, int i)
    {
        var ends = new List<int>();
        var clause = new System.Text.StringBuilder();
        for (var at = i; at < t.Count && at < i + MostWords && !t.IsRead(at); at++)
        {
            clause.Append(clause.Length > 0 ? " " : "").Append(t[at].Replace('’', '\''));
            ends.Add(clause.Length);
        }

        var text = clause.ToString();
        (int, QuietDays)? Found(Match match, QuietDays quiet) => match.Success && ends.IndexOf(match.Length) is >= 0 and var last ? (i + last + 1, quiet) : null;
        return Found(Silent().Match(text), QuietDays.Nothing) ?? Found(OnlyNews().Match(text), QuietDays.Nothing) ?? Found(Line().Match(text), QuietDays.OneLine);
    }

    [GeneratedRegex("^(?:(?:and|but|please|then|just) )*(?:(?:say|send|tell|write|post|report) (?:me |us )?nothing|nothing|no (?:message|messages|digest|digests|line|mail|email)|(?:don't|dont|do not|never) (?:send|tell|write|say|post|message|bother|report)(?: (?:me|us|it|anything|a thing|a digest|one|so))*|(?:stay|be|keep) (?:silent|quiet)|skip|leave out|not) (?:" + Quiet + ")(?: please)?\\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Silent();

    [GeneratedRegex("^(?:(?:and|but|please) )*(?:(?:send|tell|write|message|notify) (?:(?:me|us|it) )?)?(?:only|just) (?:(?:send|tell|write|message|notify) (?:(?:me|us|it) )?)?(?:when|if|on days when|on days with) (?:there(?:'?s)? (?:(?:is|are) )?)?(?:something|anything|news|new)(?: (?:is new|new|roles|ones))*(?: please)?\\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyNews();

    [GeneratedRegex("^(?:(?:and|but|also|even|tell|drop|give|let|me|us|know|say|so|send|write|message|notify|inform|ping|a|one|line|short|word|note|please|too|as well|with|to|it) )+(?:" + Quiet + ")(?: (?:too|as well|also|please))*\\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
