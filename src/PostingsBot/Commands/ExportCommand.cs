using System.CommandLine;
using System.Globalization;
using PostingsBot.Configuration;
using PostingsBot.Core.Export;
using PostingsBot.Core.Postings;
using PostingsBot.Recruiting;
using PostingsBot.Workers;

namespace PostingsBot.Commands;

/// <summary>`export`: every role of the catalogue as it is shown, with its edits, drafts and closed ones too, as Markdown that is read as the same roles.</summary>
internal static class ExportCommand
{
    private const int MostTold = 20;

    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "Where to write; one file a role.", Arity = ArgumentArity.ZeroOrOne };
        var catalogue = new Option<string[]>("--catalogue") { Description = "Files and folders to export; without it the configured catalogue.", AllowMultipleArgumentsPerToken = true };
        var check = new Option<bool>("--check") { Description = "Write nothing without a folder; tell which roles would not be read as the same." };
        var force = new Option<bool>("--force") { Description = "Also into a folder that holds other files; they are left alone." };
        var command = new Command("export", "Writes the catalogue as Markdown files.") { folder, catalogue, check, force };
        command.SetAction(async (result, ct) =>
        {
            var into = result.GetValue(folder);
            var isCheck = result.GetValue(check);
            if (into is null && !isCheck)
                throw new UsageException("export needs a folder to write to, for example: postingsbot export roles/, or --check alone.");
            if (into is not null && !result.GetValue(force) && Foreign(into) is { } foreign)
                throw new UsageException($"\"{into}\" holds \"{foreign}\", which is no exported role. Give an empty folder, or --force to write beside it.");
            var paths = result.GetValue(catalogue) ?? [];
            if (Array.Find(paths, path => !Path.Exists(path)) is { } missing)
                throw new ConfigurationErrorException($"\"{missing}\" is not there. Give files and folders that exist, relative to the current folder.");
            await using var opened = paths.Length > 0 ? await OpenCatalogue.InMemoryAsync(paths, ct) : await OpenCatalogue.ConfiguredAsync(HostConfiguration.Read(), ct);
            var roles = await RolesAsync(opened, ct);
            if (into is not null)
                await WriteAsync(into, roles, Console.Out);
            return isCheck ? await CheckAsync(roles, Console.Out) : ExitCodes.Done;
        });
        return command;
    }

    /// <summary>All of them, whatever their status, in the order of their ids.</summary>
    internal static async Task<IReadOnlyList<Posting>> RolesAsync(OpenCatalogue opened, CancellationToken ct)
    {
        var roles = new SortedDictionary<string, Posting>(StringComparer.Ordinal);
        foreach (var file in (await opened.Store.KnownAsync(ct)).Keys.Order(StringComparer.Ordinal))
        {
            foreach (var stated in (await opened.Catalogue.FindDocumentAsync(file, ct))?.Postings ?? [])
            {
                if (await opened.Catalogue.FindPostingAsync(stated.Id, ct) is { } shown)
                    roles[shown.Id] = shown;
            }
        }

        return [.. roles.Values];
    }

    /// <summary>One file a role; those that an earlier export wrote and that no role has any more go.</summary>
    internal static async Task WriteAsync(string folder, IReadOnlyList<Posting> roles, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in roles)
        {
            var file = Path.Combine(folder, RoleFile.NameOf(role.Id, role));
            RoleFile.Put(file, role);
            written.Add(file);
        }

        var gone = Directory.GetFiles(folder).Where(file => IsOurs(file) && !written.Contains(file)).ToList();
        gone.ForEach(File.Delete);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{roles.Count:N0} roles written to {folder}{(gone.Count > 0 ? $", {gone.Count:N0} files of roles that are gone removed" : "")}."));
    }

    internal static async Task<int> CheckAsync(IReadOnlyList<Posting> roles, TextWriter output)
    {
        var told = 0;
        foreach (var role in roles)
        {
            var differences = RoundTrip.Differences(role);
            if (differences.Count > 0 && ++told <= MostTold)
                await output.WriteLineAsync(TerminalText.Printable($"{role.Id} {role.Title.Value} ({role.File}): {string.Join(", ", differences.Select(change => TermNames.Of(change.Field)))}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{roles.Count - told:N0} of {roles.Count:N0} roles are read back as the same."));
        return told == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
    }

    /// <summary>The first file that no export wrote; hidden ones, as a repository keeps them, do not count.</summary>
    private static string? Foreign(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(entry => (Path: entry, Name: Path.GetFileName(entry))).Where(entry => !entry.Name.StartsWith('.') && !IsOurs(entry.Path)).Select(entry => entry.Name).FirstOrDefault() : null;

    private static bool IsOurs(string file) => RoleFile.IsNamed(file) && File.Exists(file) && PostingMarkdown.IsStart(File.ReadLines(file).Take(2));
}
