using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Json;

public sealed class OverlayJsonTests
{
    private static readonly PostingEdit Edit = new([RoleField.Pay, RoleField.Visa], PostingFields.Blank with { Salaries = [Sample.Said(new Salary(1, 2, "EUR", PayPeriod.Hour))] });

    [Fact]
    public void Read_WrittenOverlay_IsEqual()
    {
        var overlay = RoleOverlay.Empty.With(Edit, long.MaxValue, Instant.FromUnixTimeTicks(17_000_000_000_000_001), PostingFields.Blank);

        var read = OverlayJson.Read(OverlayJson.Write(overlay));

        Assert.Equal(overlay.Fields, read.Fields);
        Assert.Equal(PostingJson.Write(overlay.Values), PostingJson.Write(read.Values));
    }

    [Fact]
    public void Read_WrittenEmptyOverlay_IsEmpty() => Assert.True(OverlayJson.Read(OverlayJson.Write(RoleOverlay.Empty)).IsEmpty);

    [Fact]
    public void Read_WrittenEdit_IsEqual()
    {
        var read = OverlayJson.ReadEdit(OverlayJson.Write(Edit));

        Assert.Equal(Edit.Fields, read.Fields);
        Assert.Equal(PostingJson.Write(Edit.Values), PostingJson.Write(read.Values));
    }
}
