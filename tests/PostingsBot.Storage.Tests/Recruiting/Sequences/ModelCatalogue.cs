using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Tests.Recruiting.Sequences;

/// <summary>A role of the model: what is stated of its fields, what was edited, and the number of its last entry.</summary>
internal sealed record ModelRole(bool IsPosted, Dictionary<RoleField, string> Stated, IReadOnlyDictionary<RoleField, string> Edited, long Version)
{
    public Dictionary<RoleField, string> Shown => Stated.ToDictionary(stated => stated.Key, stated => Edited.GetValueOrDefault(stated.Key, stated.Value));

    public bool SaysTheSame(ModelRole other) => Same(Stated, other.Stated) && Same(Edited, other.Edited);

    private static bool Same(IReadOnlyDictionary<RoleField, string> one, IReadOnlyDictionary<RoleField, string> other) =>
        one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var text) && text == field.Value);
}

/// <summary>The catalogue as two dictionaries. It does what was applied, and holds each entry of the audit against what it did itself.</summary>
internal sealed class ModelCatalogue(IReadOnlyDictionary<string, Queue<AuditEntry>> audit)
{
    private readonly Dictionary<string, ModelRole> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<(string Role, ModelRole? Before)>> batches = [];

    public IReadOnlyDictionary<string, ModelRole> Roles => roles;

    /// <summary>What does not fit.</summary>
    public List<string> Broken { get; } = [];

    public void Do(ModelEvent done)
    {
        if (done.Undoes is { } undone)
        {
            if (!batches.TryGetValue(undone, out var batch))
                Broken.Add($"{undone} was undone, which the model does not have");
            foreach (var (role, before) in batch?.ToList() ?? [])
                Put(done, role, before, isOrder: true);
            return;
        }

        foreach (var step in done.Steps)
            Do(done, step, roles.GetValueOrDefault(step.Role));
    }

    public void End()
    {
        foreach (var (role, entries) in audit.Where(one => one.Value.Count > 0))
            Broken.Add($"{role}: {entries.Count} entries of the audit that nothing explains, the first {entries.Peek()}");
    }

    private void Do(ModelEvent done, ModelStep step, ModelRole? role)
    {
        switch (step)
        {
            case ModelStep.State state:
                Put(done, step.Role, new ModelRole(state.IsPosted, state.Texts, role?.Edited ?? new Dictionary<RoleField, string>(), 0), isOrder: done.Batch > 0);
                break;
            case ModelStep.Vanish:
                if (role is not null)
                    Put(done, step.Role, null, isOrder: false);
                break;
            case ModelStep.Edit edit when IsExpected(done, step, role, edit.Expected):
                Put(done, step.Role, role! with { Edited = Edited(role.Edited, edit.Texts) }, isOrder: true);
                break;
            case ModelStep.Rewrite rewrite when IsExpected(done, step, role, rewrite.Expected):
                var kept = role!.Edited.Where(field => rewrite.Texts[field.Key] == role.Stated[field.Key]).ToDictionary();
                Put(done, step.Role, role with { Stated = rewrite.Texts, Edited = kept }, isOrder: true);
                break;
            case ModelStep.Withdraw withdraw when IsExpected(done, step, role, withdraw.Expected):
                Put(done, step.Role, null, isOrder: true);
                break;
        }
    }

    /// <summary>An order that was applied to another version than it expected has lost somebody's edit.</summary>
    private bool IsExpected(ModelEvent done, ModelStep step, ModelRole? role, long expected)
    {
        if (role?.Version == expected)
            return true;
        Broken.Add($"{step.Role}: {done.Action} by {done.By.Name} expected version {expected} and was applied to {role?.Version}");
        return false;
    }

    private void Put(ModelEvent done, string id, ModelRole? after, bool isOrder)
    {
        var before = roles.GetValueOrDefault(id);
        if (isOrder)
        {
            if (!batches.TryGetValue(done.Batch, out var batch))
                batches.Add(done.Batch, batch = []);
            batch.Add((id, before));
        }

        if (!isOrder && before is not null && after is not null && before.SaysTheSame(after))
            return;
        var kind = before is null ? ChangeKind.Added : after is null ? ChangeKind.Withdrawn : ChangeKind.Changed;
        var number = Take(done, id, kind, before is null || after is null ? [] : Differences(before.Shown, after.Shown));
        if (after is null)
            roles.Remove(id);
        else
            roles[id] = after with { Version = number };
    }

    private long Take(ModelEvent done, string id, ChangeKind kind, IReadOnlyList<FieldChange> changes)
    {
        if (!audit.TryGetValue(id, out var entries) || !entries.TryDequeue(out var entry))
        {
            Broken.Add($"{id}: no entry in the audit for {done.Action} by {done.By.Name}");
            return 0;
        }

        if ((entry.Action, entry.Kind, entry.Undoes) != (done.Action, kind, done.Undoes) || !entry.By.IsSame(done.By) || (done.Batch > 0 && entry.Batch != done.Batch) || !entry.Changes.SequenceEqual(changes))
            Broken.Add($"{id}: {entry} ({string.Join(", ", entry.Changes)}) where the model has {done.Action} {kind} by {done.By.Name} in {done.Batch} ({string.Join(", ", changes)})");
        return entry.Number;
    }

    private static IReadOnlyList<FieldChange> Differences(Dictionary<RoleField, string> before, Dictionary<RoleField, string> after) =>
        [.. PostingFields.Editable.Where(before.ContainsKey).Select(field => new FieldChange(field, before[field], after[field])).Where(change => change.Before != change.After)];

    private static Dictionary<RoleField, string> Edited(IReadOnlyDictionary<RoleField, string> before, IReadOnlyDictionary<RoleField, string?> texts)
    {
        var edited = before.ToDictionary();
        foreach (var (field, text) in texts)
        {
            if (text is null)
                edited.Remove(field);
            else
                edited[field] = text;
        }

        return edited;
    }
}
