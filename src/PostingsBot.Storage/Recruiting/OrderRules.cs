using System.Security.Cryptography;
using System.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Recruiting;

/// <summary>What holds of an order in every store.</summary>
internal static class OrderRules
{
    private const string PostedRoot = "chat";

    /// <exception cref="ArgumentException">See <see cref="IRoleEdits.ApplyAsync"/>.</exception>
    public static void Check(EditOrder order)
    {
        if (order.Changes.Count == 0)
            throw new ArgumentException("An order changes something.", nameof(order));
        if (!IsOrder(order.Action))
            throw new ArgumentException($"{order.Action} is nothing that people order.", nameof(order));
        var roles = order.Changes.Select(RoleOf).OfType<string>().ToList();
        if (roles.Distinct(StringComparer.Ordinal).Count() < roles.Count)
            throw new ArgumentException("An order changes a role once.", nameof(order));
        var documents = order.Changes.Select(DocumentOf).OfType<ParsedDocument>().ToList();
        if (documents.Exists(document => document.Postings.Count != 1))
            throw new ArgumentException("What is posted is one posting.", nameof(order));
        if (documents.Select(document => document.File).Distinct(StringComparer.Ordinal).Count() < documents.Count)
            throw new ArgumentException("An order writes a file once.", nameof(order));
    }

    /// <summary>What is done by orders, and can be undone.</summary>
    public static bool IsOrder(AuditAction action) => action is not (AuditAction.Import or AuditAction.Grant or AuditAction.Revoke or AuditAction.Forget);

    /// <summary>The role that a change expects to be there.</summary>
    public static string? RoleOf(RoleChange change) => change switch
    {
        RoleChange.Overlay overlay => overlay.Role,
        RoleChange.Text text => text.Role,
        RoleChange.Withdraw withdraw => withdraw.Role,
        _ => null,
    };

    /// <summary>What a change needs that is not there: the role, something posted of it, or room for a new file.</summary>
    public static IEnumerable<string> Missing(NamedChange one, Predicate<string> isThere)
    {
        if (RoleOf(one.Change) is { } role)
            return one.Role is null || LacksPosted(one) ? [role] : [];
        return DocumentOf(one.Change) is { } document && one.Role is null && isThere(document.File) ? [document.File] : [];
    }

    public static bool IsStale(NamedChange one) => one.Change switch
    {
        RoleChange.Overlay overlay => overlay.ExpectedVersion != one.Role!.Version,
        RoleChange.Text text => text.ExpectedVersion != one.Role!.Version,
        RoleChange.Withdraw withdraw => withdraw.ExpectedVersion != one.Role!.Version,
        _ => one.Role is not null,
    };

    /// <summary>Files of which the order writes or deletes the document.</summary>
    public static IReadOnlyList<string> FilesOf(NamedChange one) => one.Change is RoleChange.Withdraw ? one.Role!.PostedFiles : DocumentOf(one.Change) is { } document ? [document.File] : [];

    /// <summary>Adds a change to the plan.</summary>
    public static void Add(EditPlan plan, NamedChange one, IReadOnlyList<DocumentBefore> before)
    {
        var person = plan.Header.Person;
        switch (one.Change)
        {
            case RoleChange.Post post:
                plan.Documents.Add(Put(post.Document, post.Written, person));
                plan.Post(post.Document.Postings[0].Id, By(post.Edits, person));
                break;
            case RoleChange.Overlay overlay:
                plan.Lay(one.Role!.Id, By(overlay.New, person));
                break;
            case RoleChange.Text text:
                plan.Documents.Add(Put(text.Document, text.Written, before.First(document => document.File == text.Document.File).Content!.Owner));
                plan.Rewrite(one.Role!.Id);
                break;
            case RoleChange.Withdraw:
                plan.Documents.AddRange(one.Role!.PostedFiles.Select(file => new DocumentEdit.Withdraw(file)));
                plan.Withdraw(one.Role.Id);
                break;
        }
    }

    /// <summary>Adds to the plan what restores documents and roles.</summary>
    public static void Restore(EditPlan plan, IReadOnlyList<DocumentBefore> documents, IReadOnlyList<UndoneEntry> entries)
    {
        foreach (var (file, content) in documents)
        {
            if (content is null)
            {
                plan.Documents.Add(new DocumentEdit.Withdraw(file));
                continue;
            }

            var document = content.Document();
            plan.Documents.Add(Put(document, content.Text, content.Owner));
            foreach (var (posting, role) in document.Postings.Zip(content.Postings.Select(posting => posting.Role)))
                plan.Restore(posting.Id, role);
        }

        foreach (var entry in entries)
        {
            if (entry.Kind is ChangeKind.Added)
                plan.Withdraw(entry.Role);
            else
                plan.Lay(entry.Role, entry.Before);
        }
    }

    private static bool LacksPosted(NamedChange one) => one.Change switch
    {
        RoleChange.Text text => !one.Role!.PostedFiles.Contains(text.Document.File, StringComparer.Ordinal),
        RoleChange.Withdraw => one.Role!.PostedFiles.Count == 0,
        _ => false,
    };

    private static DocumentEdit.Put Put(ParsedDocument document, string text, long? owner)
    {
        // Half a surrogate pair or a NUL is no text to a database.
        var bytes = Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD'));
        return new(document, PostedRoot, Convert.ToHexStringLower(SHA256.HashData(bytes)), DocumentOrigin.Posted, new PostedText(Encoding.UTF8.GetString(bytes), owner));
    }

    private static RoleOverlay By(RoleOverlay overlay, long person) =>
        overlay with { Fields = [.. overlay.Fields.Select(field => field.By == RoleChange.Self ? field with { By = person } : field)] };

    private static ParsedDocument? DocumentOf(RoleChange change) => change switch
    {
        RoleChange.Post post => post.Document,
        RoleChange.Text text => text.Document,
        _ => null,
    };
}
