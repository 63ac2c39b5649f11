using NodaTime;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>All that was read from an utterance before its intent is decided.</summary>
internal sealed class Understood
{
    public Understood(Utterance u, LocalDate today)
    {
        U = u;
        Today = today;
        Reads = ConstraintReader.Of(u);
        Targets = PointedReader.Of(u, Reads);
        Field = FieldReader.Of(u, Targets.Where(t => t.IsNamed));
        Extra = [.. WordsReader.Of(u, Reads)];
    }

    public Utterance U { get; }

    public LocalDate Today { get; }

    public IReadOnlyList<Read> Reads { get; }

    public IReadOnlyList<Pointed> Targets { get; }

    public RoleField? Field { get; }

    /// <summary>Words and stated fields, for searches.</summary>
    public IReadOnlyList<Read> Extra { get; }

    public Conversation Before => U.Conversation;

    public bool HasNamedTarget => Targets.Any(t => t.IsNamed);

    public bool HasTarget => Targets.Count > 0;

    /// <summary>The constraints of a search, in the order said.</summary>
    public IEnumerable<Constraint> Search => Alternatives.Joined(U, Reads.Concat(Extra).OrderBy(r => r.First));

    /// <summary>Constraints that stand outside every target: what the target is asked about.</summary>
    public IEnumerable<Constraint> About =>
        Reads.Where(r => !Targets.Any(t => r.First >= t.First && r.First <= t.Last)).Select(r => r.Constraint);

    public bool Has(Cue cue) => U.Has(cue);

    public bool Any(params ReadOnlySpan<Cue> cues)
    {
        foreach (var cue in cues)
        {
            if (U.Has(cue))
                return true;
        }

        return false;
    }

    public bool HasFocus => Before.Role is not null || Before.Employer is not null || Before.Listed.Count > 0;

    /// <summary>The last search found no role.</summary>
    public bool FoundNothing => Before is { Listed.Count: 0, Employers.Count: 0, Constraints.Count: > 0 };

    /// <summary>The postings that "of them", "which one" speaks of: the last list, or what it was chosen from when one was left.</summary>
    public ValueList<string> Listed =>
        Before.Listed.Count < 2 && Before.Constraints.OfType<AmongConstraint>().FirstOrDefault() is { } among ? among.PostingIds : Before.Listed;

    /// <summary>Starts like a question: "what", "does", "is".</summary>
    public bool IsAsking => U.FirstContent is var i && (StartsWith(i, Cue.Wh) || StartsWith(i, Cue.Aux) || StartsWith(i, Cue.HowMany) || StartsWith(i, Cue.HowLong));

    public bool StartsWith(int i, Cue cue) => i < U.Count && U[i].Is(cue);
}
