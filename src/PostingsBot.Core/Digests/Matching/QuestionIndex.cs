using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Digests.Matching;

/// <summary>
/// Which of many saved questions a role answers. Each question waits under its rarest tokens; a role's tokens wake the questions that may hold, and the matcher
/// that answers for a single role decides. Any number of callers may ask at once while nobody adds or removes.
/// </summary>
public sealed class QuestionIndex(TokenFrequencies frequencies)
{
    private readonly Dictionary<string, List<Entry>> byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Entry> entries = [];
    private readonly List<Entry> always = [];

    public int Count => entries.Count;

    /// <summary>Adds a question, or puts it in the place of the one with its number.</summary>
    public void Add(long number, Match match)
    {
        Remove(number);
        var entry = new Entry(number, match, Triggers.Of(match, frequencies));
        entries.Add(number, entry);
        if (entry.Tokens is null)
            always.Add(entry);
        foreach (var token in entry.Tokens ?? [])
        {
            if (!byToken.TryGetValue(token, out var waiting))
                byToken.Add(token, waiting = []);
            waiting.Add(entry);
        }
    }

    public void Remove(long number)
    {
        if (!entries.Remove(number, out var entry))
            return;
        if (entry.Tokens is null)
            always.Remove(entry);
        foreach (var token in entry.Tokens ?? [])
        {
            if (byToken[token].Remove(entry) && byToken[token].Count == 0)
                byToken.Remove(token);
        }
    }

    /// <summary>The numbers of the questions that a search would answer with this role, rising; none for a role that is not open.</summary>
    public IReadOnlyList<long> Matching(Posting role)
    {
        if (!role.IsOpen)
            return [];
        var tokens = MatchEvaluator.TokensOf(role);
        var found = new List<long>();
        foreach (var token in tokens.Append(Triggers.Id(role.Id)))
            Collect(byToken.GetValueOrDefault(token));
        Collect(always);
        found.Sort();
        return [.. found.Distinct()];

        void Collect(List<Entry>? waiting)
        {
            foreach (var entry in waiting ?? [])
            {
                if (MatchEvaluator.Holds(entry.Match, role, tokens))
                    found.Add(entry.Number);
            }
        }
    }

    private sealed record Entry(long Number, Match Match, IReadOnlyList<string>? Tokens);
}
