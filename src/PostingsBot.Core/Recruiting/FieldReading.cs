using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <summary>What one part of a correction comes to: the fields as <paramref name="Values"/> has them, or a problem.</summary>
internal sealed record FieldReading(ValueList<RoleField> Fields, Posting Values)
{
    public IReadOnlyList<string> Problems { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Nothing in it is a correction.</summary>
    public bool IsUnread { get; init; }

    public static FieldReading Unread(string clause) => Problem(CorrectionWording.Unread(clause)) with { IsUnread = true };

    public static FieldReading Problem(string problem) => new([], PostingFields.Blank) { Problems = [problem] };

    public static FieldReading Of(RoleField field, Posting? read, string problem) =>
        read is not null && PostingFields.Values(field, read).Count > 0 ? new FieldReading([field], PostingEdit.Of([field], read).Values) : Problem(problem);

    /// <summary>With a field more, as it was read.</summary>
    public FieldReading And(Posting? read, RoleField field) =>
        read is null || PostingFields.Values(field, read).Count == 0 ? this : this with { Fields = [.. Fields, field], Values = PostingFields.Copy(field, read, Values) };

    /// <summary>With the limits of remote work taken away, where there are any.</summary>
    public FieldReading WithoutLimits(Posting current) => current.RemoteWithin.Count == 0 ? this
        : this with { Fields = [.. Fields, RoleField.EligibleFrom], Notes = [.. Notes, CorrectionWording.TakenAway($"remote within {PostingFields.Text(RoleField.EligibleFrom, current)}")] };

    public static FieldReading TakenAway(params RoleField[] fields) => new([.. fields], PostingFields.Blank);
}
