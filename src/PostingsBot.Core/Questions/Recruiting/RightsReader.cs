using System.Text.RegularExpressions;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>Who may post: "make @Ana a recruiter for Brightwheel and Crunch", "Ana is no longer a recruiter".</summary>
internal sealed partial class RightsReader
{
    private const string Right = "right:recruiter|admin|administrator";
    private const string Posting = "post|publish|edit|manage roles|jobs|postings|openings?";

    /// <summary>Stands for a mention while the sentence is read.</summary>
    private const string Mention = "somebodymentioned";

    private static readonly HashSet<string> NoPersons = [.. "it this that them these those the a an one role job posting who anybody everybody everyone anyone nobody all any he she they you we jobs roles postings positions openings".Split(' ')];

    private static readonly HashSet<string> Joints = ["for", "at", "of"];

    private static readonly HashSet<string> Everywhere = [.. "all everything every everybody any everywhere".Split(' ')];

    private static readonly IReadOnlyList<(RecruitingAction Action, OrderPattern Pattern)> Forms =
    [
        .. new (RecruitingAction Action, string Form)[]
        {
            (RecruitingAction.Revoke, $"remove|drop|delete|fire {{person}} as|from being? a|an|the? {Right}|recruiters|admins|administrators {{scope?}}"),
            (RecruitingAction.Revoke, $"revoke|remove|take|withdraw|cancel {{person}} {Right} rights|access|permissions|permission|role|right? away? {{scope?}}"),
            (RecruitingAction.Revoke, $"revoke|remove|take|withdraw|cancel away? the? {Right} rights|access|permissions|permission|role|right from|of {{person}} {{scope?}}"),
            (RecruitingAction.Revoke, "revoke {person} rights|access|permissions|permission|right? {scope?}"),
            (RecruitingAction.Revoke, $"{{person}} is|shall|should be? no longer a|an|the? {Right} {{scope?}}"),
            (RecruitingAction.Revoke, $"{{person}} isn't|is not? a|an|the? {Right} anymore|any more|longer? {{scope?}}"),
            (RecruitingAction.Revoke, $"{{person}} can|may|must|should no|not longer? {Posting} {{scope?}}"),
            (RecruitingAction.Revoke, $"make {{person}} no longer a|an|the? {Right} {{scope?}}"),
            (RecruitingAction.Revoke, $"stop {{person}} from? posting {{scope?}}"),
            (RecruitingAction.Grant, $"make|appoint|promote|name {{person}} to|into|as? a|an|the? {Right} too|also? {{scope?}}"),
            (RecruitingAction.Grant, $"add {{person}} as|to a|an|the? {Right}|recruiters|admins {{scope?}}"),
            (RecruitingAction.Grant, $"add a|an? new? {Right} {{person}} {{scope?}}"),
            (RecruitingAction.Grant, $"give|grant {{person}} the? {Right} rights|access|permissions|permission|role|right? {{scope?}}"),
            (RecruitingAction.Grant, $"let {{person}} {Posting} {{scope?}}"),
            (RecruitingAction.Grant, $"allow {{person}} to {Posting} {{scope?}}"),
            (RecruitingAction.Grant, $"{{person}} can|may now {Posting} {{scope?}}"),
            (RecruitingAction.Grant, $"{{person}} is|becomes now a|an|the? {Right} {{scope?}}"),
            (RecruitingAction.Grant, $"{{person}} is|becomes a|an|the? {Right} now"),
            (RecruitingAction.Grant, $"{{person}} is|becomes|should|shall be? a|an|the? {Right} {{scope}}"),
        }.Select(form => (form.Action, new OrderPattern(form.Form))),
    ];

    private readonly IReadOnlyList<string> mentions;
    private readonly OrderText order;
    private readonly Func<string, IEnumerable<Constraint>> search;

    private RightsReader(string text, Func<string, IEnumerable<Constraint>> search)
    {
        mentions = [.. Mentions().Matches(text).Select(match => match.Value)];
        order = new OrderText(Mentions().Replace(text, Mention).Replace(Mention + "'s", Mention, StringComparison.Ordinal).Replace(Mention + "’s", Mention, StringComparison.Ordinal));
        this.search = search;
    }

    /// <param name="text">As written, with its mentions.</param>
    /// <param name="search">What words ask of a role, to know employers by.</param>
    public static RecruitingRequest? Read(string text, Func<string, IEnumerable<Constraint>> search)
    {
        var reader = new RightsReader(text, search);
        Func<string, int, int, bool> accepts = reader.Accepts;
        foreach (var (action, pattern) in Forms)
        {
            if (!(reader.order.IsQuestion && pattern.IsStatement) && pattern.Match(reader.order, accepts) is { } found)
                return reader.Request(action, found);
        }

        return null;
    }

    private RecruitingRequest Request(RecruitingAction action, IReadOnlyDictionary<string, (int First, int End)> found) => new(action)
    {
        Person = Person(found["person"]),
        Right = found.TryGetValue("right", out var right) && order[right.First].StartsWith("admin", StringComparison.Ordinal) ? RecruitingRight.Admin : RecruitingRight.Recruiter,
        Employers = found.TryGetValue("scope", out var scope) ? [.. Employers(scope.First, scope.End)] : [],
    };

    private bool Accepts(string name, int first, int end) => name switch
    {
        "person" => end - first <= 4 && IsPerson(first, end),
        "scope" => end > first + 1 && Joints.Contains(order[first]),
        _ => true,
    };

    private bool IsPerson(int first, int end)
    {
        if (order[first] is Mention)
            return end == first + 1;
        if (order[first] is "me" or "myself")
            return end == first + 1;
        var words = Enumerable.Range(first, end - first).Select(i => order[i]).ToList();
        return !words.Exists(word => char.IsLower(order.Written(first, end)[0]) && WordLists.IsOrdinary(word)) && !words.Exists(word => NoPersons.Contains(word) || word.Any(char.IsDigit)) && !search(order.Written(first, end)).Any(constraint => constraint is not WordsConstraint);
    }

    private string Person((int First, int End) at)
    {
        if (order[at.First] is not Mention)
            return order.Written(at.First, at.End) is var name && name.EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : order.Written(at.First, at.End);
        return mentions[Enumerable.Range(0, at.First).Count(i => order[i] is Mention)];
    }

    private IEnumerable<string> Employers(int first, int end)
    {
        var written = order.Written(first + 1, end);
        if (Everywhere.Contains(order[first + 1]))
            return [];
        return Known(written) is { } whole && Words.Fold(whole) == Words.Fold(written) ? [whole]
            : Separators().Split(written).Select(name => name.Trim()).Where(name => name.Length > 0).Select(name => Known(name) ?? name).Distinct(StringComparer.Ordinal);
    }

    private string? Known(string name) => search(name).OfType<EmployerConstraint>().FirstOrDefault(constraint => !constraint.Negated)?.AnyOf[0];

    /// <summary>Also a person's id with its channel before it, and a mail address.</summary>
    [GeneratedRegex(@"<at\b[^>]*>[^<]*</at>|<@[^>]*>|\b[a-z]{2,20}:[\w.@+:=\-]*\w|[\w.+\-]+@[\w\-]+\.[\w.\-]*\w|@[\p{L}\p{N}_][\p{L}\p{N}_.\-]*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();

    [GeneratedRegex(@",|;|&|\band\b|\bor\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
