using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <summary>A proposed change: each of the fields as <paramref name="Values"/> states it; one that it does not state is taken away.</summary>
public sealed record PostingEdit(ValueList<RoleField> Fields, Posting Values)
{
    public static PostingEdit Between(Posting before, Posting after) => Of([.. PostingFields.Editable.Where(field => PostingFields.Text(field, before) != PostingFields.Text(field, after))], after);

    /// <summary>These fields as the posting states them.</summary>
    public static PostingEdit Of(ValueList<RoleField> fields, Posting posting) =>
        new(fields, fields.Aggregate(PostingFields.Blank, (values, field) => PostingFields.Copy(field, posting, values)));

    /// <summary>The posting as it would read.</summary>
    public Posting Over(Posting posting) => Fields.Aggregate(posting, (shown, field) => PostingFields.Copy(field, Values, shown));

    /// <summary>Both changes; what both name is as the later one says.</summary>
    public PostingEdit And(PostingEdit later) => new([.. Fields.Union(later.Fields)], later.Over(Values));
}
