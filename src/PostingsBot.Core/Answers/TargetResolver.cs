using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>Finds what a question points at: by name, by description, by place in the last list, or by what is in focus.</summary>
internal sealed class TargetResolver(ICatalogue catalogue)
{
    private const int MostRoles = 10;

    /// <summary>Shorter words for a trade are short forms ("SRE") that its postings need not use.</summary>
    private const int LeastLiteral = 6;

    public Task<Resolved> ResolveAsync(Target target, Asked asked, CancellationToken ct) => target switch
    {
        Target.Role t => RoleAsync(t.Id, ct),
        Target.Ordinal t => OrdinalAsync(t.Number, asked.Conversation, ct),
        Target.AllListed => ListedAsync(asked.Conversation, ct),
        Target.Described t => DescribedAsync(t.Constraints, asked, ct),
        Target.Company t => CompanyAsync(t.Name, ct),
        Target.Focus => FocusAsync(asked.Conversation, ct),
        _ => throw new InvalidOperationException($"no resolution for {target.GetType().Name}"),
    };

    private async Task<Resolved> RoleAsync(string id, CancellationToken ct) =>
        await catalogue.FindPostingAsync(id, ct) is { } posting ? new Resolved.Role(posting) : new Resolved.Missing(Wording.GoneRole);

    private Task<Resolved> OrdinalAsync(int number, Conversation conversation, CancellationToken ct)
    {
        var index = number < 0 ? conversation.Listed.Count + number : number - 1;
        return index >= 0 && index < conversation.Listed.Count
            ? RoleAsync(conversation.Listed[index], ct)
            : Task.FromResult<Resolved>(new Resolved.Nothing());
    }

    private async Task<Resolved> FocusAsync(Conversation conversation, CancellationToken ct) => conversation switch
    {
        { Role: { } role } => await RoleAsync(role, ct),
        { Employer: { } employer } => await CompanyAsync(employer, ct),
        _ => await ListedAsync(conversation, ct),
    };

    private async Task<Resolved> ListedAsync(Conversation conversation, CancellationToken ct)
    {
        var postings = new List<Posting>();
        foreach (var id in conversation.Listed.Take(MostRoles))
        {
            if (await catalogue.FindPostingAsync(id, ct) is { } posting)
                postings.Add(posting);
        }

        return postings switch
        {
            [] => new Resolved.Nothing(),
            [var only] => new Resolved.Role(only),
            _ => new Resolved.Several(postings, postings.Count),
        };
    }

    /// <summary>
    /// A description means a role of the last list if any fits there, else one of the whole catalogue. Where no title holds its words, they are looked for in
    /// the texts: "the satellite one".
    /// </summary>
    private async Task<Resolved> DescribedAsync(ValueList<Constraint> constraints, Asked asked, CancellationToken ct) =>
        await LiterallyAsync(constraints, asked, ct) is { } literal ? literal
        : await SearchedAsync(constraints, asked, ct) is var found && found is Resolved.Missing && InText(constraints) is { } loose && await SearchedAsync(loose, asked, ct) is not Resolved.Missing and var spoken
            ? spoken
            : found;

    /// <summary>"The procurement job" of whoever asks is the one that says procurement, though that is a word for a wider trade too.</summary>
    private async Task<Resolved?> LiterallyAsync(ValueList<Constraint> constraints, Asked asked, CancellationToken ct)
    {
        if (constraints.OfType<DisciplineConstraint>().FirstOrDefault() is not { Negated: false, AnyOf: [var trade] } discipline)
            return null;
        var said = Terms.Disciplines.Find(asked.Question.Text).Where(m => m.Value == trade).Take(1);
        var words = said.SelectMany(m => Words.Split(asked.Question.Text.AsSpan(m.Start, m.Length))).Select(w => w.Folded).ToList();
        if (words is not [{ Length: >= LeastLiteral } word] || trade.Contains(word, StringComparison.Ordinal))
            return null;
        var found = await FindAsync([.. constraints.Where(c => c != discipline), new WordsConstraint([word])], ct);
        return found.Total == 1 ? new Resolved.Role(found.Postings[0]) : null;
    }

