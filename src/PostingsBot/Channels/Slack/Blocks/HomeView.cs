using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Postings;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>A line of the person's own on App Home: such as a subscription.</summary>
/// <param name="Title">Shown bold.</param>
/// <param name="About">Shown below; may be empty.</param>
/// <param name="Buttons">What can be done with it, each with the data that it sends; at most five.</param>
internal sealed record HomeItem(string Title, string About, IReadOnlyList<HomeButton> Buttons);

/// <summary>A button on App Home.</summary>
internal sealed record HomeButton(string Title, JsonObject Data);

/// <summary>What App Home shows a person.</summary>
/// <param name="Name">Null when it is not known.</param>
/// <param name="Tries">Questions to begin with; three are shown.</param>
/// <param name="Recent">The newest roles, newest first; ten are shown.</param>
/// <param name="Subscriptions">The person's own.</param>
/// <param name="Saved">Roles that the person saved.</param>
internal sealed record HomeContent(string? Name, IReadOnlyList<string> Tries, IReadOnlyList<Posting> Recent, IReadOnlyList<HomeItem> Subscriptions, IReadOnlyList<HomeItem> Saved);

/// <summary>The App Home tab.</summary>
internal static class HomeView
{
    public const int MostRoles = 10;

    private const int MostTries = 3;
    private const int MostItems = 15;
    private const int MostButtons = 5;
    private const int LongestLine = 200;
    private const int LongestButton = 40;

    public static SlackView Of(HomeContent content)
    {
        var buttons = new CardButtons(CardSurface.View);
        return SlackView.Home(
        [
            .. Greeting(content, buttons),
            .. Roles(content.Recent, buttons),
            .. Items(ViewWording.Saved, ViewWording.NoSaved, content.Saved, buttons),
            .. Items(ViewWording.Subscriptions, ViewWording.NoSubscriptions, content.Subscriptions, buttons),
        ]);
    }

    private static IEnumerable<JsonObject> Greeting(HomeContent content, CardButtons buttons)
    {
        yield return Block.Header(content.Name is { Length: > 0 } name ? ViewWording.HelloTo(Line(name, LongestButton)) : ViewWording.Hello);
        foreach (var section in Block.Sections([new(ViewWording.WhatIDo), new(ViewWording.HowToAsk)], FindButton()))
            yield return section;
        var tries = content.Tries.Take(MostTries).Select(say => Button(say, new JsonObject { ["verb"] = "ask", ["say"] = say })).ToList();
        if (tries.Count == 0)
            yield break;
        foreach (var block in Block.Contexts([ViewWording.Tries]).Concat(Block.Actions(buttons.Of(tries, []).Buttons)))
            yield return block;
    }

    private static IEnumerable<JsonObject> Roles(IReadOnlyList<Posting> recent, CardButtons buttons)
    {
        yield return Block.Header(ViewWording.NewRoles);
        if (recent.Count == 0)
            yield return Block.Contexts([ViewWording.NoRoles]).Single();
        foreach (var posting in recent.Take(MostRoles))
        {
            var title = Line(posting.Title.Value, LongestLine);
            var button = buttons.Beside(Button($"{BlockWording.Details}: {CardText.Cut(title, LongestButton)}", new JsonObject { ["verb"] = "detail", ["id"] = posting.Id }), title);
            SlackLine[] lines = [new(title, true), new(Line($"{RoleFacts.Employer(posting)} · {RoleFacts.Where(posting)}", LongestLine)), new(Line(RoleFacts.Rest(posting), LongestLine))];
            foreach (var section in Block.Sections(lines, button))
                yield return section;
        }
    }

    private static IEnumerable<JsonObject> Items(string heading, string none, IReadOnlyList<HomeItem> items, CardButtons buttons)
    {
        yield return Block.Header(heading);
        if (items.Count == 0)
            yield return Block.Contexts([none]).Single();
        foreach (var item in items.Take(MostItems))
        {
            var actions = item.Buttons.Take(MostButtons).Select(button => Button(button.Title, button.Data)).ToList();
            var beside = actions is [var only] ? buttons.Beside(only, item.Title) : null;
            foreach (var section in Block.Sections(new SlackLine[] { new(Line(item.Title, LongestLine), true), new(Line(item.About, LongestLine)) }.Where(line => line.Text.Length > 0), beside))
                yield return section;
            foreach (var block in beside is null ? Block.Actions(buttons.Of(actions, []).Buttons) : [])
                yield return block;
        }

        if (items.Count > MostItems)
            yield return Block.Contexts([ViewWording.More(items.Count - MostItems)]).Single();
    }

    private static JsonObject FindButton()
    {
        var button = Block.Button(ViewWording.FindButton, BlockAction.Show + FindRolesView.Callback);
        button["value"] = PackedJson.Pack(new JsonObject { [FindRolesView.Callback] = true }, BlockKitLimits.ButtonValue);
        button["style"] = "primary";
        return button;
    }

    private static JsonObject Button(string title, JsonObject data) =>
        new() { ["type"] = "Action.Submit", ["title"] = CardText.Cut(CardText.Plain(title), BlockKitLimits.ButtonText), ["data"] = data.DeepClone() };

    private static string Line(string words, int longest) => CardText.Cut(CardText.Plain(words), longest);
}
