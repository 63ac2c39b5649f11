using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Vocabulary;

public class SpellingTests
{
    private static readonly string[] Known = ["Kubernetes", "Brightwheel", "requirements", "Python", "Java", "Ruby", "Rust", "senior"];

    [Theory]
    [InlineData("kuberntes", "Kubernetes")]
    [InlineData("Brightweel", "Brightwheel")]
    [InlineData("requirments", "requirements")]
    [InlineData("pyhton", "Python")]
    [InlineData("jva", null)]
    [InlineData("jaava", "Java")]
    [InlineData("ruby", null)]
    [InlineData("rubt", null)]
    [InlineData("pithan", null)]
    [InlineData("", null)]
    public void Nearest_Word_GivesTheOneNearCandidate(string word, string? nearest) => Assert.Equal(nearest, Spelling.Nearest(word, Known));

    [Fact]
    public void Nearest_TwoEquallyNear_GivesNull() => Assert.Null(Spelling.Nearest("cart", ["care", "card"]));

    [Fact]
    public void Nearest_OneOfTwoHasALetterMore_GivesTheOneThatWasLeftOut() => Assert.Equal("golang", Spelling.Nearest("golng", ["gong", "golang"]));
}
