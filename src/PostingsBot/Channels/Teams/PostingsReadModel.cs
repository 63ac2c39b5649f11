using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Cards.Models;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Core.Answers;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Teams;

/// <summary>The card of roles that were just read and are in no catalogue.</summary>
internal static class PostingsReadModel
{
    private const int MostRoles = 5;
    private const int LongestTitle = 40;

    /// <summary>One role, to be posted.</summary>
    public static CardModel Of(DetailAnswer role, CardBudget budget) => Model(TeamsWording.ReadFromMessage, new JsonArray(RoleDetailModel.Stated([], role, budget)), budget);

    /// <summary>All roles, each with a button that posts it.</summary>
    /// <param name="roles">As they stand in the message.</param>
    /// <param name="source">What they were read from. It travels with each button, unless it is too long for that.</param>
    /// <param name="budget">How much text the card may hold.</param>
    /// <param name="mayPost">Whether the text can also be posted to the catalogue.</param>
    public static CardModel Of(IReadOnlyList<DetailAnswer> roles, string source, CardBudget budget, bool mayPost)
    {
        // It travels with each button.
        var carried = source.Length * (Math.Min(roles.Count, MostRoles) + (mayPost ? 1 : 0)) <= CardVerb.LongestSource ? source : "";
        return Of(roles, (shown, number, title) => shown == 1 ? TeamsWording.Insert : TeamsWording.InsertOf(number, title), budget, carried, mayPost);
    }

    /// <param name="roles">As they stand in the message.</param>
    /// <param name="label">A button's title from the number of roles shown, the role's own from 1, and its title; null for no buttons.</param>
    /// <param name="budget">How much text the card may hold.</param>
    /// <param name="source">What travels with each button.</param>
    /// <param name="mayPost">Whether the text can also be posted to the catalogue.</param>
    public static CardModel Of(IReadOnlyList<DetailAnswer> roles, Func<int, int, string, string>? label, CardBudget budget, string source = "", bool mayPost = false)
    {
        var shown = roles.Take(MostRoles).ToList();
        var data = shown.Select((role, index) =>
        {
            var one = RoleDetailModel.Stated([], role, budget);
            if (label is not null)
                one["insert"] = new JsonObject { ["title"] = label(shown.Count, index + 1, CardText.Cut(role.Posting.Title.Value, LongestTitle)), ["number"] = index + 1, ["source"] = source };
            return one;
        });
        var model = Model(TeamsWording.Read(roles.Count, shown.Count), new JsonArray([.. data]), budget);
        if (mayPost)
            model.Data["catalogue"] = new JsonObject { ["source"] = source };
        return model;
    }

    /// <summary>All roles of a file.</summary>
    public static CardModel OfFile(IReadOnlyList<DetailAnswer> roles, string name, CardBudget budget) =>
        Model(FileWording.Read(name, roles.Count, Math.Min(roles.Count, MostRoles)), new JsonArray([.. roles.Take(MostRoles).Select(role => RoleDetailModel.Stated([], role, budget))]), budget);

    private static CardModel Model(string text, JsonArray roles, CardBudget budget) => new("postings-read", new()
    {
        ["text"] = text,
        ["speak"] = text,
        ["fallback"] = CardText.Cut($"{text} {string.Join("; ", roles.Select(role => (string?)role!["title"]))}", budget.Text),
        ["roles"] = roles,
    });
}
