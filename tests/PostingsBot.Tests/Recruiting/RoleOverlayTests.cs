using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Recruiting;

public sealed class RoleOverlayTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly Posting Harbour = Examples.Harbour;

    /// <summary>Differs from <see cref="Harbour"/> in every field.</summary>
    private static readonly Posting Other = Examples.Meadow with
    {
        RemoteWithin = [Said(new Place("EU", null, null, null, "EU"))],
        EmploymentTypes = [Said(EmploymentType.PartTime)],
        Seniorities = [Said(Seniority.Junior), Said(Seniority.Mid)],
        ValidThrough = Said(new LocalDate(2026, 12, 31)),
        ApplyUrl = Said("mailto:jobs@meadow.example"),
        Degree = Said(new Degree("PhD", DegreeNeed.Required)),
        Experience = Said(new Experience(3, 5)),
        Visa = Said("No sponsorship."),
        TimeZones = Said("CET plus or minus two hours"),
        Status = Said(PostingStatus.Closed),
    };

    public static TheoryData<RoleField> Editable => [.. PostingFields.Editable];

    [Fact]
    public void Over_EmptyOverlay_IsTheBasis() => Assert.Same(Harbour, RoleOverlay.Empty.Over(Harbour, Name));

    [Theory]
    [MemberData(nameof(Editable))]
    public void Over_OneField_ChangesThatFieldAlone(RoleField field)
    {
        var edit = PostingEdit.Of([field], Other);

        var shown = Edited(edit).Over(Harbour, Name);

        Assert.Equal([new FieldChange(field, PostingFields.Text(field, Harbour), PostingFields.Text(field, Other))], PostingFields.Differences(Harbour, shown));
    }

    [Theory]
    [MemberData(nameof(Editable))]
    public void Without_FieldJustEdited_IsAsBefore(RoleField field)
    {
        var before = Edited(PostingEdit.Of([field is RoleField.Pay ? RoleField.Title : RoleField.Pay], Other));

        var after = before.With(PostingEdit.Of([field], Other), 9, Noon, Harbour).Without(field);

        Assert.Equal(before.Fields, after.Fields);
        Assert.Empty(PostingFields.Differences(before.Over(Harbour, Name), after.Over(Harbour, Name)));
        Assert.Empty(PostingFields.Differences(before.Values, after.Values));
    }

    [Theory]
    [MemberData(nameof(Editable))]
    public void Over_EditOfTheDifference_IsTheOther(RoleField field)
    {
        var after = PostingFields.Copy(field, Other, Harbour);

        var edit = PostingEdit.Between(Harbour, after);

        Assert.Equal([field], edit.Fields);
        Assert.Empty(PostingFields.Differences(after, edit.Over(Harbour)));
        Assert.Empty(PostingFields.Differences(Harbour, PostingEdit.Between(after, Harbour).Over(after)));
    }

    [Fact]
    public void Over_EditOfEveryField_LeavesTheText()
    {
        var shown = PostingEdit.Between(Harbour, Other).Over(Harbour);

        Assert.Equal([RoleField.Requirements, RoleField.Benefits, RoleField.Process], PostingFields.Differences(shown, Other).Select(change => change.Field).Order());
    }

    [Theory]
    [MemberData(nameof(Editable))]
    public void Over_FieldTakenAway_IsNotStated(RoleField field)
    {
        if (field is RoleField.Title)
            return;
        var shown = Edited(PostingEdit.Of([field], PostingFields.Blank)).Over(Other, Name);

        Assert.Equal(field is RoleField.Status ? "open" : "", PostingFields.Text(field, shown));
    }

    [Fact]
    public void Over_EditedValue_NamesEditorAndDay()
    {
        var said = new Salary(150_000, null, "USD", PayPeriod.Year);
        var edit = PostingEdit.Of([RoleField.Pay], PostingFields.Blank with { Salaries = [new(said, new Evidence(7, 9, "raise it to 150k"))] });

        var shown = Edited(edit).Over(Harbour, Name);

        Assert.Equal(new Evidence(1, 1, "raise it to 150k", "edited by Ana Silva, 2026-11-22"), Assert.Single(shown.Salaries).Evidence);
        Assert.Equal(Harbour.Title, shown.Title);
    }

    [Fact]
    public void Over_EditedTitle_BringsItsDisciplines() =>
        Assert.Equal(["frontend"], Edited(PostingEdit.Of([RoleField.Title], Other)).Over(Harbour, Name).Disciplines.Select(discipline => discipline.Value));

    [Fact]
    public void Conflicts_BasisChangesOnlyWhereItIsEdited_AreTold()
    {
        var overlay = Edited(PostingEdit.Of([RoleField.Pay, RoleField.Visa], Other));
        var elsewhere = Harbour with { Title = Said("Backend Engineer"), Posted = null };

        Assert.Empty(overlay.Conflicts(Harbour));
        Assert.Empty(overlay.Conflicts(elsewhere));
        Assert.Equal([RoleField.Pay], overlay.Conflicts(elsewhere with { Salaries = [] }).Select(field => field.Field));
        Assert.Equal([RoleField.Visa], overlay.Conflicts(Harbour with { Visa = Said("We sponsor.") }).Select(field => field.Field));
    }

    [Fact]
    public void With_FieldEditedAgain_KeepsTheLaterEditAndWhatIsUnderIt()
    {
        var changed = Harbour with { Salaries = [] };

        var overlay = Edited(PostingEdit.Of([RoleField.Pay], Other)).With(PostingEdit.Of([RoleField.Pay], Harbour), 8, Noon + Duration.FromDays(1), changed);

        Assert.Equal([new OverlaidField(RoleField.Pay, 8, Noon + Duration.FromDays(1), "")], overlay.Fields);
        Assert.Empty(overlay.Conflicts(changed));
        Assert.Equal("EUR 70,000–90,000 per year", PostingFields.Text(RoleField.Pay, overlay.Over(changed, Name)));
    }

    [Fact]
    public void And_TwoEdits_LaterOneWins()
    {
        var both = PostingEdit.Of([RoleField.Pay, RoleField.Title], Harbour).And(PostingEdit.Of([RoleField.Pay, RoleField.Workplace], Other));

        Assert.Equal([RoleField.Pay, RoleField.Title, RoleField.Workplace], both.Fields);
        Assert.Equal("from USD 150,000 per year", PostingFields.Text(RoleField.Pay, both.Values));
    }

    [Fact]
    public void Copy_TextField_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => PostingFields.Copy(RoleField.Benefits, Other, Harbour));

    private static RoleOverlay Edited(PostingEdit edit) => RoleOverlay.Empty.With(edit, 7, Noon, Harbour);

    private static string Name(long person) => person == 7 ? "Ana Silva" : "somebody";

    private static Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(1, 1, "said"));
}
