using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>Which subscription an order means: "it", "all", "the second", "the rust one", "my Berlin alert".</summary>
internal static class TargetReader
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1, ["1st"] = 1, ["second"] = 2, ["2nd"] = 2, ["third"] = 3, ["3rd"] = 3, ["fourth"] = 4, ["4th"] = 4, ["fifth"] = 5, ["5th"] = 5, ["last"] = -1,
        ["1"] = 1, ["2"] = 2, ["3"] = 3, ["4"] = 4, ["5"] = 5, ["6"] = 6, ["7"] = 7, ["8"] = 8, ["9"] = 9,
    };

    private static readonly HashSet<string> Pronouns = ["it", "this", "that", "one", "these", "those"];

    /// <summary>Orders and small words, which describe no role.</summary>
    private static readonly HashSet<string> Ignored =
    [
        .. ("please can could you would i want wanna to like hey hi hello bot ok okay now just then and also let let's us will need may kindly so well actually me the my our a an of any more anymore again back on off up rid get got no not do does did don't dont is are be am "
            + "stop delete cancel end remove drop kill disable turn switch unsubscribe pause snooze mute suspend hold halt resume unpause unmute unsnooze reactivate continue restart reenable start change move reschedule shift update edit make set send deliver modify use "
            + "sending emailing messaging notifying mailing pinging bothering spamming alerting writing email notify message alert why when what what's next run runs digest this that these those them it all everything every each both one ones number from about for "
            + "getting receive received receiving sent time zone timezone instead hour day days hear thanks thank longer show to at saved search searches take over adopt keep going "
            + "losche loesche loschen loeschen abbestellen kundige kundigen stoppe stoppen beende beenden supprime supprimez supprimer arrete arretez borra borrar elimina eliminar cancela cancelar cancele apaga apagar apague exclua excluir "
            + "alle todas todos toutes tous meine meinen mes mis meus minhas os as las los les bitte por favor s'il vous te plait").Split(' '),
    ];

    /// <param name="text">The order without its hour and day.</param>
    /// <param name="nouns">Words for subscriptions.</param>
    /// <param name="describe">What words such as "rust roles" ask of a role.</param>
    public static SubscriptionTarget? Of(string text, HashSet<string> nouns, Func<string, ValueList<Constraint>> describe)
    {
        var words = Words.Split(text);
        var isBehindNumber = words.Zip(words.Skip(1)).Any(pair => pair.First.Folded is "number" or "alert" or "digest" or "subscription" && Ordinals.ContainsKey(pair.Second.Folded));
        var described = new List<string>();
        int? ordinal = null;
        foreach (var word in words)
        {
            if (Ordinals.TryGetValue(word.Folded, out var number) && (isBehindNumber || !char.IsAsciiDigit(word.Folded[^1]) || IsHash(text, word)))
                ordinal ??= number;
            else if (word.Folded is "one" or "ones" || nouns.Contains(word.Folded))
                described.Add("roles");
            else if (!Ignored.Contains(word.Folded) || (described.Count > 0 && word.Folded is "in" or "from" or "at"))
                described.Add(text.Substring(word.Start, word.Length));
        }

        if (ordinal is { } nth)
            return new SubscriptionTarget.Ordinal(nth);
        if (described.Exists(word => word is not "roles") && describe(string.Join(' ', described.Contains("roles") ? described : [.. described, "roles"])) is { Count: > 0 } constraints)
            return new SubscriptionTarget.Described(constraints);
        if (words.Any(word => word.Folded is "all" or "everything" or "every" or "each" or "both" or "them" or "alle" or "todas" or "todos" or "toutes" or "tous") || words.Any(word => nouns.Contains(word.Folded) && word.Folded.EndsWith('s')))
            return new SubscriptionTarget.All();
        return words.Any(word => Pronouns.Contains(word.Folded) || nouns.Contains(word.Folded)) ? new SubscriptionTarget.Focus() : null;
    }

    private static bool IsHash(string text, Word word) => word.Start > 0 && text[word.Start - 1] is '#';
}
