using PostingsBot.Cards;
using PostingsBot.Cards.Models;
using PostingsBot.Core.Answers;

namespace PostingsBot.Channels.Teams;

/// <summary>The card that greets a new installation.</summary>
internal static class WelcomeModel
{
    private const int Tries = 3;

    public static CardModel Of(Activity activity, CardBudget budget)
    {
        var say = Assistant.Greeting.Suggestions.Take(Tries).ToList();
        var how = TeamsWording.HowToAsk(TeamsScope.IsPersonal(activity), activity.Recipient?.Name ?? TeamsWording.AppName);
        return new CardModel("welcome", new()
        {
            ["text"] = TeamsWording.Welcome,
            ["tries"] = TeamsWording.TryThese,
            ["how"] = CardText.Cut(how, budget.Text),
            ["speak"] = TeamsWording.Welcome,
            ["fallback"] = CardText.Cut($"{TeamsWording.Welcome} {TeamsWording.TryThese} {string.Join(" · ", say)}. {how}", budget.Text),
            ["suggestions"] = Parts.Asks(say, one => one, one => one, budget),
        });
    }
}