    private static ValueList<Constraint>? InText(ValueList<Constraint> constraints)
    {
        ValueList<Constraint> loose = [.. constraints.Select(c => c switch
        {
            TitleConstraint { Negated: false } title => new WordsConstraint(title.Words),
            DisciplineConstraint { Negated: false, AnyOf: [var trade] } => new WordsConstraint([.. trade.Split(' ')]),
            _ => c,
        })];
        return loose.Equals(constraints) ? null : loose;
    }

    private async Task<Resolved> SearchedAsync(ValueList<Constraint> constraints, Asked asked, CancellationToken ct)
    {
        if (asked.Conversation.Listed.Count > 0)
        {
            var among = await FindAsync([.. constraints, new AmongConstraint(asked.Conversation.Listed)], ct);
            if (among.Total > 0)
                return among.Total == 1 ? new Resolved.Role(among.Postings[0])
                    : NamedInFull(among.Postings, asked.Question.Text) is { } named ? new Resolved.Role(named)
                    : new Resolved.Several(among.Postings, among.Total);
        }

        var found = await FindAsync(constraints, ct);
        return found.Total switch
        {
            0 when EmployerOnly(constraints) is { } name => await CompanyAsync(name, ct),
            0 => await ClosedAsync(constraints, asked, ct) ?? new Resolved.Missing(Wording.Constraints(constraints)),
            1 => new Resolved.Role(found.Postings[0]),
            _ when NamedInFull(found.Postings, asked.Question.Text) is { } posting => new Resolved.Role(posting),
            _ => new Resolved.Several(found.Postings, found.Total),
        };
    }

    /// <summary>Asked for by name, and no open role has it: a closed one that does, or a draft.</summary>
    private async Task<Resolved?> ClosedAsync(ValueList<Constraint> constraints, Asked asked, CancellationToken ct) => await new ClosedRoles(catalogue).OnlyClosedAsync(constraints, MostRoles, ct) switch
    {
        [] => null,
        [var only] => new Resolved.Role(only),
        var several when NamedInFull(several, asked.Question.Text) is { } posting => new Resolved.Role(posting),
        var several => new Resolved.Several(several, several.Count),
    };

    /// <summary>The one role whose whole title stands in the question: "the Backend Engineer job" is not the Senior Backend Engineer.</summary>
    private static Posting? NamedInFull(IReadOnlyList<Posting> postings, string question)
    {
        var asked = " " + Plain(question) + " ";
        var named = postings.Where(p => asked.Contains(" " + Plain(p.Title.Value) + " ", StringComparison.Ordinal)).ToList();
        var longest = named.Select(p => p.Title.Value.Length).DefaultIfEmpty().Max();
        return named.Where(p => p.Title.Value.Length == longest).ToList() is [var only] ? only : null;
    }

    private static string Plain(string text) => string.Join(' ', Words.Split(text).Select(w => w.Folded));

    private Task<SearchPage> FindAsync(IEnumerable<Constraint> constraints, CancellationToken ct) =>
        catalogue.SearchAsync(new Search(ConstraintMatch.Of(constraints), SearchOrder.Relevance, MostRoles), ct);

    private static string? EmployerOnly(ValueList<Constraint> constraints) =>
        constraints is [EmployerConstraint { Negated: false, AnyOf: [var name] }] ? name : null;

    public async Task<Resolved> CompanyAsync(string name, CancellationToken ct)
    {
        var employers = await catalogue.EmployersAsync(ct);
        if (employers.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } employer)
            return new Resolved.Missing(name);
        var document = employer.DocumentFile is { } file ? await catalogue.FindDocumentAsync(file, ct) : null;
        var roles = await catalogue.SearchAsync(new Search(new Match.Token(PostingTokens.Employer(employer.Name)), SearchOrder.Newest, MostRoles), ct);
        return new Resolved.Company(employer, document is null ? null : Subject.Of(employer, document), roles.Postings);
    }
}
