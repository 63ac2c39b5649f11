using NodaTime;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Subscribing;

/// <summary>
/// Sentences about subscriptions that are there: "list my alerts", "pause the rust one until Monday", "stop", "change it to 9", "why did I get this?". What may
/// mean something else ("stop", "resume", "change it to 9" alone) is read so only where subscriptions were just spoken of.
/// </summary>
internal sealed class ManagementReader
{
    private static readonly HashSet<string> Nouns = [.. "alert alerts digest digests subscription subscriptions notification notifications newsletter newsletters abo abos alerte alertes alerta alertas benachrichtigung benachrichtigungen".Split(' ')];

    private static readonly HashSet<string> Polite =
        [.. "please can could you would i want wanna to like hey hi hello bot ok okay now just then and also let let's us will need bitte may kindly so well actually".Split(' ')];

    private static readonly HashSet<string> Pointing = [.. "it this that these those them the my our all everything every one ones everyone's".Split(' ')];

    /// <summary>Of other languages; only beside a word for alerts.</summary>
    private static readonly HashSet<string> Deleting =
        [.. "losche loesche loschen loeschen abbestellen kundige kundigen stoppe stoppen beende beenden supprime supprimez supprimer arrete arretez borra borrar elimina eliminar cancela cancelar cancele apaga apagar apague exclua excluir".Split(' ')];

    private static readonly HashSet<string> Listing = [.. "zeig zeige liste montre montrez muestra muestrame mostra mostre listar".Split(' ')];

    private readonly RhythmText t;
    private readonly string text;
    private readonly LocalDate today;
    private readonly bool isSpokenOf;
    private readonly bool hasNoun;
    private readonly int first;

    private ManagementReader(string text, bool isSpokenOf, LocalDate today)
    {
        (this.text, this.isSpokenOf, this.today) = (text, isSpokenOf, today);
        t = new RhythmText(text);
        hasNoun = Enumerable.Range(0, t.Count).Any(i => Nouns.Contains(t[i])) || Has("saved", "search") || Has("saved", "searches");
        while (first < t.Count && (Polite.Contains(t[first]) || (t[first] is "me" && first > 0 && t[first - 1] is "let")))
            first++;
    }

    /// <param name="text">Cleaned.</param>
    /// <param name="conversation">What was spoken of.</param>
    /// <param name="today">In the reader's zone.</param>
    /// <param name="describe">What words such as "rust roles" ask of a role.</param>
    public static SubscriptionRequest? Read(string text, Conversation conversation, LocalDate today, Func<string, ValueList<Constraint>> describe)
    {
        var reader = new ManagementReader(text, conversation.Subscriptions.Count > 0, today);
        return reader.Action() is { } action ? reader.Request(action, describe) : null;
    }

    private SubscriptionAction? Action()
    {
        if (t.Count == 0 || first >= t.Count)
            return null;
        if (IsWhy())
            return SubscriptionAction.Why;
        if (IsTakeOver())
            return SubscriptionAction.TakeOver;
        if (QuietReader.MayBeIn(t) && RhythmReader.ReadAlone(text) is { Quiet: not null, IsTimeStated: false })
            return SubscriptionAction.Change;
        if (IsNextRun())
            return SubscriptionAction.NextRun;
        if (IsDelete())
            return PauseEnd.Find(text, Words.Split(text), today) is null ? SubscriptionAction.Delete : SubscriptionAction.Pause;
        if (t[first] is "pause" or "snooze" or "mute" or "suspend" or "pausiere" || (t[first] is "hold" or "halt" && (hasNoun || isSpokenOf)))
            return SubscriptionAction.Pause;
        if (IsResume())
            return SubscriptionAction.Resume;
        if (IsChange())
            return SubscriptionAction.Change;
        return IsList() ? SubscriptionAction.List : null;
    }

    private bool IsWhy() =>
        t[first] is "why" && Any("get", "got", "getting", "receive", "received", "receiving", "sent", "send", "sending") && (hasNoun || Any("this", "these", "that", "it", "them"));

    private bool IsNextRun() =>
        (Any("when", "what", "what's", "whens", "show") || t[first] is "next") && NextOf("next") is { } next
            && (next is "run" or "digest" or "alert" or "update" or "delivery" or "email" or "notification" or "send" || (isSpokenOf && next is "one" or ""))
        || (t[first] is "when" && (hasNoun || isSpokenOf) && Any("hear", "run", "runs", "sent", "send", "sends", "get", "arrive", "come", "next"));

    private bool IsTakeOver() => t[first] switch
    {
        "take" => Any("over") && (hasNoun || isSpokenOf),
        "adopt" => hasNoun,
        "keep" => Any("going") && (hasNoun || isSpokenOf),
        _ => false,
    };

