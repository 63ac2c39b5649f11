using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Terminal;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Workers;
using Spectre.Console;

namespace PostingsBot.Commands;

/// <summary>A chat in the terminal with the same dialog as every other channel.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var command = new Command("chat", "Chats in this terminal. An empty line or \"exit\" ends it.");
        command.SetAction(async (_, ct) =>
        {
            await using var opened = await OpenCatalogue.ConfiguredAsync(HostConfiguration.Read(), ct);
            var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
            var replies = new Replies(cards);
            var assistant = new Assistant(opened.Catalogue, HostConfiguration.Rates());
            var dialog = new AskDialog(assistant, replies, TimeProvider.System);
            var bot = new PostingsBotHandler(new ConversationState(new MemoryStorage()), dialog, replies, TeamsApp.Over(assistant, opened.Stores.State, cards, TimeProvider.System), NullLogger<PostingsBotHandler>.Instance);
            await TalkAsync(new TerminalAdapter(AnsiConsole.Console, TimeProvider.System), bot, ct);
            return 0;
        });
        return command;
    }

    private static async Task TalkAsync(TerminalAdapter adapter, IBot bot, CancellationToken ct)
    {
        await adapter.GreetAsync(bot, ct);
        while (true)
        {
            AnsiConsole.Markup("[bold]You[/] ");
            var text = await Console.In.ReadLineAsync(ct);
            if (string.IsNullOrWhiteSpace(text) || text.Trim() is "exit" or "quit")
                return;
            await adapter.SayAsync(bot, text, ct);
        }
    }
}
