using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Core.Text;

namespace PostingsBot.Subscriptions;

/// <summary>What a text says to an offer.</summary>
internal abstract record OfferAnswer
{
    private const int LongestAnswer = 100;

    private static readonly HashSet<string> Polite = [.. "please thanks thank you ok okay then so just".Split(' ')];

    private static readonly HashSet<string> Agreeing =
    [
        .. "yes,y,yep,yeah,yup,sure,ok,okay,confirm,confirmed,confirm it,do it,do that,go ahead,save,save it,sounds good,looks good,perfect,great,right,correct,that's right,of course,absolutely,yes do it,yes save it,yes confirm,yes do,yes delete it,delete it,delete them,ja,oui,si,sim,claro".Split(','),
    ];

    private static readonly HashSet<string> Refusing =
    [
        .. "no,n,nope,nah,cancel,cancel it,cancel that,never mind,nevermind,forget it,forget that,don't,do not,don't save,don't save it,not now,not yet,no don't,discard,discard it,drop it,keep it,keep them,no keep it,leave it,nein,non,nao,lieber nicht".Split(','),
    ];

    private OfferAnswer()
    {
    }

    public sealed record Yes : OfferAnswer;

    public sealed record No : OfferAnswer;

    /// <summary>Another time.</summary>
    public sealed record Time(RhythmRequest Rhythm) : OfferAnswer;

    /// <summary>Null for a text that says something else.</summary>
    public static OfferAnswer? Of(string text)
    {
        if (text.Length > LongestAnswer)
            return null;
        var words = Words.Split(text).Select(word => word.Folded).ToList();
        foreach (var said in new List<string>[] { words, [.. words.Where(word => !Polite.Contains(word))] })
        {
            var plain = string.Join(' ', said);
            if (Agreeing.Contains(plain))
                return new Yes();
            if (Refusing.Contains(plain))
                return new No();
        }

        return RhythmReader.ReadAlone(text) is { } rhythm ? new Time(rhythm) : null;
    }
}