    private bool IsDelete() => (hasNoun && (Deleting.Contains(t[first]) || Deleting.Contains(t[t.Count - 1]))) || t[first] switch
    {
        "unsubscribe" => true,
        "stop" => hasNoun || (t.Count == first + 1 && isSpokenOf) || Pointing.Contains(t[first + 1])
            || t[first + 1] is "sending" or "emailing" or "messaging" or "notifying" or "mailing" or "pinging" or "bothering" or "spamming" or "alerting" or "writing",
        "delete" or "cancel" or "end" => hasNoun || (isSpokenOf && (t.Count == first + 1 || Pointing.Contains(t[first + 1]) || Any("one"))),
        "remove" or "drop" or "kill" or "disable" => hasNoun || (isSpokenOf && Any("it", "this", "that", "them", "one", "all", "everything")),
        "turn" or "switch" => Any("off") && (hasNoun || isSpokenOf),
        "get" => t[first + 1] is "rid" && (hasNoun || isSpokenOf),
        "no" => t[first + 1] is "more" && hasNoun,
        "do" or "don't" or "dont" => Any("send", "email", "notify", "message", "alert") && Any("not", "don't", "dont") && Any("me", "us") && Any("anymore", "more", "longer", "again"),
        _ => false,
    };

    private bool IsResume() => t[first] switch
    {
        "unpause" or "unmute" or "unsnooze" => true,
        "resume" or "reactivate" or "continue" or "restart" or "reenable" or "re-enable" => hasNoun || (t.Count == first + 1 && isSpokenOf) || (Pointing.Contains(t[first + 1]) && (isSpokenOf || Any("one", "it", "them"))),
        "turn" or "switch" or "start" => (Any("on") && Any("back", "again") || (t[first] is "start" && Any("again"))) && (hasNoun || isSpokenOf),
        _ => false,
    };

    private bool IsChange()
    {
        if (HasZoneOrder())
            return true;
        var isVerb = t[first] is "change" or "move" or "switch" or "reschedule" or "shift" or "update" or "edit" or "make" or "set" or "send" or "get" or "deliver" or "modify";
        if (!isVerb || (t[first] is "set" && t[first + 1] is "up"))
            return false;
        if (hasNoun && t[first] is not ("send" or "get" or "deliver" or "set" or "make"))
            return true;
        var isStated = RhythmReader.Split(text, isAnswer: true).Rhythm.IsStated;
        return isStated && (t[first + 1] is "it" or "this" or "that" or "them" || (Pointing.Contains(t[first + 1]) && (hasNoun || Any("one"))))
            && (isSpokenOf || hasNoun || t[first] is "change" or "move" or "reschedule" or "shift" || RhythmReader.Split(text).Rhythm.IsStated);
    }

    /// <summary>"Change my time zone to Tokyo", "my time zone is CET".</summary>
    private bool HasZoneOrder() =>
        (Has("time", "zone") || Any("timezone")) && (t[first] is "change" or "set" or "use" or "switch" or "update" || (t[first] is "my" && Any("is")));

    private bool IsList()
    {
        if (Has("subscribed", "to") && t[first] is "what" or "which")
            return true;
        if (!hasNoun)
            return false;
        if (t[first] is "list" or "manage" or "view" || (t[first] is "show" or "see" or "display" or "check" or "open" or "give" && Any("my", "our", "all", "active", "existing")) || Listing.Contains(t[first]))
            return true;
        if (t[first] is "what" or "which" or "how" or "do" or "have" && Any("have", "do", "are", "got", "set") && !Any("send", "when"))
            return true;
        return Enumerable.Range(first, t.Count - first).All(i => Nouns.Contains(t[i]) || t[i] is "my" or "our" or "the" or "all" or "active" or "current" or "existing" or "saved" or "search" or "searches" or "meine" or "mis" or "mes" or "meus" or "minhas");
    }

    private SubscriptionRequest Request(SubscriptionAction action, Func<string, ValueList<Constraint>> describe)
    {
        var split = action is SubscriptionAction.Change ? RhythmReader.Split(text, isAnswer: true) : new SplitRhythm(new RhythmRequest(), text, false);
        var rest = split.Rest;
        LocalDate? until = null;
        if (action is SubscriptionAction.Pause && PauseEnd.Find(text, Words.Split(text), today) is var (at, day))
            (rest, until) = (text[..Words.Split(text)[at].Start], day);
        return new SubscriptionRequest(action)
        {
            Rhythm = split.Rhythm,
            Until = until,
            Target = action is SubscriptionAction.List ? null : TargetReader.Of(rest, Nouns, describe),
        };
    }

    private bool Any(params ReadOnlySpan<string> wanted)
    {
        for (var i = 0; i < t.Count; i++)
        {
            if (wanted.Contains(t[i]))
                return true;
        }

        return false;
    }

    private bool Has(string one, string next) => NextOf(one) == next;

    private string? NextOf(string word)
    {
        for (var i = 0; i < t.Count; i++)
        {
            if (t[i] == word)
                return t[i + 1];
        }

        return null;
    }
}
