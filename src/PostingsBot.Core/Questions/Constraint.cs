using System.Text.Json.Serialization;
using NodaTime;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions;

/// <summary>One thing the user asked of a role. Shown as a chip, removable by its <see cref="Key"/>; never dropped in silence.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SkillConstraint), "skill")]
[JsonDerivedType(typeof(DisciplineConstraint), "discipline")]
[JsonDerivedType(typeof(SeniorityConstraint), "seniority")]
[JsonDerivedType(typeof(PlaceConstraint), "place")]
[JsonDerivedType(typeof(EligibleFromConstraint), "eligibleFrom")]
[JsonDerivedType(typeof(LimitedToConstraint), "limitedTo")]
[JsonDerivedType(typeof(WorkplaceConstraint), "workplace")]
[JsonDerivedType(typeof(EmploymentConstraint), "employment")]
[JsonDerivedType(typeof(EmployerConstraint), "employer")]
[JsonDerivedType(typeof(PayConstraint), "pay")]
[JsonDerivedType(typeof(PaidPerConstraint), "paidPer")]
[JsonDerivedType(typeof(ExperienceConstraint), "experience")]
[JsonDerivedType(typeof(PostedConstraint), "posted")]
[JsonDerivedType(typeof(ClosingConstraint), "closing")]
[JsonDerivedType(typeof(OpennessConstraint), "openness")]
[JsonDerivedType(typeof(StatedConstraint), "stated")]
[JsonDerivedType(typeof(SpokenLanguageConstraint), "spoken")]
[JsonDerivedType(typeof(WrittenInConstraint), "writtenIn")]
[JsonDerivedType(typeof(TitleConstraint), "title")]
[JsonDerivedType(typeof(WordsConstraint), "words")]
[JsonDerivedType(typeof(AmongConstraint), "among")]
[JsonDerivedType(typeof(EitherConstraint), "either")]
public abstract record Constraint
{
    /// <summary>"not", "except", "without": the constraint must not hold.</summary>
    public bool Negated { get; init; }

    /// <summary>What the chip says: "Python or Ruby", "not Kubernetes", "remote", "can be done from Germany".</summary>
    [JsonIgnore]
    public string Label => ConstraintLabels.Of(this);

    /// <summary>Equal for constraints that say the same; the chip's id.</summary>
    [JsonIgnore]
    public string Key => (Negated ? "not " : "") + GetType().Name.Replace("Constraint", "", StringComparison.Ordinal) + ":" + Label;
}

/// <summary>At least one of the skills is named by the role. "Python and Go" is two constraints.</summary>
public sealed record SkillConstraint(ValueList<string> AnyOf) : Constraint
{
    /// <summary>Only skills that the role requires count ("must have").</summary>
    public bool RequiredOnly { get; init; }
}

public sealed record DisciplineConstraint(ValueList<string> AnyOf) : Constraint
{
    /// <summary>The profession that was named ("nurse", "community manager"), which titles say more exactly; null when the discipline itself was.</summary>
    public string? Profession { get; init; }
}

public sealed record SeniorityConstraint(ValueList<Seniority> AnyOf) : Constraint;

/// <summary>The job's own place lies in one of the areas.</summary>
public sealed record PlaceConstraint(ValueList<Place> AnyOf) : Constraint;

/// <summary>Somebody in this area can do the job: it is there, or it is remote and its limits include the area.</summary>
public sealed record EligibleFromConstraint(Place From) : Constraint;

/// <summary>Remote work is limited to this area ("US only"); without an area: limited at all.</summary>
public sealed record LimitedToConstraint(Place? Area) : Constraint;

public sealed record WorkplaceConstraint(ValueList<Workplace> AnyOf) : Constraint;

public sealed record EmploymentConstraint(ValueList<EmploymentType> AnyOf) : Constraint;

/// <summary>Employers by name: as the catalogue spells them when it knows them, else as the user wrote them.</summary>
public sealed record EmployerConstraint(ValueList<string> AnyOf) : Constraint;

/// <summary>Pay per <paramref name="Period"/> (a year when not said) reaches into the range; a missing currency means any.</summary>
public sealed record PayConstraint(decimal? Min, decimal? Max, string? Currency, PayPeriod? Period) : Constraint
{
    /// <summary>"Over", "under": the figures themselves are left out.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The other currencies that count too, by the configured rates; none when no rates are configured.</summary>
    public ValueList<ExchangeRate> Converted { get; init => field = value ?? []; } = [];
}

/// <summary>One unit of the amount's own currency is <paramref name="Value"/> of <paramref name="Currency"/>.</summary>
public sealed record ExchangeRate(string Currency, decimal Value);

/// <summary>Pay is stated per this period ("paid by the hour").</summary>
public sealed record PaidPerConstraint(PayPeriod Period) : Constraint;

/// <summary>The least years of experience that the role states lie in this range.</summary>
public sealed record ExperienceConstraint(int? Min, int? Max) : Constraint;

/// <summary>Posted on one of these days, both ends included.</summary>
public sealed record PostedConstraint(LocalDate? From, LocalDate? To) : Constraint;

/// <summary>Applications close on one of these days, both ends included; a role that states no closing date does not count.</summary>
public sealed record ClosingConstraint(LocalDate? From, LocalDate? To) : Constraint;

/// <summary>Applications are still taken on this day, or no longer: the role was closed, or its closing date is past. Without it closed roles are left out, past ones are shown.</summary>
public sealed record OpennessConstraint(bool IsOpen, LocalDate On) : Constraint
{
    /// <summary>What is looked for no longer takes applications.</summary>
    [JsonIgnore]
    public bool WantsClosed => IsOpen == Negated;
}

/// <summary>The role states this field at all ("with a salary", "no degree mentioned" when negated).</summary>
public sealed record StatedConstraint(RoleField Field) : Constraint
{
    /// <summary>And what it says of it is an offer: "sponsors visas" as against a remark that refuses. For visas only.</summary>
    public bool IsOffered { get; init; }
}

/// <summary>The role asks people to speak at least one of these languages, by their English names.</summary>
public sealed record SpokenLanguageConstraint(ValueList<string> AnyOf) : Constraint;

/// <summary>The posting's own text is in one of these languages, by their English names.</summary>
public sealed record WrittenInConstraint(ValueList<string> AnyOf) : Constraint;

/// <summary>Words that must stand in the title, in any order: how people name a role ("the staff platform engineer").</summary>
public sealed record TitleConstraint(ValueList<string> Words) : Constraint;

/// <summary>Words that no vocabulary knows; all must stand in the role's text.</summary>
public sealed record WordsConstraint(ValueList<string> Words) : Constraint
{
    /// <summary>They name the work ("growth jobs"): where titles of the catalogue hold them, only titles count.</summary>
    public bool NamesWork { get; init; }

    /// <summary>They must stand one after the other; only for the phrases of text-terms.tsv.</summary>
    public bool IsPhrase { get; init; }
}

/// <summary>Only among these postings: "which of the two", "those".</summary>
public sealed record AmongConstraint(ValueList<string> PostingIds) : Constraint;

/// <summary>At least one holds, where the alternatives are of different kinds: "remote or in Berlin".</summary>
public sealed record EitherConstraint(ValueList<Constraint> AnyOf) : Constraint
{
    /// <summary>What the alternatives are spellings of ("master's degree"); null when the person named them.</summary>
    public string? Name { get; init; }
}
