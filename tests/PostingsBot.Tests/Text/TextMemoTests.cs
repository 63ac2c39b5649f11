using PostingsBot.Core.Text;

namespace PostingsBot.Tests.Text;

public class TextMemoTests
{
    [Fact]
    public void Of_ManyTextsTwice_AnswersEachAsTheFirstTime()
    {
        var memo = new TextMemo<string>(text => text + "!");
        var texts = Enumerable.Range(0, 2000).Select(number => $"text {number}").ToList();

        var answers = texts.Concat(texts).Select(memo.Of);

        Assert.Equal(texts.Concat(texts).Select(text => text + "!"), answers);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(2000, 2)]
    public void Of_SameTextAgain_AsksOnceUnlessItIsLong(int length, int asked)
    {
        var questions = 0;
        var memo = new TextMemo<int>(_ => ++questions);

        memo.Of(new string('a', length));
        memo.Of(new string('a', length));

        Assert.Equal(asked, questions);
    }
}
