using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <param name="Field">Which field people edited.</param>
/// <param name="By">Who did: the number of a person in storage.</param>
/// <param name="At">When.</param>
/// <param name="Under">What the documents said of the field then, in one line; empty when they did not state it.</param>
public sealed record OverlaidField(RoleField Field, long By, Instant At, string Under);

/// <summary>
/// What people edited of a role, laid over what its documents state. <paramref name="Values"/> has the new value of each field of
/// <paramref name="Fields"/>; one that it does not state was taken away.
/// </summary>
public sealed record RoleOverlay(ValueList<OverlaidField> Fields, Posting Values)
{
    public static RoleOverlay Empty { get; } = new([], PostingFields.Blank);

    public bool IsEmpty => Fields.Count == 0;

    /// <summary>The role as it is shown. The evidence of an edited value is the editor's words, and names who edited it and on which day (UTC).</summary>
    public Posting Over(Posting basis, Func<long, string> nameOf) => Fields.Aggregate(basis, (shown, field) => PostingFields.Copy(field.Field, Values, shown, At(field, nameOf)));

    /// <param name="edit">The change.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="at">When.</param>
    /// <param name="basis">What the documents state now, without any overlay.</param>
    public RoleOverlay With(PostingEdit edit, long by, Instant at, Posting basis) =>
        new(
            [.. Fields.Where(field => !edit.Fields.Contains(field.Field)), .. edit.Fields.Select(field => new OverlaidField(field, by, at, PostingFields.Text(field, basis)))],
            edit.Over(Values));

    /// <summary>The field as the documents state it.</summary>
    public RoleOverlay Without(RoleField field) =>
        new([.. Fields.Where(one => one.Field != field)], PostingFields.Copy(field, PostingFields.Blank, Values));

    /// <summary>The edited fields of which the documents say something else than when they were edited.</summary>
    public IReadOnlyList<OverlaidField> Conflicts(Posting basis) => [.. Fields.Where(field => PostingFields.Text(field.Field, basis) != field.Under)];

    private static Func<Evidence, Evidence> At(OverlaidField field, Func<long, string> nameOf)
    {
        var file = $"edited by {nameOf(field.By)}, {LocalDatePattern.Iso.Format(field.At.InUtc().Date)}";
        return evidence => new Evidence(1, 1, evidence.Text, file);
    }
}
