using PostingsBot.Configuration;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Roles that were posted or edited in chat as Markdown files, one a role, in a folder that a repository tracks. A file appears whole or not at all; one that would say the same
/// is left alone, and so are all files that are not ours.
/// </summary>
internal sealed class WriteBackFolder(string folder)
{
    /// <summary>What is written here must not be read as a source again: the role's own text would contradict its edits, or the role would be there twice.</summary>
    /// <exception cref="ConfigurationErrorException">The folder lies in the configured catalogue, or holds a part of it.</exception>
    public static WriteBackFolder Checked(string folder, IEnumerable<string> catalogue)
    {
        var full = Real(folder);
        foreach (var path in catalogue)
        {
            if (IsWithin(full, Real(path)) || IsWithin(Real(path), full))
            {
                throw new ConfigurationErrorException(
                    $"{PostingsBotOptions.Section}:Recruiting:WriteBackFolder \"{folder}\" and {PostingsBotOptions.Section}:Catalogue \"{path}\" overlap: what the bot writes would be read again as what a file says. Give a folder outside the catalogue.");
            }
        }

        return new WriteBackFolder(full);
    }

    /// <param name="id">The role's id.</param>
    /// <param name="role">As it is now; null when it is gone.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Write(string id, EditableRole? role)
    {
        var kept = role is not null && (role.PostedFiles.Count > 0 || !role.Overlay.IsEmpty) ? Path.Combine(folder, RoleFile.NameOf(role.Id, role.Shown)) : null;
        if (kept is not null)
            RoleFile.Put(kept, role!.Shown);
        // Under another title before, or no longer edited.
        foreach (var other in Directory.GetFiles(folder, $"*-{id}{RoleFile.Extension}").Where(file => file != kept))
            File.Delete(other);
    }

    private static bool IsWithin(string inner, string outer) => inner == outer || inner.StartsWith(Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>With links followed, where there are any on the way.</summary>
    private static string Real(string path)
    {
        var real = "";
        foreach (var part in Path.GetFullPath(path).Split(Path.DirectorySeparatorChar))
        {
            real = real.Length == 0 ? Path.GetPathRoot(Path.GetFullPath(path))! : Path.Combine(real, part);
            if (Directory.Exists(real) && new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target)
                real = target.FullName;
        }

        return Path.TrimEndingDirectorySeparator(real);
    }
}
