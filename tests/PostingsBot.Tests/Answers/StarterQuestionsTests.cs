using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

public sealed class StarterQuestionsTests
{
    [Fact]
    public async Task Find_OverAFewRoles_GivesDifferentQuestionsThatAreAnswered()
    {
        var catalogue = Examples.Catalogue();
        var assistant = new Assistant(catalogue);

        var questions = await new StarterQuestions(catalogue, assistant).FindAsync(Talk.Today, default);

        Assert.InRange(questions.Count, 3, 4);
        Assert.Equal(questions.Count, questions.Distinct().Count());
        foreach (var question in questions)
        {
            var answer = (await assistant.AskAsync(question, Conversation.Empty, Talk.Today, default)).Answer;
            Assert.True(answer.Kind is not (AnswerKind.Clarify or AnswerKind.NotInCatalogue or AnswerKind.Other), question);
        }
    }

    [Fact]
    public async Task Find_OverAnEmptyCatalogue_GivesNone()
    {
        var catalogue = new MemoryCatalogue();

        Assert.Empty(await new StarterQuestions(catalogue, new Assistant(catalogue)).FindAsync(Talk.Today, default));
    }
}
