using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Terminal;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;
using Spectre.Console;

namespace PostingsBot.Commands;

/// <summary>A chat in the terminal with the same dialog as every other channel.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var command = new Command("chat", "Chats in this terminal. An empty line or \"exit\" ends it; \"post\" takes several lines until one with a single full stop, \"post FILE\" a file.");
        command.SetAction(async (_, ct) =>
        {
            var options = HostConfiguration.Read();
            await using var opened = await OpenCatalogue.ConfiguredAsync(options, ct);
            var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
            var replies = new Replies(cards);
            var assistant = new Assistant(opened.Catalogue, HostConfiguration.Rates());
            var desk = RecruitingDesk.Over(opened.Stores.Recruiting, opened.Catalogue, assistant, options.Recruiting, new Identity(isAuthenticated: false), opened.ReachAsync);
            var teams = TeamsApp.Over(assistant, opened.Stores.State, cards, TimeProvider.System);
            var personal = PersonalTalk.Over(opened.Stores, new DestinationBook(opened.Stores.State, teams.Conversations), TimeProvider.System);
            var dialog = new AskDialog(assistant, replies, TimeProvider.System) { Routing = new TurnRouting(assistant, TimeProvider.System) { Recruiting = desk.Talk, Personal = personal } };
            var bot = new PostingsBotHandler(new ConversationState(new MemoryStorage()), dialog, replies, teams, NullLogger<PostingsBotHandler>.Instance);
            await TalkAsync(new TerminalAdapter(AnsiConsole.Console, TimeProvider.System, Environment.UserName), bot, ct);
            return 0;
        });
        return command;
    }

    private static async Task TalkAsync(TerminalAdapter adapter, IBot bot, CancellationToken ct)
    {
        await adapter.GreetAsync(bot, ct);
        var input = new TerminalInput(Console.In, AnsiConsole.WriteLine);
        while (true)
        {
            AnsiConsole.Markup("[bold]You[/] ");
            if (await input.ReadAsync(ct) is not { } text)
                return;
            await adapter.SayAsync(bot, text, ct);
        }
    }
}
