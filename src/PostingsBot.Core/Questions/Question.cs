using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Questions.Saving;
using PostingsBot.Core.Questions.Subscribing;

namespace PostingsBot.Core.Questions;

public enum Intent
{
    FindRoles,

    /// <summary>The next page of the last list.</summary>
    More,

    /// <summary>All about one role.</summary>
    Detail,

    /// <summary>One fact about one role or employer: <see cref="Question.Field"/>, or a passage when no field answers.</summary>
    Fact,

    Compare,
    Similar,
    Count,

    /// <summary>Which employers: all, those with roles that match, or those without a role.</summary>
    Employers,

    /// <summary>About one employer: <see cref="Question.Topic"/> or in general.</summary>
    Company,

    /// <summary>To be told of new roles: <see cref="Question.Subscription"/> says when.</summary>
    Subscribe,

    /// <summary>About subscriptions that are there: <see cref="Question.Subscription"/> says what.</summary>
    Subscriptions,

    /// <summary>To post or update roles: <see cref="Question.Recruiting"/> says what.</summary>
    Recruiting,

    /// <summary>To save roles, or about saved ones: <see cref="Question.Saving"/> says what.</summary>
    Saving,

    Help,
    Greeting,
    Thanks,
    StartOver,

    /// <summary>Nothing that can be read as a question: empty, a lone "?".</summary>
    Unclear,

    /// <summary>Not about job postings, or noise.</summary>
    OutOfScope,
}

/// <summary>A field of a role that can be asked for ("is it remote?", "what does it pay?").</summary>
public enum RoleField
{
    Title,
    Employer,
    Location,
    Workplace,
    EligibleFrom,
    Employment,
    Seniority,
    Pay,
    Posted,
    ValidThrough,
    Apply,
    Skills,
    Degree,
    Experience,
    Visa,
    Status,
    Requirements,
    NiceToHave,
    Responsibilities,
    Benefits,
    Process,
    Team,
    About,
    TimeZones,
}

/// <summary>What the question is about.</summary>
public abstract record Target
{
    private Target()
    {
    }

    /// <summary>The role or employer in focus: "it", "that one", "they".</summary>
    public sealed record Focus : Target;

    /// <summary>The nth of the last list, from 1; -1 is the last.</summary>
    public sealed record Ordinal(int Number) : Target;

    /// <summary>All of the last list or of the last comparison: "them", "both", "the two".</summary>
    public sealed record AllListed : Target;

    /// <summary>The role that meets these constraints: "the Brightwheel job", "the one in Canada".</summary>
    public sealed record Described(ValueList<Constraint> Constraints) : Target;

    /// <summary>An employer by name, as the catalogue spells it when it knows it.</summary>
    public sealed record Company(string Name) : Target;

    /// <summary>A posting by id, from a card's button.</summary>
    public sealed record Role(string Id) : Target;
}

public enum CountBy
{
    Employer,
    City,
    Country,
    Workplace,
    Seniority,
    Discipline,
    Skill,
    Employment,
}

/// <summary>A question, understood. Constraints are complete: what the conversation held before is already merged in.</summary>
public sealed record Question(Intent Intent)
{
    public ValueList<Constraint> Constraints { get; init; } = [];

    public ValueList<Target> Targets { get; init; } = [];

    /// <summary>The field asked for.</summary>
    public RoleField? Field { get; init; }

    /// <summary>Further fields asked for in the same message: "what does it pay, and where is it?"</summary>
    public ValueList<RoleField> Also { get; init; } = [];

    /// <summary>What the field is asked about: "does it need AWS?" asks Skills about AWS; "from Canada?" asks EligibleFrom about Canada.</summary>
    public Constraint? About { get; init; }

    /// <summary>A field's category: "which databases" asks Skills of the category database.</summary>
    public string? SkillCategory { get; init; }

    /// <summary>The content words of the question, for passages: what to look for when no field answers.</summary>
    public ValueList<string> Topic { get; init; } = [];

    public SearchOrder Order { get; init; } = SearchOrder.Relevance;

    /// <summary>"the highest", "the best paid", "the newest": how many to give; 0 means a whole page.</summary>
    public int Top { get; init; }

    public CountBy? By { get; init; }

    /// <summary>"How many in Europe vs the US": what is counted one by one, beside the constraints.</summary>
    public ValueList<Constraint> Each { get; init; } = [];

    /// <summary>What is to be done about subscriptions; null when the question is not about them.</summary>
    public SubscriptionRequest? Subscription { get; init; }

    /// <summary>What is to be done about postings; null when the question does not post or update.</summary>
    public RecruitingRequest? Recruiting { get; init; }

    /// <summary>What is to be done about saved roles; null when the question is not about them.</summary>
    public SavingRequest? Saving { get; init; }

    /// <summary>Employers without any role in the catalogue.</summary>
    public bool WithoutRoles { get; init; }

    /// <summary>Employers with so many roles and more, those with most first; 0 when their number was not asked.</summary>
    public int LeastRoles { get; init; }

    /// <summary>Spellings that were mended: what was written and what it was taken for.</summary>
    public ValueList<Mended> Mended { get; init; } = [];

    /// <summary>The text as asked, bounded.</summary>
    public string Text { get; init; } = "";

    /// <summary>The text was longer than what is read of it.</summary>
    public bool IsCut { get; init; }

    /// <summary>Words of another script that neither the vocabularies nor the catalogue know: not searched for, but said.</summary>
    public ValueList<string> Unread { get; init; } = [];

    /// <summary>Words of a search that are no constraint of it, though they may have been meant as one: said, so that nothing is dropped in silence.</summary>
    public ValueList<string> Unused { get; init; } = [];
}

public sealed record Mended(string Written, string Read);
