using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// A stretch of words and all that it may mean. Words <paramref name="First"/> up to <paramref name="End"/>; <paramref name="Gap"/> is the sign before it
/// (',' ';' '.' '?' '/' '+' '-' ':' or a blank).
/// </summary>
internal sealed record Part(int First, int End, string Text, char Gap)
{
    public IReadOnlyList<Said> Said { get; init; } = [];

    /// <summary>A skill, discipline, level, employment type, workplace, pay or date, as a constraint.</summary>
    public Constraint? Term { get; init; }

    /// <summary>A discipline that is also a skill ("machine learning"): what it is after "mentions" and the like.</summary>
    public SkillConstraint? AsSkill { get; init; }

    public Area? Area { get; init; }

    /// <summary>The area is said by its people: "Canadians".</summary>
    public bool IsPeople { get; init; }

    public string? Employer { get; init; }

    /// <summary>A place in a list, from 1; -1 is the last.</summary>
    public int? Ordinal { get; init; }

    public RoleField? Field
    {
        get
        {
            for (var i = 0; i < Said.Count; i++)
            {
                if (Said[i].Field is { } named)
                    return named;
            }

            return null;
        }
    }

    /// <summary>No vocabulary knows it and it is no filler: it carries content.</summary>
    public bool IsUnknown { get; init; }

    public bool HasConstraint => Term is not null || Area is not null || Employer is not null;

    public bool Is(Cue cue)
    {
        for (var i = 0; i < Said.Count; i++)
        {
            if (Said[i].Is(cue))
                return true;
        }

        return false;
    }
}
