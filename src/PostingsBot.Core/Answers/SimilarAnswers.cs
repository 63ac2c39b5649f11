using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Roles that share skills, discipline or level with one role, with what they share.</summary>
internal sealed class SimilarAnswers(ICatalogue catalogue)
{
    private const int MostCandidates = 50;
    private const int Most = 5;

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var target = asked.Question.Targets.Count > 0 ? asked.Question.Targets[0] : new Target.Focus();
        return await new TargetResolver(catalogue).ResolveAsync(target, asked, ct) switch
        {
            Resolved.Role(var posting) => await LikeAsync(asked, posting, ct),
            Resolved.Company { Postings: [var first, ..] } => await LikeAsync(asked, first, ct),
            Resolved.Several(var postings, _) => asked.Reply(MessageAnswers.WhichOf(postings)),
            Resolved.Missing(var what) => asked.Reply(MessageAnswers.Missing(what)),
            _ => asked.Reply(MessageAnswers.Clarify(Wording.NothingListed)),
        };
    }

    private async Task<Outcome> LikeAsync(Asked asked, Posting posting, CancellationToken ct)
    {
        var shared = Traits(posting).ToDictionary(t => t.Token, t => t.Label, StringComparer.Ordinal);
        var match = new Match.All([new Match.Any([.. shared.Keys.Select(t => new Match.Token(t))]), new Match.Not(new Match.Ids([posting.Id]))]);
        var page = await catalogue.SearchAsync(new Search(match, SearchOrder.MostShared, MostCandidates), ct);
        var similar = page.Postings
            .Select(p => (Posting: p, Shared: Traits(p).Where(t => shared.ContainsKey(t.Token)).Select(t => t.Label).Distinct().ToList()))
            .OrderByDescending(x => x.Shared.Count).Take(Most).ToList();
        if (similar.Count == 0)
            return asked.Reply(new NothingFoundAnswer(null, []) { Text = Wording.NoneSimilar(Show.Name(posting)), Total = 0 });
        var answer = new RoleListAnswer([], false)
        {
            Text = Wording.Similar(Show.Name(posting), similar.Select(s => (Show.Name(s.Posting), s.Shared))),
            Postings = [.. similar.Select(s => s.Posting)],
            Total = similar.Count,
            Quotes = [.. similar.Select(s => Show.Quote(s.Posting.File, s.Posting.Title.Evidence))],
        };
        return asked.Reply(answer, asked.Conversation with { Listed = [.. answer.Postings.Select(p => p.Id)], Role = null });
    }

    private static IEnumerable<(string Token, string Label)> Traits(Posting p) =>
        p.Skills.Select(s => (PostingTokens.Skill(s.Name), s.Name))
            .Concat(p.Disciplines.Select(d => (PostingTokens.Discipline(d.Value), d.Value)))
            .Concat(p.Seniorities.Select(s => (PostingTokens.Level(s.Value), TermNames.Of(s.Value))))
            .Distinct();
}
