using System.Text;
using PostingsBot.Core.Export;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Recruiting;

/// <summary>A role as a Markdown file under a stable, readable name: employer, title, id.</summary>
internal static class RoleFile
{
    public const string Extension = ".md";

    private const int LongestName = 60;
    private const int IdLength = 10;

    public static string NameOf(string id, Posting role)
    {
        var words = Words.Split($"{role.Company?.Value} {role.Title.Value}").Select(word => string.Concat(word.Folded.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        var name = string.Join('-', words);
        return $"{(name.Length > LongestName ? name[..LongestName].TrimEnd('-') : name.Length > 0 ? name : "role")}-{id}{Extension}";
    }

    /// <summary>The name has the form of <see cref="NameOf"/>.</summary>
    public static bool IsNamed(string file) =>
        Path.GetFileName(file) is var name && name.EndsWith(Extension, StringComparison.Ordinal) && name.Length > IdLength + Extension.Length && name[^(IdLength + Extension.Length)..^Extension.Length].All(char.IsAsciiHexDigitLower)
        && name[^(IdLength + Extension.Length + 1)] is '-';

    /// <summary>The file appears whole or not at all; one that says the same is left alone.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Put(string file, Posting role)
    {
        var text = PostingMarkdown.Write(role);
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return;
        var half = file + ".tmp";
        using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, file, overwrite: true);
    }
}
