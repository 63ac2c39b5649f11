using System.Globalization;
using NodaTime;
using PostingsBot.Commands;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;
using PostingsBot.Subscriptions;

namespace PostingsBot.Digests;

/// <summary>What would be sent now, and to whom, without sending or writing anything.</summary>
/// <param name="digests">What is due.</param>
/// <param name="maker">Makes the digests, as it does for those that are kept.</param>
/// <param name="changes">The change log.</param>
/// <param name="catalogue">The roles.</param>
/// <param name="book">Where messages go.</param>
internal sealed class DigestRehearsal(IDigests digests, DigestMaker maker, ICatalogueStore changes, ICatalogue catalogue, DestinationBook book)
{
    /// <summary>Destinations that are looked at together.</summary>
    private const int Page = 200;

    /// <param name="now">The time.</param>
    /// <param name="output">What would be sent.</param>
    /// <param name="progress">How far it is, page by page.</param>
    /// <param name="ct">Stops it.</param>
    public async Task RunAsync(DateTimeOffset now, TextWriter output, TextWriter progress, CancellationToken ct)
    {
        var status = await digests.StatusAsync(now, ct);
        var (looked, messages, quiet, unreachable) = (0, 0, 0, 0);
        for (var due = await digests.PeekAsync(now, null, Page, ct); due.Count > 0;)
        {
            foreach (var bundle in await maker.BundlesAsync(due, Instant.FromDateTimeOffset(now), ct))
            {
                if (bundle.Delivery is not { } delivery)
                {
                    quiet += bundle.Digests.Count;
                    continue;
                }

                var isKnown = await book.FindAsync(delivery.Channel, delivery.Conversation, ct) is not null;
                messages++;
                unreachable += isKnown ? 0 : 1;
                await ShowAsync(bundle, delivery, isKnown, output, ct);
            }

            looked += due.Count;
            if (looked < status.Due)
                await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{looked:N0} of {status.Due:N0} alerts that are due looked at, {messages:N0} messages so far."));
            var last = due[^1].Stored.Subscription.Destination;
            due = await digests.PeekAsync(now, (last.Channel, last.Conversation), Page, ct);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{looked:N0} alerts are due: {messages:N0} messages would be made now, and {quiet:N0} alerts have nothing to say."));
        if (unreachable > 0)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{unreachable:N0} of them go where the bot does not know how to reach anybody any more: those alerts would be paused."));
        if (status.Waiting > 0)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{status.Waiting:N0} messages that were made before wait in the outbox."));
        if ((await changes.ChangesAsync(await digests.MatchedChangeAsync(ct), 1, ct)).Count > 0)
            await output.WriteLineAsync("The catalogue has changes that no running bot has matched to alerts yet: what they bring is not counted.");
        await output.WriteLineAsync("Nothing was sent, and nothing was written.");
    }

    private async Task ShowAsync(DigestBundle bundle, NewDelivery delivery, bool isKnown, TextWriter output, CancellationToken ct)
    {
        var message = DigestMessage.Read(delivery.Payload)!;
        var owners = bundle.Digests.Where(made => made.Occasion is not null).Select(made => made.After.Owner.User).Distinct(StringComparer.Ordinal);
        await output.WriteLineAsync(TerminalText.Printable($"{delivery.Channel} {delivery.Conversation}{(isKnown ? "" : " (cannot be reached)")}, set up by {string.Join(", ", owners)}: {message.Text}"));
        foreach (var row in message.Roles)
        {
            if (await catalogue.FindPostingAsync(row.Id, ct) is { } role)
                await output.WriteLineAsync(TerminalText.Printable($"  {DigestWording.NoteOf(row, role.IsOpen)}: {Show.Name(role)}"));
        }
    }
}
