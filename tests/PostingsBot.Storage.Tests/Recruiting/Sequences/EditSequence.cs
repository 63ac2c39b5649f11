using System.Globalization;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Tests.Recruiting.Sequences;

/// <summary>Where sequences run: several bots on one database, each with its own way to it.</summary>
/// <param name="Bots">Their stores.</param>
/// <param name="Catalogue">What readers see.</param>
/// <param name="ReachAsync">Waits until they see a change.</param>
internal sealed record SequencePlace(IReadOnlyList<(ICatalogueStore Store, RecruitingStores Recruiting)> Bots, ICatalogue Catalogue, Func<long, Task> ReachAsync);

/// <summary>What a sequence came to.</summary>
/// <param name="Applied">Orders and imports that were applied.</param>
/// <param name="Refused">Orders that were refused as stale or gone.</param>
/// <param name="Entries">Entries in the audit.</param>
/// <param name="Broken">What differs from the model.</param>
internal sealed record SequenceReport(int Applied, int Refused, int Entries, IReadOnlyList<string> Broken);

/// <summary>
/// Three people post, edit, undo and import at the same time, each by their own seed. Which of them comes first is up to the threads; the numbers of changes and batches say
/// it afterwards, and the model does the same one after the other.
/// </summary>
internal static class EditSequence
{
    private const int Actors = 3;
    private const int Files = 3;

    public static async Task<SequenceReport> RunAsync(SequencePlace place, int seed, int steps)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"s{seed}");
        var work = new SharedWork(name, Files);
        var actors = Enumerable.Range(0, Actors).Select(n => Actor(place, work, seed, n)).ToList();
        foreach (var file in work.Files)
            await actors[0].ImportAsync(file);
        await Task.WhenAll(actors.Select(actor => Task.Run(async () =>
        {
            for (var step = 0; step < steps; step++)
                await actor.StepAsync();
        })));
        return await CompareAsync(place, work);
    }

    private static EditActor Actor(SequencePlace place, SharedWork work, int seed, int n)
    {
        var (store, recruiting) = place.Bots[n % place.Bots.Count];
        return new EditActor(work, store, recruiting, new Actor("test", string.Create(CultureInfo.InvariantCulture, $"u{n}"), $"Person {n}"), (seed * Actors) + n);
    }

    private static async Task<SequenceReport> CompareAsync(SequencePlace place, SharedWork work)
    {
        var audit = new Dictionary<string, Queue<AuditEntry>>(StringComparer.Ordinal);
        foreach (var role in work.Roles)
            audit.Add(role, new Queue<AuditEntry>((await place.Bots[0].Recruiting.Audit.QueryAsync(new AuditQuery(Role: role, Take: int.MaxValue), CancellationToken.None)).Reverse()));
        var entries = audit.Values.Sum(queue => queue.Count);
        var model = new ModelCatalogue(audit);
        // An order that shows nothing else has the number of the change before it.
        var applied = work.Applied.OrderBy(done => done.Change).ThenBy(done => done.Batch).ToList();
        applied.ForEach(model.Do);
        model.End();

        await place.ReachAsync(applied.Max(done => done.Change));
        foreach (var role in work.Roles)
            await CompareAsync(place, role, model);
        return new SequenceReport(applied.Count, work.Refused, entries, [.. model.Broken.Select(broken => $"{work.Name}: {broken}")]);
    }

    private static async Task CompareAsync(SequencePlace place, string id, ModelCatalogue model)
    {
        var stored = await place.Bots[0].Recruiting.Edits.FindAsync(id, CancellationToken.None);
        var shown = await place.Catalogue.FindPostingAsync(id, CancellationToken.None);
        if (!model.Roles.TryGetValue(id, out var expected))
        {
            if (stored is not null || shown is not null)
                model.Broken.Add($"{id} is there, and should be gone");
            return;
        }

        if (stored is null || shown is null)
        {
            model.Broken.Add($"{id} is gone, and should be there");
            return;
        }

        if (stored.Version != expected.Version)
            model.Broken.Add($"{id} has version {stored.Version}, expected {expected.Version}");
        foreach (var field in ModelFields.Random)
        {
            Compare($"{field} of what is stored", PostingFields.Text(field, stored.Shown), expected.Shown[field]);
            Compare($"{field} of what is shown", PostingFields.Text(field, shown), expected.Shown[field]);
            Compare($"{field} under the edits", PostingFields.Text(field, stored.Basis), expected.Stated[field]);
        }

        void Compare(string what, string found, string wanted)
        {
            if (found != wanted)
                model.Broken.Add($"{id}: {what} is \"{found}\", expected \"{wanted}\"");
        }
    }
}
