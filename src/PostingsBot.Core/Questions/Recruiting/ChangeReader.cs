using PostingsBot.Core.Questions.Reading;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>
/// Orders that change what a posting says: "raise the Crunch salary to 150k", "the Brightwheel role is now hybrid in Austin". The role is named, or it is one that was just spoken of.
/// </summary>
internal sealed class ChangeReader(OrderText order, Conversation conversation, Func<string, RoleReference?> roleOf)
{
    public RecruitingRequest? Read() => Find(ChangeOrders.Forms) ?? (conversation.IsRecruiting ? Find(ChangeOrders.Spoken) : null);

    private RecruitingRequest? Find(IEnumerable<(OrderPattern Pattern, string Correction)> forms)
    {
        Func<string, int, int, bool> accepts = Accepts;
        foreach (var (pattern, correction) in forms)
        {
            if ((order.IsQuestion && pattern.IsStatement) || pattern.Match(order, accepts) is not { } found)
                continue;
            var head = found.TryGetValue("head", out var at) || found.TryGetValue("fieldof", out at) ? Head(at.First, at.End) : null;
            var role = head?.Role ?? (found.TryGetValue("role", out at) || found.TryGetValue("posting", out at) || found.TryGetValue("named", out at) ? Role(at.First, at.End) : null);
            return new RecruitingRequest(RecruitingAction.Change) { Target = role?.Target ?? new Target.Focus(), IsBulk = role?.IsBulk ?? false, Text = Filled(correction, found, head) };
        }

        return null;
    }

    private string Filled(string correction, IReadOnlyDictionary<string, (int First, int End)> found, FieldHead? head)
    {
        foreach (var name in new[] { "verb", "joint", "value" })
            correction = correction.Replace($"{{{name}}}", found.TryGetValue(name, out var at) ? order.Written(at.First, at.End) : "", StringComparison.Ordinal);
        return correction.Replace("{head}", head?.Name ?? "", StringComparison.Ordinal).Trim();
    }

    private bool Accepts(string name, int first, int end) => name switch
    {
        "head" => Head(first, end) is { } head && (head.Role is { } role ? IsMeant(role, first, end) : IsOneSpokenOf),
        "fieldof" => Head(first, end) is { Role: { } owner } && IsMeant(owner, first, end),
        "named" => Role(first, end) is { } named && (conversation.IsRecruiting || named.Target is Target.Ordinal || named.Target is Target.Described { Constraints: var said } && said.Any(constraint => constraint is EmployerConstraint or TitleConstraint)),
        "role" => Role(first, end) is { } role && IsMeant(role, first, end),
        "posting" => Role(first, end) is { } role && IsMeant(role, first, end) && (conversation.IsRecruiting || role.Target is Target.Ordinal || RoleReference.HasNoun(Words(first, end))),
        _ => true,
    };

    /// <summary>Many only when all of them are said to be meant; a pronoun only for what a search does not read.</summary>
    private bool IsMeant(RoleReference role, int first, int end) => role switch
    {
        { IsBulk: true, IsNamed: true } => Words(first, end).Any(word => word is "all" or "every" or "each"),
        { IsBulk: true } => conversation.IsRecruiting,
        { Target: Target.Focus, IsNamed: false } => conversation.IsRecruiting,
        { Target: Target.Focus } => conversation.IsRecruiting || conversation.Role is not null,
        _ => true,
    };

    /// <summary>"Raise the salary to 150k" refines a search unless it can only be about the role in focus.</summary>
    private bool IsOneSpokenOf => conversation.IsRecruiting || (conversation.Role is not null && conversation.Constraints.Count == 0);

    private RoleReference? Role(int first, int end) => roleOf(order.Written(first, end));

    private FieldHead? Head(int first, int end) => FieldHead.Of(order.Written(first, end), roleOf);

    private IEnumerable<string> Words(int first, int end) => Enumerable.Range(first, end - first).Select(i => order[i]);
}
