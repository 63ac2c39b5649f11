using NodaTime;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>
/// Orders of those who post and update roles, in one sentence: "close the platform role", "raise the Crunch salary to 150k", "make @Ana a recruiter for Brightwheel". An order has a form
/// that no question has, and names what it is about; what may as well refine a search ("undo", "delete it") is read so only where postings were just spoken of.
/// </summary>
internal sealed class RecruitingReader
{
    /// <summary>Longer texts are no orders, unless something is pasted behind one.</summary>
    private const int MostWords = 60;

    private static readonly string[] RoleNames = ["role", "posting", "one", "shown"];

    private readonly OrderText order;
    private readonly Conversation conversation;
    private readonly LocalDate today;
    private readonly Func<string, Understood> understand;
    private readonly Dictionary<(int First, int End), RoleReference?> references = [];
    private readonly Func<string, int, int, bool> accepts;

    private RecruitingReader(string text, Conversation conversation, LocalDate today, Func<string, Understood> understand)
    {
        (this.conversation, this.today) = (conversation, today);
        this.understand = phrase => understand(Cleaner.Clean(phrase));
        order = new OrderText(text);
        accepts = Accepts;
    }

    /// <param name="text">As written.</param>
    /// <param name="conversation">What was spoken of.</param>
    /// <param name="today">In the asker's zone.</param>
    /// <param name="understand">Reads words as a question.</param>
    public static RecruitingRequest? Read(string text, Conversation conversation, LocalDate today, Func<string, Understood> understand)
    {
        var reader = new RecruitingReader(text, conversation, today, understand);
        return reader.order.First >= reader.order.Count ? null
            : reader.order.Count > MostWords ? reader.Find(DeskOrders.Forms.Where(form => form.Action is RecruitingAction.Post))
            : RightsReader.Read(text, words => reader.understand(words).Search) ?? (conversation.IsRecruiting ? reader.Find(RoleOrders.Spoken) : reader.NothingElseToUndo() ? reader.Find(RoleOrders.Back) : null)
                ?? reader.Find(DeskOrders.Forms) ?? reader.Find(RoleOrders.Forms) ?? new ChangeReader(reader.order, conversation, reader.RoleOf).Read();
    }

    /// <summary>"Undo" takes back the last change of a search where there is one.</summary>
    private bool NothingElseToUndo() => conversation.Constraints.Count + conversation.Previous.Count == 0;

    private RecruitingRequest? Find(IEnumerable<(RecruitingAction Action, OrderPattern Pattern)> forms)
    {
        foreach (var (action, pattern) in forms)
        {
            if (!(order.IsQuestion && pattern.IsStatement) && pattern.Match(order, accepts) is { } found)
                return Request(action, found);
        }

        return null;
    }

    private RecruitingRequest Request(RecruitingAction action, IReadOnlyDictionary<string, (int First, int End)> found)
    {
        var role = RoleNames.Select(name => Reference(found, name)).FirstOrDefault(reference => reference is not null) ?? HeadReference(found);
        var request = new RecruitingRequest(action) { Target = role?.Target, IsBulk = role?.IsBulk ?? false };
        if (action is RecruitingAction.Close or RecruitingAction.Reopen or RecruitingAction.Withdraw or RecruitingAction.History or RecruitingAction.Approve or RecruitingAction.Extend or RecruitingAction.Duplicate or RecruitingAction.EditText)
            request = request with { Target = request.Target ?? new Target.Focus() };
        if (found.TryGetValue("until", out var until))
            request = request with { Until = Day(until)?.Day };
        if (found.TryGetValue("longer", out var longer))
            request = request with { Longer = Length(longer) };
        if (found.TryGetValue("when", out var when) && PublishTime.TryRead(order.Written(when.First, when.End), today, out var at))
            request = request with { PublishAt = at };
        return found.TryGetValue("pasted", out var pasted) ? request with { Text = order.Written(pasted.First, pasted.End) } : request;
    }

    private bool Accepts(string name, int first, int end) => name switch
    {
        "role" => Role(first, end) is not null,
        "posting" => Role(first, end) is { IsNamed: true } && HasNoun(first, end),
        "one" => Role(first, end) is { IsNamed: true, IsBulk: false, Target: not Target.Focus } && HasNoun(first, end),
        "shown" => Role(first, end) is { } shown && (shown.Target is Target.Ordinal || HasNoun(first, end) || (shown.Target is Target.Focus && (conversation.IsRecruiting || conversation.Role is not null))),
        "until" => Day((first, end)) is { } day && day.End == Words.Split(order.Written(first, end)).Count,
        "longer" => Length((first, end)) is not null,
        "deadline" => Head(first, end) is { Field: RoleField.ValidThrough },
        "fieldof" => Head(first, end) is { Role: not null },
        "field" => FieldWords.At(Words.Split(order.Written(first, end)), 0) is { } field && field.End == end - first,
        "when" => PublishTime.TryRead(order.Written(first, end), today, out _),
        _ => true,
    };

    private RoleReference? Reference(IReadOnlyDictionary<string, (int First, int End)> found, string name) =>
        found.TryGetValue(name, out var at) ? Role(at.First, at.End) : null;

    private RoleReference? HeadReference(IReadOnlyDictionary<string, (int First, int End)> found) =>
        found.TryGetValue("deadline", out var head) || found.TryGetValue("fieldof", out head) ? Head(head.First, head.End)?.Role : null;

    private RoleReference? Role(int first, int end) =>
        references.TryGetValue((first, end), out var known) ? known : references[(first, end)] = RoleOf(order.Written(first, end));

    private RoleReference? RoleOf(string words) => RoleReference.Of(words, understand);

    private bool HasNoun(int first, int end) => RoleReference.HasNoun(Words.Split(order.Written(first, end)).Select(word => word.Folded));

    /// <summary>"The Crunch salary", "the deadline of the platform role", "the title": a field and the role it is of, if any.</summary>
    private FieldHead? Head(int first, int end) => FieldHead.Of(order.Written(first, end), RoleOf);

    /// <summary>"To 15 January", "until Friday".</summary>
    private (LocalDate Day, int End)? Day((int First, int End) at)
    {
        var text = order.Written(at.First, at.End);
        var words = Words.Split(text);
        return words.Count > 1 && words[0].Folded is "to" or "until" or "till" or "til" or "by" or "through" or "on" or "for" or "as" ? DayAhead.At(text, words, 1, today) : null;
    }

    private Period? Length((int First, int End) at)
    {
        var words = Words.Split(order.Written(at.First, at.End));
        return DayAhead.Span(words, 0) is { } span && span.End == words.Count ? span.Length : null;
    }
}
